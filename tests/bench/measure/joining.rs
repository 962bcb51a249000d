//! From Join to the first request that reaches the tenant's host.
//!
//! Join is pressed as a person does it who has the launcher before them: Enter, on the room that
//! is selected. The browser beside it is started with the very arguments that Roomkey starts it
//! with, but for the pipe, the profile and the address.

use std::io::Write;
use std::process::ChildStdin;
use std::process::Command;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use roomkey_store::settings::SurfaceChoice;
use roomkey_surface::browser;

use super::host::Host;
use super::memory;
use super::roomkey::Program;
use super::roomkey::wait;
use super::roomkey::within;
use super::sample::Sample;
use super::tenant;
use crate::desk::Desk;
use crate::process::Running;

const ROUNDS: usize = 11;

/// What goes on after a start is over by then.
const SETTLED: Duration = Duration::from_secs(1);

#[derive(Default)]
pub(crate) struct Joins {
    pub(crate) chromium: Sample,
    pub(crate) bare_chromium: Sample,
    pub(crate) embedded: Sample,
}

pub(crate) fn measure(desk: &Desk, host: &Host) -> Joins {
    let mut joins = Joins::default();
    let mut keyboard = Keyboard::new(desk);
    // The first of each makes the profile.
    let (_, flags) = join(desk, host, &mut keyboard, SurfaceChoice::Chromium);
    bare_chromium(desk, host, &flags);
    join(desk, host, &mut keyboard, SurfaceChoice::Embedded);
    for _ in 0..ROUNDS {
        joins.bare_chromium.time(bare_chromium(desk, host, &flags));
        let (time, _) = join(desk, host, &mut keyboard, SurfaceChoice::Chromium);
        joins.chromium.time(time);
        let (time, _) = join(desk, host, &mut keyboard, SurfaceChoice::Embedded);
        joins.embedded.time(time);
    }
    joins
}

/// Starts Roomkey, joins, and waits until the meeting, which ends by itself, is cleared away.
/// Gives the time, and the flags that the browser was started with, where there is one.
fn join(
    desk: &Desk,
    host: &Host,
    keyboard: &mut Keyboard,
    surface: SurfaceChoice,
) -> (Duration, Vec<String>) {
    tenant::choose_surface(desk, host, surface);
    host.forget();
    let mut roomkey = Program::roomkey(desk);
    // After its start Roomkey asks the host for the time.
    host.request("HEAD");
    thread::sleep(SETTLED);
    let processes = memory::tree(roomkey.id()).len();

    let pressed = Instant::now();
    keyboard.say("keydown Return");
    let time = host.request("GET") - pressed;
    keyboard.say("keyup Return");

    let flags: Vec<String> = memory::tree(roomkey.id())
        .into_iter()
        .map(memory::arguments)
        .find(|arguments| arguments.iter().any(|argument| argument == PIPE))
        .map(|arguments| arguments.into_iter().skip(1).filter(is_common).collect())
        .unwrap_or_default();
    assert_eq!(flags.is_empty(), surface != SurfaceChoice::Chromium);
    // A webview's process may stay for the next window; that is no matter here.
    within(Duration::from_secs(5), || {
        memory::tree(roomkey.id()).len() <= processes
    });
    roomkey.end();
    (time, flags)
}

/// Starts Chromium on the host's page, and ends it as a person would.
fn bare_chromium(desk: &Desk, host: &Host, flags: &[String]) -> Duration {
    let browser = browser::find()
        .into_iter()
        .next()
        .expect("a Chromium is there");
    let profile = desk.path("bare-chromium");
    host.forget();
    let mut command = desk.command(&browser.path);
    command
        .arg(format!("--app=http://{}/", host.authority()))
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(flags)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let began = Instant::now();
    let mut running = Running::start(&mut command, "chromium");
    let time = host.request("GET") - began;
    thread::sleep(SETTLED);
    let id = running.child().id();
    let processes = memory::tree(id);
    let asked = Command::new("kill").arg(id.to_string()).status();
    assert!(asked.unwrap().success());
    wait("Chromium's end", || {
        running.child().try_wait().unwrap().is_some()
    });
    wait("the end of its processes", || {
        processes.iter().all(|id| memory::arguments(*id).is_empty())
    });
    time
}

const PIPE: &str = "--remote-debugging-pipe";

/// Whether an argument is for any browser, and not for the one window alone.
fn is_common(argument: &String) -> bool {
    argument != PIPE && !argument.starts_with("--app=") && !argument.starts_with("--user-data-dir=")
}

/// The desk's keyboard, which is ready before it is needed.
struct Keyboard {
    _xdotool: Running,
    keys: ChildStdin,
}

impl Keyboard {
    fn new(desk: &Desk) -> Self {
        let mut command = desk.command("xdotool");
        command.arg("-").stdin(Stdio::piped());
        let mut xdotool = Running::start(&mut command, "xdotool");
        let keys = xdotool.child().stdin.take().unwrap();
        Self {
            _xdotool: xdotool,
            keys,
        }
    }

    fn say(&mut self, what: &str) {
        writeln!(self.keys, "{what}").unwrap();
    }
}
