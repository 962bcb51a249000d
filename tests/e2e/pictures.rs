//! What a meeting and a failure look like, in light and in dark. `./dev screenshots` puts
//! these pictures into the documents.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use crate::application::PROGRAM;
use crate::desk::Desk;
use crate::desk::FAKE_CAMERA;
use crate::process::Running;
use crate::process::until;

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_follows_light_and_dark() {
    let light = picture("joins", "Joined", "meeting", Scheme::Light).await;
    let dark = picture("joins", "Joined", "meeting", Scheme::Dark).await;
    assert!(light > 0.6 && dark < 0.4, "light {light}, dark {dark}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failure_follows_light_and_dark() {
    let light = picture("tokenExpired", "Failed", "refused", Scheme::Light).await;
    let dark = picture("tokenExpired", "Failed", "refused", Scheme::Dark).await;
    assert!(light > 0.6 && dark < 0.4, "light {light}, dark {dark}");
}

#[derive(Clone, Copy)]
enum Scheme {
    Light,
    Dark,
}

/// Rehearses a case until the log tells its state, takes a picture of the meeting window,
/// and gives its mean brightness, from 0 to 1.
async fn picture(case: &str, state: &str, name: &str, scheme: Scheme) -> f64 {
    let desk = Desk::new();
    let (scheme, flag) = match scheme {
        Scheme::Light => ("light", ""),
        Scheme::Dark => ("dark", "--force-dark-mode"),
    };
    let mut program = desk.command(PROGRAM);
    program
        .arg(format!("--rehearse={case}"))
        // Without the bar by which Chromium warns of a root user.
        .env(
            "ROOMKEY_CHROMIUM_FLAGS",
            format!("{FAKE_CAMERA} --test-type {flag}"),
        )
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let _roomkey = Running::start(&mut program, "roomkey");
    until(&format!("{state} in the log"), async || {
        log(&desk).contains(&format!("state={state}")).then_some(())
    })
    .await;
    let window = until("the meeting window", async || window(&desk)).await;
    // What is explained under the pointer would be a black patch.
    let mut aside = desk.command("xdotool");
    let moved = aside.args(["mousemove", "0", "0"]).status();
    assert!(moved.unwrap().success());
    // The cards move in for a moment.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let file = folder().join(format!("{name}-{scheme}.png"));
    let mut import = desk.command("import");
    import.args(["-window", &window]).arg(&file);
    assert!(import.status().unwrap().success());
    brightness(&file)
}

fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn log(desk: &Desk) -> String {
    let Ok(files) = fs::read_dir(desk.path("roomkey/logs")) else {
        return String::new();
    };
    files
        .flatten()
        .filter_map(|file| fs::read_to_string(file.path()).ok())
        .collect()
}

/// The id of the meeting window.
fn window(desk: &Desk) -> Option<String> {
    let mut search = desk.command("xdotool");
    search.args(["search", "--onlyvisible", "--name", "^Demonstration · "]);
    let found = String::from_utf8(search.output().unwrap().stdout).unwrap();
    found.lines().next().map(str::to_owned)
}

fn brightness(file: &std::path::Path) -> f64 {
    let mean = std::process::Command::new("convert")
        .arg(file)
        .args(["-colorspace", "Gray", "-format", "%[fx:mean]", "info:"])
        .output()
        .unwrap();
    String::from_utf8(mean.stdout).unwrap().parse().unwrap()
}
