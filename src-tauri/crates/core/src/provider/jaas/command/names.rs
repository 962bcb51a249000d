//! Whom a command is about, as they were typed or pasted.

use std::fmt::{self, Write};

/// No id of either kind is longer.
const LONGEST: usize = 256;
/// How many digits of a participant's address make the id.
const SHORT: usize = 8;

/// A participant's id in a meeting, such as `f0aa9e1e`: new with every join.
///
/// JaaS calls it “used across the whole infrastructure”; a webhook has it as `participantId`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParticipantId(String);

impl ParticipantId {
    /// Reads an id, or a webhook's `participantJid`, which begins with it: JaaS takes the
    /// first eight digits of the address's UUID.
    pub fn parse(text: &str) -> Result<Self, NameFault> {
        let text = plain(text)?;
        let id = match text.split_once('@') {
            Some((local, _)) => match local.split_once('-') {
                Some((short, _)) if short.len() == SHORT => short,
                Some(_) | None => return Err(NameFault::Malformed),
            },
            None => text,
        };
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if !id.chars().all(allowed) {
            return Err(NameFault::Malformed);
        }
        Ok(Self(id.to_owned()))
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ParticipantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A user's id: `context.user.id` of their tokens, whoever made these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserId(String);

impl UserId {
    /// Reads an id. It may hold any characters but space and control characters.
    pub fn parse(text: &str) -> Result<Self, NameFault> {
        let text = plain(text)?;
        // An address cannot say these: they mean another folder there.
        if matches!(text, "." | "..") {
            return Err(NameFault::Malformed);
        }
        Ok(Self(text.to_owned()))
    }

    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id as one part of an address's path (RFC 3986, section 2.1).
    pub(super) fn in_path(&self) -> String {
        let mut path = String::with_capacity(self.0.len());
        for byte in self.0.bytes() {
            let is_plain = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
            if is_plain {
                path.push(char::from(byte));
            } else {
                write!(path, "%{byte:02X}").expect("writing to a String does not fail");
            }
        }
        path
    }
}

impl fmt::Display for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a text names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameFault {
    /// Nothing was given.
    #[error("The id is missing. Take it from a webhook")]
    Empty,
    /// It cannot be an id.
    #[error("This is no id. Write it alone, as a webhook gives it")]
    Malformed,
}

fn plain(text: &str) -> Result<&str, NameFault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NameFault::Empty);
    }
    let hidden = |c: char| c.is_whitespace() || c.is_control();
    if text.len() > LONGEST || text.contains(hidden) {
        return Err(NameFault::Malformed);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_participant_is_named_by_id_or_by_address() {
        for (text, id) in [
            ("f0aa9e1e", "f0aa9e1e"),
            (" c751f89c\n", "c751f89c"),
            ("c97cc007-f4ed-4102-b84e-d2a6ff42e6c7@8x8.vc", "c97cc007"),
            (
                "c97cc007-f4ed-4102-b84e-d2a6ff42e6c7@8x8.vc/wc-hP",
                "c97cc007",
            ),
        ] {
            assert_eq!(ParticipantId::parse(text).unwrap().as_str(), id);
        }
        assert_eq!(ParticipantId::parse(" "), Err(NameFault::Empty));
        for text in [
            "f0aa 9e1e",
            "ada@example.org",
            "a/b",
            "\"x\"",
            &"a".repeat(257),
        ] {
            assert_eq!(
                ParticipantId::parse(text),
                Err(NameFault::Malformed),
                "{text}"
            );
        }
    }

    #[test]
    fn a_user_id_is_one_part_of_a_path() {
        for (text, path) in [
            ("auth0|5f903d7a", "auth0%7C5f903d7a"),
            ("ada@example.org", "ada%40example.org"),
            ("../../ban/jwt?x#y", "..%2F..%2Fban%2Fjwt%3Fx%23y"),
            ("Ünal", "%C3%9Cnal"),
            ("a%2Fb", "a%252Fb"),
        ] {
            assert_eq!(UserId::parse(text).unwrap().in_path(), path);
        }
        assert_eq!(UserId::parse(""), Err(NameFault::Empty));
        for text in [".", "..", "a b", "a\u{7}b", &"a".repeat(257)] {
            assert_eq!(UserId::parse(text), Err(NameFault::Malformed), "{text}");
        }
    }
}
