//! In what a meeting differs from what its token should grant.

use std::fmt;

use serde::Serialize;
use ts_rs::TS;

use super::case::{Stated, role_name as name};
use super::expected::Expected;
use super::observed::Observed;
use crate::meeting::event::Present;
use crate::meeting::room;
use crate::role::Role;

/// One difference. Displayed, it is a line of a report for machines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export, rename = "ProofDifference")]
pub enum Difference {
    /// The verifier says something else of the token than the case's source.
    NotAsStated,
    /// Refused, where it should be let in.
    NotLetIn {
        /// The server's words.
        said: String,
    },
    /// Let in, where it should be refused.
    LetIn,
    /// Refused for something else.
    RefusedOtherwise {
        /// The server's words.
        said: String,
    },
    /// Neither let in nor refused.
    NoAnswer,
    /// Out of the room before all was known.
    Lost,
    /// Another role than the token's.
    Role {
        /// The token's.
        expected: Role,
        /// The meeting's.
        granted: Role,
    },
    /// The meeting told no role.
    NoRole,
    /// `getRoomsInfo()` gave no answer.
    NoList,
    /// `getRoomsInfo()` does not name the person themselves.
    NotListed,
    /// `getRoomsInfo()` tells another role than the meeting's own event.
    ListedRole {
        /// As it stands there.
        listed: String,
    },
    /// `getRoomsInfo()` tells another person than the token names.
    OtherPerson {
        /// `userContext.id`; none where there was none.
        listed: Option<String>,
    },
    /// The other one, who is in the room, is not seen.
    NotSeen {
        /// What they are.
        expected: Role,
    },
    /// The other one is seen with another role.
    SeenOtherwise {
        /// What they are.
        expected: Role,
        /// As it stands there.
        listed: String,
    },
}

/// Somebody whom the others should see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Their token's `context.user.id`.
    pub person: String,
    /// Their token's role.
    pub role: Role,
}

/// Holds what a meeting did against what it should have done. `others` are those
/// who joined with the person.
pub fn differences(
    expected: &Expected,
    stated: Stated,
    observed: &Observed,
    others: &[Other],
) -> Vec<Difference> {
    let mut found = Vec::new();
    if !expected.is_as_stated(stated) {
        found.push(Difference::NotAsStated);
    }
    match (expected, observed) {
        (_, Observed::Stopped) => return Vec::new(),
        (_, Observed::Failed { .. } | Observed::Held { .. }) => found.push(Difference::NoAnswer),
        (
            Expected::Joins { role, person, .. },
            Observed::Joined {
                id,
                role: told,
                people,
            },
        ) => {
            let own = people
                .as_deref()
                .and_then(|people| people.iter().find(|one| one.id == *id));
            let granted = told.or_else(|| own.and_then(|own| room::role(&own.role)));
            found.extend(of_role(*role, granted));
            match people {
                None => found.push(Difference::NoList),
                Some(people) => {
                    found.extend(of_self(granted, person.as_deref(), own));
                    found.extend(
                        others
                            .iter()
                            .filter_map(|other| of_other(other, id, people)),
                    );
                }
            }
        }
        (Expected::Joins { .. }, Observed::Refused { text, .. }) => {
            found.push(Difference::NotLetIn { said: text.clone() });
        }
        (Expected::Joins { .. }, Observed::Lost) => found.push(Difference::Lost),
        (Expected::Refused { .. }, Observed::Joined { .. } | Observed::Lost) => {
            found.push(Difference::LetIn);
        }
        (
            Expected::Refused { phase, text },
            Observed::Refused {
                phase: at,
                text: said,
            },
        ) => {
            if phase != at || words(text) != words(said) {
                found.push(Difference::RefusedOtherwise { said: said.clone() });
            }
        }
    }
    found
}

fn of_role(expected: Role, granted: Option<Role>) -> Option<Difference> {
    match granted {
        None => Some(Difference::NoRole),
        Some(granted) if granted != expected => Some(Difference::Role { expected, granted }),
        Some(_) => None,
    }
}

fn of_self(granted: Option<Role>, person: Option<&str>, own: Option<&Present>) -> Vec<Difference> {
    let Some(own) = own else {
        return vec![Difference::NotListed];
    };
    let mut found = Vec::new();
    if granted.is_some_and(|granted| !shows(&own.role, granted)) {
        let listed = own.role.clone();
        found.push(Difference::ListedRole { listed });
    }
    if person.is_some() && own.person.as_deref() != person {
        let listed = own.person.clone();
        found.push(Difference::OtherPerson { listed });
    }
    found
}

/// The same person may be there twice: who was lost stays for a minute.
fn of_other(other: &Other, id: &str, people: &[Present]) -> Option<Difference> {
    let is_meant = |one: &&Present| one.id != id && one.person.as_deref() == Some(&other.person);
    let mut listed: Option<&Present> = None;
    for one in people.iter().filter(is_meant) {
        if shows(&one.role, other.role) {
            return None;
        }
        listed = Some(one);
    }
    let expected = other.role;
    Some(match listed {
        None => Difference::NotSeen { expected },
        Some(one) => Difference::SeenOtherwise {
            expected,
            listed: one.role.clone(),
        },
    })
}

/// The list has no word of its own for visitors, whom the join tells.
fn shows(listed: &str, role: Role) -> bool {
    match role {
        Role::Moderator | Role::Participant => room::role(listed) == Some(role),
        Role::Visitor => room::role(listed) != Some(Role::Moderator),
    }
}

/// The server's words without figures, which the time changes.
fn words(text: &str) -> &str {
    text.split('(').next().unwrap_or_default().trim()
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAsStated => {
                f.write_str("the verifier says otherwise of the token than the source")
            }
            Self::NotLetIn { said } => write!(f, "not let in: {said}"),
            Self::LetIn => f.write_str("let in"),
            Self::RefusedOtherwise { said } => write!(f, "refused for something else: {said}"),
            Self::NoAnswer => f.write_str("neither let in nor refused"),
            Self::Lost => f.write_str("out of the room before all was known"),
            Self::Role { expected, granted } => {
                write!(f, "{}, and not {}", name(*granted), name(*expected))
            }
            Self::NoRole => f.write_str("the meeting told no role"),
            Self::NoList => f.write_str("getRoomsInfo() gave no answer"),
            Self::NotListed => f.write_str("getRoomsInfo() does not list the person"),
            Self::ListedRole { listed } => write!(f, "getRoomsInfo() says “{listed}”"),
            Self::OtherPerson {
                listed: Some(listed),
            } => {
                write!(f, "getRoomsInfo() names the person “{listed}”")
            }
            Self::OtherPerson { listed: None } => f.write_str("getRoomsInfo() names no person"),
            Self::NotSeen { expected } => write!(f, "does not see the {}", name(*expected)),
            Self::SeenOtherwise { expected, listed } => {
                write!(f, "sees the {} as “{listed}”", name(*expected))
            }
        }
    }
}
