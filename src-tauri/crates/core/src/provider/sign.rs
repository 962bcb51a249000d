//! A token that is judged before anybody sees it.

use super::check::{Against, Aim, Outcome, Refusal, Verifier};
use super::entry::{Credential, Purpose, TokenFault};
use super::{Provider, System};
use crate::grant::RoomScope;
use crate::time::Timestamp;
use crate::token::Token;

/// Why no token is handed out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSigned {
    /// None could be made.
    #[error(transparent)]
    Token(#[from] TokenFault),
    /// The provider would refuse it.
    #[error("{system} would refuse this token. {}", .refusal.text)]
    Refused {
        /// What people call the provider.
        system: &'static str,
        /// What it would say.
        refusal: Refusal,
    },
}

impl Provider {
    /// Makes a token and holds it against the provider's rules at `now`, so that a fault of the
    /// set-up shows before the meeting.
    pub fn signed(
        &self,
        purpose: &Purpose<'_>,
        (from, until): (Timestamp, Timestamp),
        credential: Credential<'_>,
        now: Timestamp,
    ) -> Result<Token, NotSigned> {
        let system: &dyn System = self.system();
        let token = system.token(purpose, from, until, credential)?;
        let against = Against {
            aim: match purpose {
                Purpose::Enter(entry) => Aim::Enter(match &entry.room {
                    RoomScope::Exact(room) => Some(room),
                    RoomScope::Any => None,
                }),
                Purpose::Command => Aim::Command,
            },
            verifier: Some(match credential {
                Credential::Secret(secret) => Verifier::Secret(secret),
                Credential::Key(key) => Verifier::Key(key.public()),
            }),
            now,
        };
        let checks = system.checks(token.reveal(), &against);
        let refusal = checks.into_iter().find_map(|check| match check.outcome {
            Outcome::Fail(refusal) => Some(refusal),
            Outcome::Pass | Outcome::NotChecked(_) => None,
        });
        match refusal {
            None => Ok(token),
            Some(refusal) => Err(NotSigned::Refused {
                system: system.abilities().name,
                refusal,
            }),
        }
    }
}
