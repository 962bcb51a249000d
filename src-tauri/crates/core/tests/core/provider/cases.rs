//! The providers' tables of right and wrong tokens, case by case, held against their checks.

use std::collections::HashSet;

use roomkey_core::matrix::Group;
use roomkey_core::provider::{Case, Expected, Pair, Scene, Table};

use super::*;
use crate::core::fixtures::OTHER_KEY;

fn scene() -> Scene {
    Scene {
        room: RoomName::parse("2kyv-gzay-64pg").unwrap(),
        now: NOW,
    }
}

/// Every provider that has a table, as it signs.
fn providers() -> Vec<(Provider, bool)> {
    vec![
        (jitsi::by_secret(), false),
        (jitsi::by_key(), true),
        (videosdk::account(), false),
        (jiomeet::one_step(), false),
        (jiomeet::two_steps(), true),
    ]
}

/// Judges a case, and gives what the server asked.
fn judged(provider: &Provider, signs_by_key: bool, case: &Case) -> Vec<Check> {
    let (own, other) = (secret(), Secret::parse(&"x".repeat(32)).unwrap());
    let (pair, verifier) = if signs_by_key {
        let (own, other) = (Credential::Key(&KEY), Credential::Key(&OTHER_KEY));
        (Pair { own, other }, Verifier::Key(KEY.public()))
    } else {
        let (other, own_) = (Credential::Secret(&other), Credential::Secret(&own));
        (Pair { own: own_, other }, Verifier::Secret(&own))
    };
    let token = case.token(provider, &scene(), pair).unwrap();
    let judgement = case.judge(&token, provider, &scene(), verifier);
    let system = provider.system().abilities().name;
    assert_eq!(judgement.difference, None, "{system}: {}", case.name);
    judgement.checks
}

#[test]
fn every_case_comes_out_as_its_source_says() {
    for (provider, signs_by_key) in providers() {
        let cases = provider.system().cases(&scene());
        let names: HashSet<&str> = cases.iter().map(|case| case.name).collect();
        assert!(names.len() > 10);
        let pairs: HashSet<_> = cases.iter().map(|case| (case.group, case.name)).collect();
        assert_eq!(pairs.len(), cases.len());
        for case in &cases {
            judged(&provider, signs_by_key, case);
        }
    }
}

/// What a table leaves out would be a rule that may change unseen.
#[test]
fn every_rule_that_can_fail_fails_in_its_providers_table() {
    for (provider, signs_by_key) in providers() {
        let mut asked = HashSet::new();
        let mut failed = HashSet::new();
        for case in provider.system().cases(&scene()) {
            for check in judged(&provider, signs_by_key, &case) {
                if check.outcome == Outcome::Pass {
                    asked.insert(check.rule);
                }
            }
            if let Expected::Refused { rule, .. } = case.expected {
                failed.insert(rule);
            }
        }
        // `sub` counts only where the server's administrator asks for it.
        asked.remove(&Rule::Tenant);
        let unseen: Vec<_> = asked.difference(&failed).collect();
        let system = provider.system().abilities().name;
        assert!(unseen.is_empty(), "{system}: {unseen:?}");
    }
}

#[test]
fn a_case_that_comes_out_differently_says_so() {
    let provider = jitsi::by_secret();
    let cases = provider.system().cases(&scene());
    let mut case = cases
        .into_iter()
        .find(|case| case.name == "another room")
        .unwrap();
    case.expected = Expected::Accepted;
    let secret = secret();
    let pair = Pair {
        own: Credential::Secret(&secret),
        other: Credential::Secret(&secret),
    };
    let token = case.token(&provider, &scene(), pair).unwrap();
    let judgement = case.judge(&token, &provider, &scene(), Verifier::Secret(&secret));
    let difference = judgement.difference.unwrap();
    assert_eq!(
        difference,
        "expected accepted; judged refused for its room (Room and token mismatched)"
    );
}

#[test]
fn a_table_has_the_chosen_groups_and_its_report_no_token() {
    let (own, other) = (secret(), Secret::parse(&"x".repeat(32)).unwrap());
    let pair = Pair {
        own: Credential::Secret(&own),
        other: Credential::Secret(&other),
    };
    let provider = videosdk::account();
    let groups = [Group::Times, Group::Rooms];
    let table = Table::of(&provider, scene(), &groups, pair).unwrap();
    let all = provider.system().cases(&scene());
    let chosen = all.iter().filter(|case| groups.contains(&case.group));
    assert_eq!(table.judged.len(), chosen.count());
    assert_eq!(table.passed(), table.judged.len());
    let report = table.json();
    assert_eq!(
        (&report["system"], &report["failed"]),
        (&json!("VideoSDK"), &json!(0))
    );
    assert!(!report.to_string().contains("eyJ"));
    assert_eq!(table.lines().len(), table.judged.len());
}
