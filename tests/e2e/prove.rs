//! The inspector proves what a meeting grants: real tokens, a server of the tenant's in the
//! test's process, and Chromium windows that open and close by themselves, two at most.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;

use roomkey_core::token::Token;
use roomkey_rehearsal::happening::Happening;
use roomkey_rehearsal::happening::What;
use roomkey_rehearsal::leading::Leading;
use serde_json::Value;
use serde_json::json;
use tokio::sync::broadcast::Receiver;

use crate::application::Application;
use crate::chooser;
use crate::desk::Desk;
use crate::process::until;
use crate::processes;
use crate::screen;
use crate::search::Secret;
use crate::tenant::Tenant;
use crate::tenant::room;
use crate::whole_path::set_up;

/// The room that the inspector proposes.
const ROOM: &str = "roomkey-proof";

/// The title of a demonstration's window.
const DEMONSTRATION: &str = "^Demonstration · ";

/// The titles of a proof's windows.
const WINDOWS: &str = "^roomkey-proof · ";

/// Counts what a JUnit file says, by a reader that is not ours.
const COUNT: &str = r#"
import json, sys, xml.etree.ElementTree as tree
root = tree.fromstring(sys.stdin.buffer.read())
cases = root.findall("./testsuite/testcase")
print(json.dumps({
    "tests": int(root.get("tests")), "failures": int(root.get("failures")),
    "cases": len(cases),
    "failed": [case.get("name") for case in cases if case.find("failure") is not None],
    "timed": all(float(case.get("time")) > 0 for case in cases),
}))
"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_grants_what_tokens_say_passes_every_case() {
    let desk = Desk::new();
    let tenant = Tenant::new(desk.path("")).await;
    let roomkey = inspector(&desk, &tenant).await;
    let mut tokens = tenant.server.tokens();
    let mut happenings = tenant.server.happenings();

    start_in_the_real_room(&roomkey).await;
    let most = until_done(&roomkey, &desk, 13).await;

    roomkey.says("All 13 as expected").await;
    assert_eq!(most, 2, "two windows at once, and never more");
    assert_eq!(failed(&roomkey).await, [""; 0]);
    let joins = joins(&mut happenings);
    assert_eq!(
        joins.len(),
        9,
        "eight cases let in, one of them two: {joins:?}"
    );
    no_browser_is_left(&desk).await;

    let brought: Vec<Token> = std::iter::from_fn(|| tokens.try_recv().ok()).collect();
    assert_eq!(brought.len(), 14);
    let junit = save(&roomkey, &desk, "JUnit XML", "proof.xml").await;
    let counted = counted(&junit);
    let expected = json!({
        "tests": 13, "failures": 0, "cases": 13, "failed": [], "timed": true,
    });
    assert_eq!(counted, expected);
    let data: Value =
        serde_json::from_str(&save(&roomkey, &desk, "JSON", "proof.json").await).unwrap();
    assert_eq!(
        (&data["passed"], &data["place"]),
        (&json!(13), &json!("server"))
    );
    let page = save(&roomkey, &desk, "Page to print", "proof.html").await;
    assert!(page.contains("What the meetings of Acme grant"), "{page}");
    assert!(page.contains("All 13 as expected"), "{page}");
    roomkey.close().await;
    for token in brought.iter().step_by(6) {
        let written = Secret::token(token).in_files(&desk.path(""));
        assert_eq!(written, Vec::<PathBuf>::new(), "no token is left anywhere");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_grants_other_roles_fails_exactly_those_cases() {
    let desk = Desk::new();
    let tenant = Tenant::new(desk.path("")).await;
    let roomkey = inspector(&desk, &tenant).await;
    roomkey.click("label", "Rights").await;

    let table = [
        (
            Leading::Nobody,
            "2 of 9 differ",
            &["Moderator", "Moderator and participant side by side"][..],
            "Is participant and should be moderator.",
            &["moderator", "moderator and participant side by side"][..],
        ),
        (
            Leading::Everybody,
            "3 of 9 differ",
            &[
                "Participant, alone in the room",
                "Visitor",
                "Moderator and participant side by side",
            ],
            "Is moderator and should be visitor.",
            &[
                "participant",
                "visitor",
                "moderator and participant side by side",
            ],
        ),
    ];
    for (leading, sentence, lines, words, reported) in table {
        tenant.server.set_leading(&room(ROOM), leading);
        start_in_the_real_room(&roomkey).await;
        until_done(&roomkey, &desk, 9).await;
        roomkey.says(sentence).await;
        assert_eq!(failed(&roomkey).await, lines, "{leading:?}");
        roomkey.says(words).await;
        let name = format!("{leading:?}.xml");
        let junit = counted(&save(&roomkey, &desk, "JUnit XML", &name).await);
        assert_eq!(
            (&junit["tests"], &junit["failed"]),
            (&json!(9), &json!(reported))
        );
    }
    no_browser_is_left(&desk).await;
    roomkey.close().await;
}

/// A meeting that is open would be covered by the proof's windows.
#[tokio::test(flavor = "multi_thread")]
async fn no_proof_begins_while_a_meeting_is_open() {
    let desk = Desk::new();
    let roomkey = Application::start(&desk).await;
    roomkey.press("Rehearse without").await;
    screen::shows(&desk, DEMONSTRATION).await;
    open_inspector(&roomkey).await;

    roomkey.press("Start").await;
    roomkey.says("A meeting is open.").await;
    assert_eq!(screen::visible(&desk, WINDOWS), Vec::<String>::new());
    roomkey.turn_to("launcher.html").await;
    roomkey.end_meeting().await;
    until("the end of the meeting", async || {
        screen::visible(&desk, DEMONSTRATION)
            .is_empty()
            .then_some(())
    })
    .await;
    roomkey.turn_to("inspector.html").await;
    roomkey.press("Start").await;
    screen::shows(&desk, WINDOWS).await;
    roomkey.press("Stop").await;
    roomkey.says("Stopped after").await;
    roomkey.close().await;
}

/// Without a tenant, on the stand-in: a window that the tester closes ends its case alone, Stop
/// ends all, and so does the inspector's own end.
#[tokio::test(flavor = "multi_thread")]
async fn a_proof_can_be_ended_at_any_time_and_leaves_no_window() {
    let desk = Desk::new();
    let roomkey = Application::start(&desk).await;
    open_inspector(&roomkey).await;
    roomkey
        .says("A real room needs a tenant with its key.")
        .await;

    roomkey.press("Start").await;
    screen::close(&desk, WINDOWS).await;
    until("the stopped case, and the next one's end", async || {
        let results = results(&roomkey).await;
        let of = |at: usize| results.get(at).map(|(_, result)| result.as_str());
        (of(0) == Some("Stopped") && of(1) == Some("Pass")).then_some(())
    })
    .await;
    roomkey.press("Stop").await;
    roomkey.says("Stopped after").await;
    no_browser_is_left(&desk).await;

    roomkey.press("Start again").await;
    screen::shows(&desk, WINDOWS).await;
    close_inspector(&desk).await;
    no_browser_is_left(&desk).await;

    roomkey.turn_to("launcher.html").await;
    open_inspector(&roomkey).await;
    roomkey.press("Start").await;
    // It would not begin while the first one went on.
    roomkey.says("0 of 13 done").await;
    screen::shows(&desk, WINDOWS).await;
    roomkey.close().await;
    no_browser_is_left(&desk).await;
}

/// Roomkey with a tenant, and its inspector open at Prove.
async fn inspector(desk: &Desk, tenant: &Tenant) -> Application {
    let roomkey = Application::start(desk).await;
    set_up(&roomkey, desk, tenant, "Daily stand-up").await;
    roomkey.says("Daily stand-up").await;
    open_inspector(&roomkey).await;
    roomkey
}

async fn open_inspector(roomkey: &Application) {
    let open = "return window.__TAURI_INTERNALS__.invoke('plugin:launcher|open_inspector')";
    roomkey.page.execute(open, vec![]).await.unwrap();
    roomkey.turn_to("inspector.html").await;
    roomkey.press("Prove").await;
    roomkey.says("Nothing has been proved yet").await;
}

/// Closes it as a person does.
async fn close_inspector(desk: &Desk) {
    screen::close(desk, "^Inspector · Roomkey$").await;
}

async fn start_in_the_real_room(roomkey: &Application) {
    let place = roomkey.field("Where").await;
    place.select_by_value("server").await.unwrap();
    roomkey.press("Start").await;
    roomkey.says("monthly active user").await;
    roomkey.confirm("Prove there").await;
}

/// Waits until so many cases are done, and says how many windows were seen at once. Each case
/// has a minute.
async fn until_done(roomkey: &Application, desk: &Desk, cases: usize) -> usize {
    let mut most = 0;
    for count in 1..=cases {
        until(&format!("the result of case {count}"), async || {
            most = most.max(browsers(desk).len());
            let results = results(roomkey).await;
            let done = results.iter().filter(|(_, result)| is_known(result));
            (done.count() >= count).then_some(())
        })
        .await;
    }
    roomkey.find_starting("button", "JUnit XML").await;
    most
}

fn is_known(result: &str) -> bool {
    ["Pass", "Fail"].contains(&result)
}

/// The table's cases with their results.
async fn results(roomkey: &Application) -> Vec<(String, String)> {
    let lines = "return [...document.querySelectorAll('main tbody tr:has(td)')]
        .map(({ cells }) => [cells[0].innerText.trim(), cells[3].innerText.trim()])";
    let lines = roomkey.page.execute(lines, vec![]).await.unwrap();
    serde_json::from_value(lines).unwrap()
}

async fn failed(roomkey: &Application) -> Vec<String> {
    let results = results(roomkey).await.into_iter();
    results
        .filter(|(_, result)| result == "Fail")
        .map(|(name, _)| name)
        .collect()
}

/// Who was let into the room.
fn joins(happenings: &mut Receiver<Happening>) -> Vec<String> {
    std::iter::from_fn(|| happenings.try_recv().ok())
        .filter(|happening| happening.room == room(ROOM))
        .filter_map(|happening| {
            let What::Joined { person, .. } = happening.what else {
                return None;
            };
            person
        })
        .collect()
}

/// The profiles of the browsers that run.
fn browsers(desk: &Desk) -> BTreeSet<String> {
    let running = processes::on(desk)
        .into_iter()
        .map(|process| process.said());
    running
        .filter(|said| !said.contains("--type="))
        .filter_map(|said| {
            let (_, profile) = said.split_once("--user-data-dir=")?;
            profile.split_whitespace().next().map(str::to_owned)
        })
        .collect()
}

async fn no_browser_is_left(desk: &Desk) {
    until("the end of every browser", async || {
        let left = processes::on(desk)
            .into_iter()
            .map(|process| process.said());
        let mut left = left.filter(|said| said.contains("proof-chromium"));
        left.next().is_none().then_some(())
    })
    .await;
}

/// Saves by the button with this text, and gives what was written.
pub(crate) async fn save(roomkey: &Application, desk: &Desk, button: &str, name: &str) -> String {
    roomkey.press(button).await;
    let file = desk.path(name);
    chooser::save_as(desk, &file).await;
    roomkey.says(&format!("Saved as {}", file.display())).await;
    fs::read_to_string(file).unwrap()
}

fn counted(junit: &str) -> Value {
    let mut python = Command::new("/usr/bin/python3")
        .args(["-c", COUNT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|fault| panic!("python3: {fault}; ./dev test installs it"));
    let mut input = python.stdin.take().unwrap();
    input.write_all(junit.as_bytes()).unwrap();
    drop(input);
    let output = python.wait_with_output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}
