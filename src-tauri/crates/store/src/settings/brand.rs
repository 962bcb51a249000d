//! How a tenant shows itself.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;
use std::path::PathBuf;

use serde::Serialize;
use url::Url;

use roomkey_core::colour::Rgb;
use roomkey_core::toolbar::ToolbarButton;

/// A company's name, colour and pictures, and what its meetings show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Brand {
    /// What stands at the head of the launcher; not empty.
    pub name: String,
    /// The one colour that stands out; Roomkey's own where there is none.
    pub accent: Option<Accent>,
    /// A picture file, by its absolute path; whether it is there is not known here.
    pub logo: Option<PathBuf>,
    /// A picture file for the head of the launcher, by its absolute path.
    pub background: Option<PathBuf>,
    /// Where a click on the logo leads.
    pub link: Option<Link>,
    /// What the meeting's toolbar leaves out.
    pub hidden_buttons: BTreeSet<ToolbarButton>,
}

impl Brand {
    /// A name alone.
    pub fn named(name: String) -> Self {
        Self {
            name,
            accent: None,
            logo: None,
            background: None,
            link: None,
            hidden_buttons: BTreeSet::new(),
        }
    }

    /// The picture files.
    pub fn pictures(&self) -> impl Iterator<Item = &Path> {
        let files = [&self.logo, &self.background];
        files.into_iter().filter_map(|file| file.as_deref())
    }
}

/// A colour as style sheets write it, `#` and six hexadecimal digits in lower
/// case. Nothing else can get into a style by this way.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Accent(String);

impl Accent {
    /// Reads `#0a7` or `#00aa77`, in upper or lower case.
    pub fn parse(text: &str) -> Result<Self, AccentFault> {
        let text = text.trim().to_ascii_lowercase();
        let digits = text.strip_prefix('#').ok_or(AccentFault)?;
        if !digits.chars().all(|c| c.is_ascii_hexdigit()) {
            return Err(AccentFault);
        }
        match digits.len() {
            3 => Ok(Self(format!(
                "#{}",
                digits.chars().flat_map(|c| [c, c]).collect::<String>()
            ))),
            6 => Ok(Self(text)),
            _ => Err(AccentFault),
        }
    }

    /// The colour, such as `#00aa77`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The colour, to be reckoned with.
    pub fn rgb(&self) -> Rgb {
        Rgb::parse(&self.0).expect("an accent is # and six hexadecimal digits")
    }
}

impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is no colour. Write # and six of 0 to 9 and a to f, such as #1f6feb")]
pub struct AccentFault;

/// An address that a browser opens: `https`, a host, and nobody's name or password before it,
/// which would only make another host look like the company's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Link(String);

impl Link {
    /// Reads an address; surrounding space is dropped.
    pub fn parse(text: &str) -> Result<Self, LinkFault> {
        let text = text.trim();
        let is_hidden = |c: char| c.is_whitespace() || c.is_control();
        let address = Url::parse(text).map_err(|_| LinkFault)?;
        let is_plain = text.starts_with("https://")
            && address.username().is_empty()
            && address.password().is_none();
        if is_plain && address.has_host() && !text.contains(is_hidden) {
            Ok(Self(text.to_owned()))
        } else {
            Err(LinkFault)
        }
    }

    /// The address as it was typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is no link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is no link. Begin it with https:// and the host's name")]
pub struct LinkFault;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_has_one_form() {
        assert_eq!(Accent::parse(" #0A7 ").unwrap().as_str(), "#00aa77");
        assert_eq!(Accent::parse("#1F6feb").unwrap().as_str(), "#1f6feb");
    }

    #[test]
    fn whatever_is_no_colour_is_refused() {
        for text in [
            "", "#", "red", "1f6feb", "#12345", "#1234567", "#ggg", "#fff;x:y", "#äa",
        ] {
            assert_eq!(Accent::parse(text), Err(AccentFault), "{text}");
        }
    }
    #[test]
    fn a_link_leads_to_a_host_over_https() {
        for text in [
            "https://acme.example",
            " https://acme.example/a?b#c ",
            "https://bücher.example",
            "https://[::1]:8443/",
        ] {
            assert_eq!(Link::parse(text).unwrap().as_str(), text.trim());
        }
        for text in [
            "",
            "acme.example",
            "http://acme.example",
            "https://",
            "https:acme.example",
            "https://acme.example@evil.example",
            "https://a b.example",
            "javascript:alert(1)",
            "file:///etc/passwd",
        ] {
            assert_eq!(Link::parse(text), Err(LinkFault), "{text}");
        }
    }
}
