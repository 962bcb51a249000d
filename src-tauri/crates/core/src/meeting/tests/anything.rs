//! What holds whatever happens, in whatever order, at whatever time.

use proptest::collection::vec;
use proptest::prelude::Just;
use proptest::prelude::Strategy;
use proptest::prelude::any;
use proptest::prelude::prop_assert;
use proptest::prelude::prop_assert_eq;
use proptest::prop_oneof;
use proptest::proptest;
use proptest::sample::select;
use serde_json::json;

use super::play::START;
use crate::meeting::Meeting;
use crate::meeting::MeetingOptions;
use crate::meeting::Moment;
use crate::meeting::action::Action;
use crate::meeting::event::PageEvent;
use crate::meeting::input::Input;
use crate::meeting::notice::Notice;
use crate::meeting::state::State;
use crate::time::Timestamp;

const NAMES: [&str; 31] = [
    "pageReady",
    "scriptLoaded",
    "scriptFailed",
    "frameLoaded",
    "browserSupport",
    "ready",
    "prejoinScreenLoaded",
    "videoConferenceJoined",
    "participantJoined",
    "participantLeft",
    "participantRoleChanged",
    "participantKickedOut",
    "errorOccurred",
    "passwordRequired",
    "cameraError",
    "micError",
    "audioMuteStatusChanged",
    "videoMuteStatusChanged",
    "screenSharingStatusChanged",
    "dominantSpeakerChanged",
    "peerConnectionFailure",
    "dataChannelClosed",
    "suspendDetected",
    "online",
    "offline",
    "pageShown",
    "videoConferenceLeft",
    "readyToClose",
    "tryAgain",
    "back",
    "unheardOf",
];

const ERRORS: [&str; 10] = [
    "connection.passwordRequired",
    "connection.otherError",
    "connection.droppedError",
    "conference.destroyed",
    "conference.connectionError.membersOnly",
    "conference.connectionError.accessDenied",
    "conference.connectionError.notAllowed",
    "conference.passwordRequired",
    "conference.max_users",
    "",
];

const MESSAGES: [&str; 4] = [
    "Not acceptable by exp (1 sec)",
    "Not acceptable by nbf",
    "&apos;",
    "",
];

fn reports() -> impl Strategy<Value = Input> {
    let fields = (any::<bool>(), any::<bool>(), select(&["a", "b", ""][..]));
    let words = (
        select(&ERRORS[..]),
        select(&MESSAGES[..]),
        any::<Option<bool>>(),
    );
    (select(&NAMES[..]), fields, words).prop_map(
        |(name, (yes, no, id), (error, message, fatal))| {
            let data = json!({
                "id": id, "role": if yes { "moderator" } else { "none" }, "visitor": no,
                "muted": yes, "on": no, "supported": yes || no, "local": yes && no, "answered": no,
                "name": error, "message": message, "isFatal": fatal, "params": [message],
            });
            PageEvent::read(&json!({"name": name, "data": data})).map_or(Input::Tick, Input::Page)
        },
    )
}

fn inputs() -> impl Strategy<Value = Input> {
    prop_oneof![
        60 => reports(),
        10 => Just(Input::Tick),
        10 => (-10..20_000_i64).prop_map(|life| Input::SessionReady {
            expires: Timestamp(i64::try_from(START / 1000).unwrap() + life),
        }),
        2 => any::<i64>().prop_map(|at| Input::SessionReady { expires: Timestamp(at) }),
        2 => Just(Input::SessionFailed),
        1 => Just(Input::SurfaceClosed),
        1 => Just(Input::PersonCloses),
    ]
}

/// Steps of the clock in milliseconds: mostly small, at times a long sleep,
/// at times backwards.
fn steps() -> impl Strategy<Value = i64> {
    prop_oneof![
        10 => 0..3_000_i64,
        5 => 3_000..120_000_i64,
        1 => 120_000..40_000_000_i64,
        1 => -4_000_000..0_i64,
    ]
}

proptest! {
    #[test]
    fn nothing_breaks_a_meeting(
        life in prop_oneof![-100..30_000_i64, any::<i64>()],
        happenings in vec((steps(), inputs()), 0..200),
    ) {
        let expires = Timestamp(life.saturating_add(i64::try_from(START / 1000).unwrap()));
        let mut now = Moment(START);
        let mut lobbies = 0;
        let mut meeting = Meeting::new(MeetingOptions {
                expires,
                lobby: true,
            }, now);
        prop_assert!(meeting.wake_at().is_some_and(|wake| wake > now));
        let mut shown = Notice::Joining;

        for (step, input) in happenings {
            now = Moment(now.millis().saturating_add_signed(step));
            let was_over = meeting.is_over();
            let before = meeting.state().clone();
            let actions = meeting.handle(input, now);

            if was_over {
                prop_assert!(actions.is_empty());
                prop_assert_eq!(meeting.state(), &before);
            }
            for (index, action) in actions.iter().enumerate() {
                match action {
                    Action::Show(notice) => shown = notice.clone(),
                    Action::Renew => {}
                    Action::SetLobby => {
                        lobbies += 1;
                        prop_assert_eq!(lobbies, 1);
                    }
                    Action::Close => prop_assert_eq!(index + 1, actions.len()),
                }
            }
            prop_assert_eq!(actions.contains(&Action::Close), meeting.is_over() && !was_over);
            prop_assert_eq!(&shown, meeting.notice());
            prop_assert!(meeting.wake_at().is_none_or(|wake| wake > now));
            if meeting.is_over() {
                prop_assert_eq!(meeting.wake_at(), None);
                let last = matches!(meeting.state(), State::Failed { .. } | State::Ended { .. });
                prop_assert!(last);
            }
        }
    }

    #[test]
    fn a_clock_at_the_end_of_time_does_no_harm(
        times in vec(any::<u64>(), 1..50),
        happenings in vec(inputs(), 50),
    ) {
        let expires = Timestamp(i64::MAX);
        let mut meeting = Meeting::new(MeetingOptions {
                expires,
                lobby: false,
            }, Moment(u64::MAX));
        for (time, input) in times.into_iter().zip(happenings) {
            meeting.handle(input, Moment(time));
            prop_assert!(meeting.wake_at().is_none_or(|wake| wake >= Moment(time)));
        }
    }

    /// Left to itself, a meeting that waits for anything but a person comes to
    /// an end or to a rest, and asks for few tokens on the way.
    #[test]
    fn nothing_is_waited_for_without_end(happenings in vec((0..3_000_u64, inputs()), 0..60)) {
        let expires = Timestamp(i64::try_from(START / 1000).unwrap() + 10_800);
        let mut now = Moment(START);
        let mut meeting = Meeting::new(MeetingOptions {
                expires,
                lobby: false,
            }, now);
        for (step, input) in happenings {
            now = Moment(now.millis() + step);
            meeting.handle(input, now);
        }
        let mut renewals = 0;
        let end = now.millis() + 1_200_000;
        while let Some(wake) = meeting.wake_at() && wake.millis() < end {
            let actions = meeting.handle(Input::Tick, wake);
            renewals += actions.iter().filter(|action| **action == Action::Renew).count();
        }
        prop_assert!(renewals <= 2, "{renewals}");
        let rests = !matches!(
            meeting.state(),
            State::Opening | State::Reconnecting | State::Renewing
        );
        prop_assert!(rests, "{:?}", meeting.state());
    }
}
