//! Plays a meeting out of text and writes down what it does.
//!
//! A score is one happening a line: milliseconds, a name and, where there is
//! one, the data as JSON. A name alone is a report of the page; `!session N`
//! is a fresh token of N seconds, `!until` only lets the time pass. Between
//! the lines there is a tick at every moment that the meeting asked for, but
//! for lines that begin with `!asleep`: these are the first thing that happens
//! after a sleep of the machine.
//!
//! The record is one line for each change: the state, what is shown, what is
//! asked for.

use serde_json::Value;
use serde_json::json;

use crate::meeting::Meeting;
use crate::meeting::MeetingOptions;
use crate::meeting::Moment;
use crate::meeting::action::Action;
use crate::meeting::event::PageEvent;
use crate::meeting::input::Input;
use crate::meeting::notice::Notice;
use crate::meeting::state::State;
use crate::time::Timestamp;

/// Millisecond 0 of every score.
pub(super) const START: u64 = 1_800_000_000_000;

/// Three hours, the lifetime of a token where nobody says otherwise.
pub(super) const LIFETIME: i64 = 10_800;

/// Page and script are there; from here on the times are those since the
/// frame's making.
pub(super) const FRAME: &str = "
    0 pageReady
    0 scriptLoaded {\"origin\":\"https://8x8.vc\",\"path\":\"/libs/external_api.min.js\"}";

/// In the meeting, as recorded by WebSocket.
pub(super) const JOIN: &str = r#"
    950 frameLoaded
    1050 browserSupport {"supported":true}
    1051 ready {}
    1850 videoConferenceJoined {"roomName":"standup","id":"c751f89c","displayName":"Ada","formattedDisplayName":"Ada (me)","breakoutRoom":false,"email":"ada@example.org","visitor":false}
    1860 participantRoleChanged {"id":"c751f89c","role":"moderator"}"#;

/// What [`FRAME`] and [`JOIN`] lead to.
pub(super) const JOINED: &str = "
    0 show joining
    1850 joined c751f89c -
    1850 show clear
    1860 joined c751f89c moderator";

/// One recorded case.
pub(super) struct Row {
    pub(super) case: &'static str,
    /// Put together in this order.
    pub(super) score: &'static [&'static str],
    pub(super) record: &'static [&'static str],
}

/// Plays all rows and names every one that went otherwise.
pub(super) fn check(rows: &[Row]) {
    let mut wrong = String::new();
    for row in rows {
        let mut play = Play::begin(LIFETIME);
        play.perform(&row.score.concat());
        let wanted = lines(&row.record.concat());
        if play.record != wanted {
            wrong += &format!(
                "\n{}\n  wanted\n    {}\n  got\n    {}\n",
                row.case,
                wanted.join("\n    "),
                play.record.join("\n    ")
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A meeting that is being played.
pub(super) struct Play {
    pub(super) meeting: Meeting,
    pub(super) record: Vec<String>,
    now: u64,
}

impl Play {
    /// A meeting whose token is good for so many seconds.
    pub(super) fn begin(lifetime: i64) -> Self {
        Self::begin_with(MeetingOptions {
            expires: expiry(0, lifetime),
            lobby: false,
        })
    }

    /// A meeting in a room that is to have a lobby.
    pub(super) fn begin_with_lobby() -> Self {
        Self::begin_with(MeetingOptions {
            expires: expiry(0, LIFETIME),
            lobby: true,
        })
    }

    fn begin_with(options: MeetingOptions) -> Self {
        Self {
            meeting: Meeting::new(options, at(0)),
            record: Vec::new(),
            now: 0,
        }
    }

    pub(super) fn perform(&mut self, score: &str) {
        for line in lines(score) {
            let (time, happening) = line.split_once(' ').expect(&line);
            let time: u64 = time.parse().expect(&line);
            assert!(time >= self.now, "out of order: {line}");
            let after_sleep = happening.strip_prefix("!asleep ");
            if after_sleep.is_none() {
                self.tick_until(time);
            }
            let mut words = after_sleep.unwrap_or(happening).splitn(2, ' ');
            let (name, rest) = (words.next().unwrap(), words.next());
            self.now = time;
            self.take(input(time, name, rest).unwrap_or_else(|| panic!("unreadable: {line}")));
        }
    }

    /// Whether the record has so many lines that end like this.
    pub(super) fn count(&self, end: &str) -> usize {
        self.record
            .iter()
            .filter(|line| line.ends_with(end))
            .count()
    }

    /// The times of the lines that end like this.
    pub(super) fn times(&self, end: &str) -> Vec<u64> {
        let lines = self.record.iter().filter_map(|line| line.strip_suffix(end));
        lines.map(|time| time.trim().parse().unwrap()).collect()
    }

    /// Lets the time pass until a token is asked for, and tells when.
    pub(super) fn renewal_time(&mut self) -> u64 {
        let before = self.count("renew");
        while self.count("renew") == before {
            self.now += self.wakes_after().expect("nothing is waited for");
            self.take(Input::Tick);
        }
        self.now
    }

    pub(super) fn state(&self) -> String {
        told(self.meeting.state())
    }

    /// Milliseconds until the meeting wants to be woken.
    pub(super) fn wakes_after(&self) -> Option<u64> {
        Some(self.meeting.wake_at()?.millis() - START - self.now)
    }

    fn tick_until(&mut self, time: u64) {
        while let Some(wake) = self.meeting.wake_at().map(|wake| wake.millis() - START)
            && wake < time
        {
            self.now = wake;
            self.take(Input::Tick);
        }
    }

    fn take(&mut self, input: Input) {
        let before = self.meeting.state().clone();
        let actions = self.meeting.handle(input, at(self.now));
        let state = self.meeting.state();
        let mut say = |what: String| self.record.push(format!("{} {what}", self.now));
        if *state != before {
            say(told(state));
        }
        for action in actions {
            match action {
                Action::Show(notice) => say(format!("show {}", shown(&notice, state))),
                Action::Renew => say("renew".into()),
                Action::SetLobby => say("set lobby".into()),
                Action::Close => say("close".into()),
            }
        }
        let wake = self.meeting.wake_at();
        assert!(
            wake.is_none_or(|wake| wake > at(self.now)),
            "would wake in the past"
        );
    }
}

fn input(time: u64, name: &str, rest: Option<&str>) -> Option<Input> {
    Some(match name {
        "!surfaceClosed" => Input::SurfaceClosed,
        "!personCloses" => Input::PersonCloses,
        "!session" => Input::SessionReady {
            expires: expiry(time, rest?.parse().ok()?),
        },
        "!sessionFailed" => Input::SessionFailed,
        "!until" => Input::Tick,
        _ => {
            let data: Value = rest.map_or(Ok(Value::Null), serde_json::from_str).ok()?;
            Input::Page(PageEvent::parse(
                &json!({"name": name, "data": data}).to_string(),
            )?)
        }
    })
}

fn at(time: u64) -> Moment {
    Moment(START + time)
}

fn expiry(time: u64, lifetime: i64) -> Timestamp {
    Timestamp(i64::try_from((START + time) / 1000).unwrap() + lifetime)
}

fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(String::from)
        .collect()
}

fn told(state: &State) -> String {
    let json = serde_json::to_value(state).unwrap();
    match state {
        State::Joined { participant_id, .. } => {
            format!(
                "joined {participant_id} {}",
                json["role"].as_str().unwrap_or("-")
            )
        }
        State::Failed { .. } => format!("failed {}", json["failure"]),
        State::Ended { .. } => format!("ended {}", json["ending"].as_str().unwrap()),
        State::Opening
        | State::Prejoin
        | State::Lobby
        | State::PasswordAsked
        | State::Reconnecting
        | State::Renewing => json["kind"].as_str().unwrap().into(),
    }
}

fn shown(notice: &Notice, state: &State) -> String {
    let json = serde_json::to_value(notice).unwrap();
    let kind = json["kind"].as_str().unwrap();
    match notice {
        Notice::Failed { failure } => {
            assert_eq!(
                *state,
                State::Failed {
                    failure: failure.clone()
                }
            );
            kind.into()
        }
        Notice::Waiting { .. } => format!("{kind} {}", json["for"].as_str().unwrap()),
        Notice::Clear
        | Notice::Joining
        | Notice::Refreshing
        | Notice::Reconnecting
        | Notice::Removed
        | Notice::Over => kind.into(),
    }
}
