//! How a tenant shows itself.

use std::fmt;
use std::path::PathBuf;

use serde::Serialize;

/// A company's name, colour and picture.
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
    /// Where a click on the logo leads, an `https` address.
    pub link: Option<String>,
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
        }
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
}
