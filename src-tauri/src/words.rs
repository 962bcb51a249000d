//! What Roomkey was asked to do when it was started: its command line, or the words
//! that a second start handed to the first.
//!
//! No word carries a secret: command lines are visible to every user of the machine.

use std::path::Path;
use std::path::PathBuf;

use roomkey_core::role::Role;
use roomkey_rehearsal::case::Case;

/// One request from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Words {
    /// Start, or come to the front.
    Show,
    /// Start without showing the launcher.
    Background,
    /// `join [TENANT/]ROOM`, or the same as a `roomkey:` link.
    Join {
        /// The tenant's id; the current tenant where it is missing.
        tenant: Option<String>,
        /// The room as it was written.
        room: String,
        /// As what, for this meeting; what staff of the tenant join as where it is missing.
        role: Option<Role>,
    },
    /// `--rehearse`: a meeting against the loopback stand-in, of a case where one is named.
    Rehearse(Option<Case>),
    /// `--import FILE`: set this desk up with a rollout file.
    Import(PathBuf),
    /// `--version`.
    Version,
    /// `--help`.
    Help,
}

/// Words that make no request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum UnknownWords {
    /// Something that means nothing.
    #[error("Roomkey does not know “{0}”. Run roomkey --help to see what it takes")]
    Unknown(String),
    /// A word that needs another one after it.
    #[error("After “{0}” {1} is missing. Run roomkey --help to see what it takes")]
    Missing(&'static str, &'static str),
}

/// How Roomkey is started.
pub(crate) fn usage() -> String {
    let mut usage = USAGE.to_owned();
    let mut line = String::new();
    for case in Case::ALL {
        let name = serde_json::to_value(case).expect("a case has a name");
        let name = name.as_str().unwrap_or_default();
        if line.len() + name.len() > 76 {
            usage.push_str(&format!("\n {line}"));
            line.clear();
        }
        line.push_str(&format!(" {name}"));
    }
    usage + &format!("\n {line}\n")
}

const USAGE: &str = "\
Usage: roomkey [join [TENANT/]ROOM [--as ROLE] | --rehearse[=CASE] | --import FILE | --background
                | --version | --help]

  join [TENANT/]ROOM   join a room at once; --as moderator, participant or visitor
                       for this meeting alone
  --rehearse[=CASE]    try a meeting on this machine as you would join one; with a CASE, and
                       without a key, it is a demonstration that needs no account
  --import FILE        set this desk up with a rollout file
  --background         start without a window; the list of processes shows roomkey, another
                       start brings the launcher, and closing that ends it
  roomkey:TENANT/ROOM  the same as join, for links

What a rehearsal can play (CASE):";

impl Words {
    /// Whether the launcher is what was asked for, and is shown at once.
    pub(crate) fn want_launcher(&self) -> bool {
        matches!(self, Self::Show | Self::Import(_))
    }

    /// Reads the arguments that follow the program's name.
    pub(crate) fn parse<S: AsRef<str>>(arguments: &[S]) -> Result<Self, UnknownWords> {
        let words: Vec<&str> = arguments.iter().map(AsRef::as_ref).collect();
        match words.as_slice() {
            [] => Ok(Self::Show),
            ["join"] => Err(UnknownWords::Missing("join", "the room")),
            ["join", place] => Self::join(place, None),
            ["join", place, "--as", role] => Self::join(place, Some(role_named(role)?)),
            ["--import"] => Err(UnknownWords::Missing("--import", "the rollout file")),
            ["--import", file] => Ok(Self::Import(PathBuf::from(file))),
            ["--rehearse"] => Ok(Self::Rehearse(None)),
            ["--background"] => Ok(Self::Background),
            ["--version" | "-V"] => Ok(Self::Version),
            ["--help" | "-h"] => Ok(Self::Help),
            [word] => match word.split_once([':', '=']) {
                Some(("roomkey", place)) => Self::join(place.trim_start_matches('/'), None),
                Some(("--rehearse", case)) => rehearsal(case),
                _ => Err(UnknownWords::Unknown((*word).to_owned())),
            },
            _ => Err(UnknownWords::Unknown(words.join(" "))),
        }
    }

    /// The words as they were meant in a folder: a file is named from there.
    pub(crate) fn said_in(self, folder: &Path) -> Self {
        match self {
            Self::Import(file) => Self::Import(folder.join(file)),
            other @ (Self::Show
            | Self::Background
            | Self::Join { .. }
            | Self::Rehearse(_)
            | Self::Version
            | Self::Help) => other,
        }
    }

    fn join(place: &str, role: Option<Role>) -> Result<Self, UnknownWords> {
        let (tenant, room) = match place.split_once('/') {
            Some((tenant, room)) => (Some(tenant.to_owned()), room),
            None => (None, place),
        };
        if room.is_empty() || room.contains('/') || tenant.as_deref() == Some("") {
            return Err(UnknownWords::Unknown(place.to_owned()));
        }
        Ok(Self::Join {
            tenant,
            room: room.to_owned(),
            role,
        })
    }
}

fn role_named(word: &str) -> Result<Role, UnknownWords> {
    serde_json::from_value(serde_json::Value::from(word))
        .map_err(|_| UnknownWords::Unknown(word.to_owned()))
}

fn rehearsal(case: &str) -> Result<Words, UnknownWords> {
    serde_json::from_value(serde_json::Value::from(case))
        .map(|case| Words::Rehearse(Some(case)))
        .map_err(|_| UnknownWords::Unknown(case.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn join(tenant: Option<&str>, room: &str) -> Words {
        Words::Join {
            tenant: tenant.map(str::to_owned),
            room: room.to_owned(),
            role: None,
        }
    }

    #[test]
    fn a_file_is_named_from_where_the_words_were_said() {
        let said = |file: &str| {
            let words = Words::parse(&["--import", file]).unwrap();
            words.said_in(Path::new("/home/ada"))
        };
        assert_eq!(
            said("a.roomkey"),
            Words::Import("/home/ada/a.roomkey".into())
        );
        assert_eq!(said("/srv/a"), Words::Import("/srv/a".into()));
        assert!(Words::parse(&["--import"]).is_err());
    }

    #[test]
    fn a_role_is_for_the_command_line_alone() {
        for (word, role) in [
            ("moderator", Role::Moderator),
            ("participant", Role::Participant),
            ("visitor", Role::Visitor),
        ] {
            let expected = Words::Join {
                tenant: None,
                room: "board".to_owned(),
                role: Some(role),
            };
            assert_eq!(Words::parse(&["join", "board", "--as", word]), Ok(expected));
        }
        for arguments in [
            &["join", "board", "--as"] as &[&str],
            &["join", "board", "--as", "owner"],
            &["join", "board", "moderator"],
            &["roomkey:board", "--as", "moderator"],
        ] {
            assert!(Words::parse(arguments).is_err(), "{arguments:?}");
        }
    }

    #[test]
    fn every_form_is_read() {
        let table: [(&[&str], Words); 8] = [
            (&[], Words::Show),
            (&["join", "board"], join(None, "board")),
            (&["join", "acme/board"], join(Some("acme"), "board")),
            (&["roomkey://acme/board"], join(Some("acme"), "board")),
            (&["roomkey:board"], join(None, "board")),
            (&["--rehearse"], Words::Rehearse(None)),
            (&["--background"], Words::Background),
            (&["--version"], Words::Version),
        ];
        for (arguments, expected) in table {
            assert_eq!(Words::parse(arguments), Ok(expected), "{arguments:?}");
        }
    }

    #[test]
    fn rubbish_is_refused() {
        for arguments in [
            &["join"] as &[&str],
            &["join", "a/b/c"],
            &["join", "/board"],
            &["join", ""],
            &["--rehearse=nonsense"],
            &["https://example.org"],
            &["join", "a", "b"],
        ] {
            assert!(Words::parse(arguments).is_err(), "{arguments:?}");
        }
    }
}
