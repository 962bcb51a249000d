//! The table of cases, held against the verifier.

use std::collections::HashSet;

use roomkey_core::inspect::{Against, inspect};
use roomkey_core::key_id::KeyId;
use roomkey_core::matrix::{Keys, Setting};
use roomkey_core::proof::case::{ProofCase, ProofGroup, Stated};
use roomkey_core::proof::expected::Expected;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;

use crate::core::fixtures::{KEY, NOW, OTHER_KEY, key_id};

fn setting(room: &str, key_id: KeyId) -> Setting {
    Setting {
        key_id,
        room: RoomName::parse(room).unwrap(),
        now: NOW,
    }
}

/// What the verifier makes of each guest's token.
fn expectations(case: ProofCase) -> Vec<(Stated, Expected)> {
    let setting = setting("standup", key_id());
    let keys = Keys {
        tenant: &KEY,
        other: &OTHER_KEY,
    };
    let against = Against {
        key: Some(KEY.public()),
        key_id: Some(&setting.key_id),
        room: Some(&setting.room),
        now: NOW,
    };
    case.guests()
        .iter()
        .map(|guest| {
            let token = guest.token(&setting, keys).unwrap();
            let verdict = inspect(token.reveal(), &against).verdict;
            (guest.stated, Expected::of(&verdict))
        })
        .collect()
}

#[test]
fn the_verifier_says_of_every_token_what_its_source_says() {
    for case in ProofCase::ALL {
        for (stated, expected) in expectations(case) {
            assert!(
                expected.is_as_stated(stated),
                "{case:?}: {stated:?}, {expected:?}"
            );
        }
        assert!(
            ["8x8 ", "jitsi-meet: ", "Jitsi handbook: "]
                .iter()
                .any(|start| case.source().starts_with(start)),
            "{case:?}"
        );
    }
}

#[test]
fn a_source_that_says_otherwise_is_seen() {
    let (_, moderator) = expectations(ProofCase::Moderator).remove(0);
    let (_, expired) = expectations(ProofCase::Expired).remove(0);
    assert!(!moderator.is_as_stated(Stated::Joins(Role::Participant)));
    assert!(!moderator.is_as_stated(Stated::Refused("Not acceptable by exp")));
    assert!(!expired.is_as_stated(Stated::Refused("Invalid signature")));
    assert!(!expired.is_as_stated(Stated::Joins(Role::Moderator)));
}

#[test]
fn each_case_tries_what_it_is_named_after() {
    let joins = |case| match expectations(case).remove(0).1 {
        Expected::Joins {
            role,
            features,
            hidden_from_recorder,
            ..
        } => (role, features, hidden_from_recorder),
        Expected::Refused { text, .. } => panic!("{case:?}: {text}"),
    };
    assert_eq!(joins(ProofCase::Moderator).0, Role::Moderator);
    assert_eq!(joins(ProofCase::Participant).0, Role::Participant);
    assert_eq!(joins(ProofCase::Visitor).0, Role::Visitor);
    assert!(joins(ProofCase::HiddenFromRecorder).2);
    assert!(!joins(ProofCase::Participant).2);
    let given = joins(ProofCase::FeaturesGiven).1;
    let withheld = joins(ProofCase::FeaturesWithheld).1;
    assert_eq!(given.iter().count(), 21);
    assert!(given.iter().all(|(_, allowed)| allowed));
    assert!(withheld.iter().all(|(_, allowed)| !allowed));
    assert_eq!(withheld.iter().count(), 21);
}

/// A seat that is lost stays in the room for a minute, so that cases which
/// follow each other must not share a person.
#[test]
fn every_case_has_people_of_its_own() {
    let people: Vec<String> = ProofCase::ALL
        .into_iter()
        .filter(|case| case.group() != ProofGroup::Refused)
        .flat_map(expectations)
        .map(|(_, expected)| match expected {
            Expected::Joins { person, .. } => person.unwrap(),
            Expected::Refused { text, .. } => panic!("{text}"),
        })
        .collect();
    let different: HashSet<&String> = people.iter().collect();
    assert_eq!(different.len(), people.len());
    assert_eq!(ProofCase::Together.guests().len(), 2);
}

#[test]
fn a_case_can_be_told_by_its_title() {
    let titles: HashSet<&str> = ProofCase::ALL.into_iter().map(ProofCase::title).collect();
    assert_eq!(titles.len(), ProofCase::ALL.len());
}
