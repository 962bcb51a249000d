//! docs/performance.md: the numbers, and how they were come by.

use std::fmt::Write as _;

use super::command_line::CommandLine;
use super::joining::Joins;
use super::machine::Machine;
use super::rooms::Rooms;
use super::sample::Sample;
use super::starting::Starts;
use super::token::Tokens;

pub(crate) struct Report {
    pub(crate) machine: Machine,
    pub(crate) token: Tokens,
    pub(crate) command_line: CommandLine,
    pub(crate) starts: Starts,
    pub(crate) joins: Joins,
    pub(crate) rooms: Rooms,
}

/// What is promised of a number.
enum Goal<'a> {
    /// At most so many times the other.
    Times(f64, &'a Sample),
    /// At most so many milliseconds.
    Milliseconds(f64),
    /// The same, with another number beside it for the eye.
    Beside(f64, &'a Sample),
}

impl Report {
    pub(crate) fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        let machine = &self.machine;
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "Machine: {} cores, {}; {}; WebKitGTK {}; Chromium {}; a display without a screen, drawn by \
             the processor. Load before the measurement: {}.\n",
            machine.cores,
            machine.processor,
            machine.system,
            machine.webkit,
            machine.chromium,
            machine.load
        );
        text.push_str(TABLE);
        let (starts, joins, token) = (&self.starts, &self.joins, &self.token);
        let (rooms, command_line) = (&self.rooms, &self.command_line);
        let rows = [
            (
                "Cold start to the launcher taking keys",
                "ms",
                &starts.roomkey,
                Goal::Times(1.25, &starts.bare),
            ),
            (
                "Join to the first request to the tenant's host, Chromium window",
                "ms",
                &joins.chromium,
                Goal::Times(1.2, &joins.bare_chromium),
            ),
            (
                "The same, embedded window",
                "ms",
                &joins.embedded,
                Goal::Milliseconds(150.0),
            ),
            (
                "A token for an RSA-4096 key, from the grant to its text",
                "ms",
                &token.token,
                Goal::Beside(4.0, &token.signature),
            ),
            (
                "`roomkeyctl token mint`, from its start to its end, on one core",
                "ms",
                &command_line.mint,
                Goal::Beside(30.0, &command_line.openssl),
            ),
            (
                "`roomkeyctl token matrix`, the same",
                "ms",
                &command_line.matrix,
                Goal::Milliseconds(3000.0),
            ),
            (
                "Memory of all processes (PSS), launcher shown and idle",
                "MiB",
                &starts.roomkey_memory,
                Goal::Times(1.15, &starts.bare_memory),
            ),
            (
                "A key in the filter of 5,000 rooms until the page is laid out, launcher",
                "ms",
                &rooms.launcher,
                Goal::Milliseconds(FRAME),
            ),
            (
                "The same, settings window",
                "ms",
                &rooms.settings,
                Goal::Milliseconds(FRAME),
            ),
            (
                "A change of one of 5,000 rooms until the settings are on the disk",
                "ms",
                &rooms.saving,
                Goal::Beside(50.0, &rooms.writing),
            ),
        ];
        for (what, unit, sample, goal) in rows {
            text.push_str(&row(what, unit, sample, &goal));
        }
        let _ = write!(
            text,
            "\nBesides the token itself, a meeting's way to one is reading the key from the form in \
             which the keyring has it ({} ms) and judging the token by the JaaS rules before it is \
             handed out ({} ms).\n",
            number(token.reading.median()),
            number(token.judging.median())
        );
        text.push_str(FOOT);
        text
    }
}

fn row(what: &str, unit: &str, sample: &Sample, goal: &Goal<'_>) -> String {
    let (other, ratio, goal, reached) = match goal {
        Goal::Times(times, other) => {
            let ratio = sample.median() / other.median();
            let goal = format!("at most {times} times");
            (
                spread(other, unit),
                format!("{ratio:.2}"),
                goal,
                ratio <= *times,
            )
        }
        Goal::Milliseconds(most) => {
            let goal = format!("at most {most} ms");
            (
                "–".to_owned(),
                "–".to_owned(),
                goal,
                sample.median() <= *most,
            )
        }
        Goal::Beside(most, other) => {
            let ratio = sample.median() / other.median();
            let goal = format!("at most {most} ms");
            (
                spread(other, unit),
                format!("{ratio:.2}"),
                goal,
                sample.median() <= *most,
            )
        }
    };
    let reached = if reached { "reached" } else { "**missed**" };
    let runs = sample.count();
    let sample = spread(sample, unit);
    format!("| {what} | {sample} | {other} | {ratio} | {goal} | {reached} | {runs} |\n")
}

/// "412 ms (398 to 431)"
fn spread(sample: &Sample, unit: &str) -> String {
    let (from, to) = sample.middle();
    let median = number(sample.median());
    format!("{median} {unit} ({} to {})", number(from), number(to))
}

/// Three digits or more, whatever the size.
fn number(value: f64) -> String {
    match value {
        value if value < 10.0 => format!("{value:.2}"),
        value if value < 100.0 => format!("{value:.1}"),
        value => format!("{value:.0}"),
    }
}

/// One of 60 Hz, in milliseconds.
const FRAME: f64 = 16.7;

const HEAD: &str = "\
# How fast Roomkey is

`./dev bench` makes this file. It builds the program as it is shipped, runs it on a desktop of its
own (display, window manager, session bus, keyring), and measures from outside. What is compared
takes turns, so that what else the machine does meets both. Each number is a median, with the
middle half of the runs behind it.

";

const TABLE: &str = "\
| what | Roomkey | beside it | ratio | goal | | runs |
| --- | --- | --- | --- | --- | --- | --- |
";

const FOOT: &str = include_str!("report.md");
