//! Expected and granted, as a table.

use roomkey_core::feature::Features;
use roomkey_core::inspect::RefusalPhase;
use roomkey_core::meeting::event::Present;
use roomkey_core::meeting::failure::Failure;
use roomkey_core::proof::case::Stated;
use roomkey_core::proof::compare::{Difference, Other, differences};
use roomkey_core::proof::expected::Expected;
use roomkey_core::proof::observed::{Hold, Observed};
use roomkey_core::role::Role;

use super::{joined, present, refused};

const EXPIRED: &str = "Not acceptable by exp (8.0 sec since expired)";

fn joins(role: Role) -> Expected {
    Expected::Joins {
        role,
        person: Some("ada".to_owned()),
        features: Features::default(),
        hidden_from_recorder: false,
    }
}

fn refuses(phase: RefusalPhase, text: &str) -> Expected {
    Expected::Refused {
        phase,
        text: text.to_owned(),
    }
}

/// As the expectation's own source would state it.
fn stated(expected: &Expected) -> Stated {
    match expected {
        Expected::Joins { role, .. } => Stated::Joins(*role),
        Expected::Refused { .. } => Stated::Refused(""),
    }
}

#[test]
fn what_was_granted_is_held_against_what_was_expected() {
    use Difference as D;
    use Role::{Moderator, Participant, Visitor};

    let alone = |role: &str| [present("1", role, "ada")];
    let moderator = Some(Moderator);
    let participant = Some(Participant);
    let table: Vec<(&str, Expected, Observed, Vec<Difference>)> = vec![
        (
            "as it should be",
            joins(Moderator),
            joined("1", moderator, Some(&alone("moderator"))),
            vec![],
        ),
        (
            "no flag, and all the same a leader",
            joins(Participant),
            joined("1", moderator, Some(&alone("moderator"))),
            vec![D::Role {
                expected: Participant,
                granted: Moderator,
            }],
        ),
        (
            "the event alone is wrong",
            joins(Moderator),
            joined("1", participant, Some(&alone("moderator"))),
            vec![
                D::Role {
                    expected: Moderator,
                    granted: Participant,
                },
                D::ListedRole {
                    listed: "moderator".to_owned(),
                },
            ],
        ),
        (
            "the list alone is wrong",
            joins(Moderator),
            joined("1", moderator, Some(&alone("participant"))),
            vec![D::ListedRole {
                listed: "participant".to_owned(),
            }],
        ),
        (
            "no event, and a list",
            joins(Participant),
            joined("1", None, Some(&alone("participant"))),
            vec![],
        ),
        (
            "no event, and a list with another role",
            joins(Participant),
            joined("1", None, Some(&alone("moderator"))),
            vec![D::Role {
                expected: Participant,
                granted: Moderator,
            }],
        ),
        (
            "no role anywhere",
            joins(Participant),
            joined("1", None, Some(&alone("none"))),
            vec![D::NoRole],
        ),
        (
            "a visitor, whom the list calls a participant",
            joins(Visitor),
            joined("1", Some(Visitor), Some(&alone("participant"))),
            vec![],
        ),
        (
            "a visitor who takes part",
            joins(Visitor),
            joined("1", participant, Some(&alone("participant"))),
            vec![D::Role {
                expected: Visitor,
                granted: Participant,
            }],
        ),
        (
            "a visitor whom the list lets lead",
            joins(Visitor),
            joined("1", Some(Visitor), Some(&alone("moderator"))),
            vec![D::ListedRole {
                listed: "moderator".to_owned(),
            }],
        ),
        (
            "no list",
            joins(Moderator),
            joined("1", moderator, None),
            vec![D::NoList],
        ),
        (
            "a list without the person",
            joins(Moderator),
            joined("1", moderator, Some(&[present("2", "moderator", "ada")])),
            vec![D::NotListed],
        ),
        (
            "somebody else's id",
            joins(Moderator),
            joined("1", moderator, Some(&[present("1", "moderator", "grace")])),
            vec![D::OtherPerson {
                listed: Some("grace".to_owned()),
            }],
        ),
        (
            "nobody's id",
            joins(Moderator),
            joined(
                "1",
                moderator,
                Some(&[Present {
                    person: None,
                    ..present("1", "moderator", "")
                }]),
            ),
            vec![D::OtherPerson { listed: None }],
        ),
        (
            "a good token is refused",
            joins(Moderator),
            refused(RefusalPhase::Connection, EXPIRED),
            vec![D::NotLetIn {
                said: EXPIRED.to_owned(),
            }],
        ),
        (
            "a bad token is let in",
            refuses(RefusalPhase::Connection, EXPIRED),
            joined("1", participant, Some(&alone("participant"))),
            vec![D::LetIn],
        ),
        (
            "a bad token is let in, and out again",
            refuses(RefusalPhase::Connection, EXPIRED),
            Observed::Lost,
            vec![D::LetIn],
        ),
        (
            "refused, some seconds later",
            refuses(RefusalPhase::Connection, EXPIRED),
            refused(
                RefusalPhase::Connection,
                "Not acceptable by exp (9.0 sec since expired, valid for:3600.0 sec)",
            ),
            vec![],
        ),
        (
            "refused for something else",
            refuses(RefusalPhase::Connection, EXPIRED),
            refused(RefusalPhase::Connection, "Invalid signature"),
            vec![D::RefusedOtherwise {
                said: "Invalid signature".to_owned(),
            }],
        ),
        (
            "refused at another door",
            refuses(RefusalPhase::Conference, "Room and token mismatched"),
            refused(RefusalPhase::Connection, "Room and token mismatched"),
            vec![D::RefusedOtherwise {
                said: "Room and token mismatched".to_owned(),
            }],
        ),
        (
            "the server is gone",
            joins(Moderator),
            Observed::Failed {
                failure: Failure::ServerUnreachable,
            },
            vec![D::NoAnswer],
        ),
        (
            "that is no refusal",
            refuses(RefusalPhase::Connection, EXPIRED),
            Observed::Failed {
                failure: Failure::ServerUnreachable,
            },
            vec![D::NoAnswer],
        ),
        (
            "the lobby",
            joins(Participant),
            Observed::Held { by: Hold::Lobby },
            vec![D::NoAnswer],
        ),
        (
            "out again",
            joins(Participant),
            Observed::Lost,
            vec![D::Lost],
        ),
        ("stopped", joins(Participant), Observed::Stopped, vec![]),
    ];
    for (name, expected, observed, found) in table {
        let judged = differences(&expected, stated(&expected), &observed, &[]);
        assert_eq!(judged, found, "{name}");
    }
}

#[test]
fn the_other_one_is_looked_for_by_the_tokens_person() {
    let me = present("1", "moderator", "ada");
    let grace = [Other {
        person: "grace".to_owned(),
        role: Role::Participant,
    }];
    let expected = Role::Participant;
    let seen_otherwise = Difference::SeenOtherwise {
        expected,
        listed: "moderator".to_owned(),
    };
    let table = [
        (vec![present("2", "participant", "grace")], vec![]),
        (
            vec![present("2", "moderator", "grace")],
            vec![seen_otherwise],
        ),
        (
            vec![present("2", "participant", "somebody")],
            vec![Difference::NotSeen { expected }],
        ),
        // A ghost of an earlier try.
        (
            vec![
                present("2", "moderator", "grace"),
                present("3", "participant", "grace"),
            ],
            vec![],
        ),
    ];
    for (others, found) in table {
        let people = [vec![me.clone()], others].concat();
        let observed = joined("1", Some(Role::Moderator), Some(&people));
        let expected = joins(Role::Moderator);
        let judged = differences(&expected, stated(&expected), &observed, &grace);
        assert_eq!(judged, found, "{people:?}");
    }
}

#[test]
fn a_source_that_the_verifier_contradicts_is_a_difference() {
    let people = [present("1", "moderator", "ada")];
    let observed = joined("1", Some(Role::Moderator), Some(&people));
    let judged = differences(
        &joins(Role::Moderator),
        Stated::Joins(Role::Participant),
        &observed,
        &[],
    );
    assert_eq!(judged, [Difference::NotAsStated]);
}
