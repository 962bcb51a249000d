//! All the ways in which a window ends, or never begins.

use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use roomkey_surface::chromium::{OpenFault, Window};
use roomkey_surface::link::SurfaceEvent;
use tempfile::TempDir;
use tokio::time::sleep;

use crate::desk::Desk;
use crate::processes;

#[tokio::test]
async fn closed_by_us() {
    let desk = Desk::new();
    let mut talk = desk.open(desk.options()).await;
    let all = processes::of_profile(&desk.profile());
    assert!(!all.is_empty());

    talk.link.sender.close();

    assert_eq!(talk.event().await, SurfaceEvent::Closed);
    assert!(
        processes::all_ended(&all, Duration::ZERO).await,
        "closed is said when all is over"
    );
    assert_eq!(talk.link.events.recv().await, None, "nothing follows");
}

#[tokio::test]
async fn closed_by_the_person() {
    let desk = Desk::new();
    let mut talk = desk.open(desk.options()).await;
    let all = processes::of_profile(&desk.profile());

    // A page may close its window, as a person may, once it knows that nothing lies behind it.
    let closing = tokio::spawn({
        let sender = talk.link.sender.clone();
        async move {
            loop {
                sender.send("window.close()".to_owned());
                sleep(Duration::from_millis(300)).await;
            }
        }
    });
    while talk.event().await != SurfaceEvent::Closed {}
    closing.abort();
    assert!(processes::all_ended(&all, Duration::ZERO).await);
}

#[tokio::test]
async fn killed() {
    let desk = Desk::new();
    let mut talk = desk.open(desk.options()).await;
    let all = processes::of_profile(&desk.profile());

    processes::kill(all[0]);

    assert_eq!(talk.event().await, SurfaceEvent::Closed);
    assert!(processes::all_ended(&all, Duration::ZERO).await);
}

#[tokio::test]
async fn the_page_crashed() {
    let desk = Desk::new();
    let mut talk = desk.open(desk.options()).await;
    let all = processes::of_profile(&desk.profile());

    // Chromium writes its renderers' arguments as one.
    let renderers: Vec<u32> = all
        .iter()
        .copied()
        .filter(|process| {
            processes::arguments(*process)
                .iter()
                .any(|argument| argument.contains("--type=renderer"))
        })
        .collect();
    assert!(!renderers.is_empty());
    renderers.into_iter().for_each(processes::kill);

    assert_eq!(talk.event().await, SurfaceEvent::Closed);
    assert!(processes::all_ended(&all, Duration::ZERO).await);
}

#[tokio::test]
async fn the_page_left() {
    let desk = Desk::new();
    let mut talk = desk.open(desk.options()).await;

    talk.link
        .sender
        .send("location.href = 'about:blank'".to_owned());

    while talk.event().await != SurfaceEvent::Closed {}
}

#[tokio::test]
async fn dropped() {
    let desk = Desk::new();
    let talk = desk.open(desk.options()).await;
    let all = processes::of_profile(&desk.profile());
    let sender = talk.link.sender.clone();

    drop(talk);

    assert!(processes::all_ended(&all, Duration::from_secs(5)).await);
    sender.send("to nobody".to_owned());
}

/// Opens a window and is killed with it; run by [`roomkey_ends`] alone.
#[tokio::test]
async fn a_child_that_holds_a_window() {
    let Some(directory) = env::var_os(HOLD_IN) else {
        return;
    };
    let directory = PathBuf::from(directory);
    let desk = Desk::new();
    let mut options = desk.options();
    options.profile = directory.join("profile");
    let _talk = desk.open(options).await;
    fs::write(directory.join("open"), "").unwrap();
    sleep(Duration::from_secs(60)).await;
}

#[tokio::test]
async fn roomkey_ends() {
    let directory = TempDir::new().unwrap();
    let display = crate::display::Display::open();
    let mut holder = Command::new(env::current_exe().unwrap())
        .args(["--exact", "ends::a_child_that_holds_a_window"])
        .env(HOLD_IN, directory.path())
        .env("DISPLAY", display.name())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while !directory.path().join("open").exists() {
        assert!(holder.try_wait().unwrap().is_none(), "the window opens");
        sleep(Duration::from_millis(50)).await;
    }
    let all = processes::of_profile(&directory.path().join("profile"));
    assert!(!all.is_empty());

    holder.kill().unwrap();
    holder.wait().unwrap();

    assert!(processes::all_ended(&all, Duration::from_secs(5)).await);
}

#[tokio::test]
async fn a_browser_that_does_not_answer_is_passed_over_in_time() {
    let desk = Desk::new();
    let mut options = desk.options();
    let mark = desk.directory.path().join("mark");
    options.browser = script(
        &desk,
        &format!("echo $$ > {}; sleep 60; exit 0", mark.display()),
    );
    options.answer_within = Duration::from_millis(1500);
    let began = Instant::now();

    let outcome = Window::open(options).await;

    assert!(
        matches!(outcome, Err(OpenFault::NoAnswer { .. })),
        "{outcome:?}"
    );
    assert!(began.elapsed() < Duration::from_secs(10));
    let group = fs::read_to_string(mark).unwrap().trim().parse().unwrap();
    assert!(
        processes::of_group(group).is_empty(),
        "and all it started is ended"
    );
}

#[tokio::test]
async fn a_browser_that_ends_at_once_is_not_waited_for() {
    let desk = Desk::new();
    let mut options = desk.options();
    options.browser = script(&desk, "exit 0");
    let began = Instant::now();

    let outcome = Window::open(options).await;

    assert!(
        matches!(outcome, Err(OpenFault::Ended { .. })),
        "{outcome:?}"
    );
    assert!(began.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn a_browser_that_ends_at_its_start_is_started_once_more() {
    let desk = Desk::new();
    let mut options = desk.options();
    let mark = desk.directory.path().join("mark");
    let (mark, browser) = (mark.display(), options.browser.display());
    let text = format!("[ -e {mark} ] && exec {browser} \"$@\"\ntouch {mark}");
    options.browser = script(&desk, &text);

    desk.open(options).await.link.close().await;
}

#[tokio::test]
async fn a_browser_that_refuses_is_said_with_what() {
    let desk = Desk::new();
    let mut options = desk.options();
    options.browser = script(
        &desk,
        r#"printf '{"id":1,"error":{"code":-32601,"message":"no such method"}}\000' >&4; sleep 60"#,
    );

    let outcome = Window::open(options).await;

    let text = outcome.unwrap_err().to_string();
    assert!(
        text.contains("refused Fetch.enable (no such method)"),
        "{text}"
    );
}

#[tokio::test]
async fn a_browser_that_is_not_there() {
    let desk = Desk::new();
    let mut options = desk.options();
    options.browser = desk.directory.path().join("none");

    let outcome = Window::open(options).await;

    assert!(
        matches!(outcome, Err(OpenFault::Spawn { .. })),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn a_profile_in_use_is_refused_and_free_again_afterwards() {
    let desk = Desk::new();
    let mut talk = desk.open(desk.options()).await;

    let second = Window::open(desk.options()).await;

    assert!(matches!(second, Err(OpenFault::ProfileInUse)), "{second:?}");
    assert_eq!(talk.ask("1 + 1").await, 2, "the first window is untouched");
    talk.link.close().await;
    desk.open(desk.options()).await.link.close().await;
}

#[tokio::test]
async fn an_opening_that_is_given_up_leaves_nothing() {
    let desk = Desk::new();
    let mut options = desk.options();
    let mark = desk.directory.path().join("mark");
    options.browser = script(
        &desk,
        &format!("echo $$ > {}; sleep 60; exit 0", mark.display()),
    );

    let opening = tokio::spawn(Window::open(options));
    while fs::read_to_string(&mark).unwrap_or_default().is_empty() {
        sleep(Duration::from_millis(20)).await;
    }
    opening.abort();

    let group = fs::read_to_string(mark).unwrap().trim().parse().unwrap();
    let until = Instant::now() + Duration::from_secs(10);
    while !processes::of_group(group).is_empty() {
        assert!(Instant::now() < until);
        sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn an_opening_that_is_given_up_is_not_in_the_way_of_the_next() {
    let desk = Desk::new();
    let lock = desk.profile().join("surface.lock");

    let opening = tokio::spawn(Window::open(desk.options()));
    while !lock.exists() {
        sleep(Duration::from_millis(1)).await;
    }
    opening.abort();

    desk.open(desk.options()).await.link.close().await;
}

fn script(desk: &Desk, text: &str) -> PathBuf {
    let path = desk.directory.path().join("browser");
    fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

const HOLD_IN: &str = "ROOMKEY_TEST_HOLD_IN";
