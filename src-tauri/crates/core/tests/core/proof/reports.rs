//! What is saved of a proof.

use roomkey_core::feature::Features;
use roomkey_core::inspect::RefusalPhase;
use roomkey_core::proof::case::ProofCase;
use roomkey_core::proof::compare::Difference;
use roomkey_core::proof::expected::Expected;
use roomkey_core::proof::observed::Observed;
use roomkey_core::proof::page::{PageGroup, PageLine, PageText, html};
use roomkey_core::proof::report::{CaseResult, GuestResult, Place, Report};
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use serde_json::json;

use super::{joined, present, refused};
use crate::core::fixtures::NOW;

fn guest(role: Role, observed: Observed, differences: Vec<Difference>) -> GuestResult {
    GuestResult {
        expected: Expected::Joins {
            role,
            person: None,
            features: Features::default(),
            hidden_from_recorder: false,
        },
        observed,
        differences,
    }
}

fn report() -> Report {
    use Role::{Moderator, Participant};

    let people = [present("1", "moderator", "ada")];
    let leads = || joined("1", Some(Moderator), Some(&people));
    let takes_part = || joined("2", Some(Participant), Some(&people));
    let lead = Difference::Role {
        expected: Participant,
        granted: Moderator,
    };
    let text = "Room and token mismatched";
    let result = |case, guests| CaseResult {
        case,
        guests,
        took: 4_321,
    };
    Report {
        place: Place::Server,
        tenant: "Acme <Meetings>".to_owned(),
        room: RoomName::parse("standup").unwrap(),
        at: NOW,
        chosen: vec![
            ProofCase::Moderator,
            ProofCase::Participant,
            ProofCase::Together,
            ProofCase::OtherRoom,
            ProofCase::Expired,
            ProofCase::NoKeyId,
        ],
        results: vec![
            result(
                ProofCase::Moderator,
                vec![guest(Moderator, leads(), vec![])],
            ),
            result(
                ProofCase::Participant,
                vec![guest(Participant, leads(), vec![lead.clone()])],
            ),
            result(
                ProofCase::Together,
                vec![
                    guest(Moderator, takes_part(), vec![]),
                    guest(Participant, leads(), vec![lead, Difference::NoList]),
                ],
            ),
            result(
                ProofCase::OtherRoom,
                vec![GuestResult {
                    expected: Expected::Refused {
                        phase: RefusalPhase::Conference,
                        text: text.to_owned(),
                    },
                    observed: refused(RefusalPhase::Conference, text),
                    differences: vec![],
                }],
            ),
            result(
                ProofCase::Expired,
                vec![guest(Participant, Observed::Stopped, vec![])],
            ),
        ],
    }
}

#[test]
fn junit_has_a_suite_for_each_group_that_was_chosen() {
    let xml = report().junit();
    for line in [
        "<testsuites name=\"Roomkey proof of Acme &lt;Meetings&gt; in standup\" tests=\"6\" failures=\"2\">",
        "<testsuite name=\"Roles\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\"",
        "<testsuite name=\"Together\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\"",
        "<testsuite name=\"Refused\" tests=\"3\" failures=\"0\" errors=\"0\" skipped=\"2\"",
        "<testcase classname=\"roomkey.proof.Roles\" name=\"moderator\" time=\"4.321\">",
        "<failure message=\"moderator, and not participant\"/>",
        "<failure message=\"participant: moderator, and not participant; participant: getRoomsInfo() gave no answer\"/>",
        "<skipped message=\"stopped by the tester\"/>",
        "expected refused: Room and token mismatched; granted refused: Room and token mismatched",
        "source: 8x8 infra-configuration: mod_muc_moderators.lua",
    ] {
        assert!(xml.contains(line), "{line}\n{xml}");
    }
    assert!(!xml.contains("name=\"Rights\""), "{xml}");
}

#[test]
fn json_counts_what_came_of_the_cases() {
    let data = report().json();
    let counts = [&data["passed"], &data["failed"], &data["stopped"]];
    assert_eq!(counts, [&json!(2), &json!(2), &json!(2)]);
    let outcomes: Vec<_> = data["cases"]
        .as_array()
        .unwrap()
        .iter()
        .map(|case| case["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(
        outcomes,
        ["passed", "failed", "failed", "passed", "stopped", "stopped"]
    );
    let second = &data["cases"][1]["guests"][0];
    assert_eq!(second["expected"]["role"], "participant");
    assert_eq!(second["observed"]["role"], "moderator");
    assert_eq!(second["differences"][0]["kind"], "role");
    assert_eq!(data["place"], "server");
}

#[test]
fn the_page_shows_texts_and_runs_nothing() {
    let text = PageText {
        language: "en".to_owned(),
        title: "Proof of <Acme>".to_owned(),
        summary: "1 of 2 differ".to_owned(),
        facts: vec![("Room".to_owned(), "a & b".to_owned())],
        columns: ["Case", "Expected", "Granted"].map(str::to_owned).to_vec(),
        groups: vec![PageGroup {
            title: "Roles".to_owned(),
            lines: vec![PageLine {
                cells: ["one", "<script>", "three"].map(str::to_owned).to_vec(),
                differences: vec!["leads \"all\"".to_owned()],
                differs: true,
            }],
        }],
    };
    let page = html(&text);
    for part in [
        "<html lang=\"en\">",
        "<title>Proof of &lt;Acme&gt;</title>",
        "<dt>Room</dt><dd>a &amp; b</dd>",
        "<th colspan=\"3\" scope=\"rowgroup\">Roles</th>",
        "<tr class=\"differs\"><td>one</td><td>&lt;script&gt;</td><td>three</td></tr>",
        "<td colspan=\"2\">leads &quot;all&quot;</td>",
        "default-src 'none'",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("<script"), "{page}");
}
