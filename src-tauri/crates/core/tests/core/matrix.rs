//! The table of `core::matrix`, row by row, held against the verifier.

use std::collections::HashSet;

use roomkey_core::inspect::{Outcome, Rule, Verdict};
use roomkey_core::key_id::KeyId;
use roomkey_core::matrix::{Expected, Group, Keys, Row, Setting, rows};
use roomkey_core::room_name::RoomName;

use crate::core::fixtures::{KEY, NOW, OTHER_KEY, key_id};

fn setting() -> Setting {
    Setting {
        key_id: key_id(),
        room: RoomName::parse("standup").unwrap(),
        now: NOW,
    }
}

fn keys() -> Keys<'static> {
    Keys {
        tenant: &KEY,
        other: &OTHER_KEY,
    }
}

#[test]
fn every_row_comes_out_as_its_source_says() {
    let setting = setting();
    for row in rows(&setting) {
        let token = row.token(&setting, keys()).unwrap();
        let judgement = row.judge(&token, &setting, KEY.public());
        assert!(
            judgement.is_as_expected(),
            "{:?}, {}: {}",
            row.group,
            row.name,
            judgement.differences.join("\n")
        );
    }
}

#[test]
fn every_row_has_a_name_of_its_own_and_a_source() {
    let rows = rows(&setting());
    let names: HashSet<(Group, &str)> = rows
        .iter()
        .map(|row| (row.group, row.name.as_str()))
        .collect();
    assert_eq!(names.len(), rows.len());
    for group in Group::ALL {
        assert!(rows.iter().any(|row| row.group == group), "{group:?}");
    }
    for row in &rows {
        assert!(
            ["8x8 ", "jitsi-meet: "]
                .iter()
                .any(|start| row.source.starts_with(start)),
            "{}: {}",
            row.name,
            row.source
        );
    }
}

/// What the table leaves out would be a rule that may change unseen.
#[test]
fn the_table_fails_every_rule_and_knows_every_code() {
    let setting = setting();
    let mut failed = Vec::new();
    let mut codes = HashSet::new();
    let mut refusals = HashSet::new();
    for row in rows(&setting) {
        let token = row.token(&setting, keys()).unwrap();
        let inspection = row.judge(&token, &setting, KEY.public()).inspection;
        let is_failed = |outcome: &Outcome| matches!(outcome, Outcome::Fail { .. });
        failed.extend(
            inspection
                .checks
                .iter()
                .filter(|check| is_failed(&check.outcome))
                .map(|check| check.rule),
        );
        codes.extend(row.reports.iter().map(|report| report.code.as_str()));
        if let Expected::Refuses(refusal) = &row.expected {
            refusals.insert(std::mem::discriminant(refusal));
        }
    }
    let rules = [
        Rule::Present,
        Rule::Header,
        Rule::KeyId,
        Rule::KeyRegistered,
        Rule::ThreeParts,
        Rule::Body,
        Rule::Typ,
        Rule::Alg,
        Rule::Signature,
        Rule::ExpNumber,
        Rule::NbfNumber,
        Rule::NotExpired,
        Rule::Begun,
        Rule::Issuer,
        Rule::Audience,
        Rule::Context,
        Rule::Tenant,
        Rule::Room,
    ];
    for rule in rules {
        assert!(failed.contains(&rule), "no row fails {rule:?}");
    }
    assert_eq!(codes.len(), 14, "{codes:?}");
    assert_eq!(refusals.len(), 24, "one of the server's answers is missing");
}

#[test]
fn the_rows_hold_for_another_tenant_room_and_time() {
    let tenant = format!("vpaas-magic-cookie-{}", "0".repeat(32));
    let setting = Setting {
        key_id: KeyId::parse(&format!("{tenant}/Prod.Key_1-b")).unwrap(),
        room: RoomName::parse("7").unwrap(),
        now: NOW.plus(86_400 * 400),
    };
    let keys = Keys {
        tenant: &OTHER_KEY,
        other: &KEY,
    };
    for row in rows(&setting) {
        let token = row.token(&setting, keys).unwrap();
        let judgement = row.judge(&token, &setting, OTHER_KEY.public());
        assert!(
            judgement.is_as_expected(),
            "{}: {:?}",
            row.name,
            judgement.differences
        );
    }
}

#[test]
fn a_row_that_expects_something_else_says_in_what_it_differs() {
    let setting = setting();
    let row = |name: &str| -> Row {
        let mut rows = rows(&setting).into_iter();
        rows.find(|row| row.name == name).unwrap()
    };
    let mut moderator = row("moderator \"true\"");
    moderator.expected = row("moderator false").expected;
    moderator.reports = row("no exp").reports;
    let token = moderator.token(&setting, keys()).unwrap();
    let judgement = moderator.judge(&token, &setting, KEY.public());
    assert!(matches!(judgement.inspection.verdict, Verdict::Accepted(_)));
    let [verdict, reports] = judgement.differences.as_slice() else {
        panic!("{:?}", judgement.differences);
    };
    assert!(
        verdict.starts_with("expected participant in standup, ")
            && verdict.contains("; judged moderator in standup, "),
        "{verdict}"
    );
    assert_eq!(
        reports,
        "expected the web client to report expInvalid; it reports nothing"
    );

    let refused = row("another room");
    let token = refused.token(&setting, keys()).unwrap();
    let mut wrong = row("the room itself");
    wrong.reports.clear();
    let judgement = wrong.judge(&token, &setting, KEY.public());
    assert!(
        judgement.differences[0]
            .ends_with("judged refused at the room's door: Room and token mismatched"),
        "{:?}",
        judgement.differences
    );
}
