//! When the meeting wants to be woken, and what it makes of a clock that jumps.

use super::play::FRAME;
use super::play::JOIN;
use super::play::LIFETIME;
use super::play::Play;
use super::play::START;
use crate::meeting::Meeting;
use crate::meeting::MeetingOptions;
use crate::meeting::Moment;
use crate::meeting::event::PageEvent;
use crate::meeting::input::Input;
use crate::meeting::state::State;
use crate::time::Timestamp;

#[test]
fn the_next_turn_is_met_to_the_millisecond() {
    let mut play = Play::begin(20);
    play.perform(FRAME);
    assert_eq!(play.wakes_after(), Some(5_000));
    play.perform("1500 ready");
    assert_eq!(play.wakes_after(), Some(3_500));
    play.perform(r#"1850 videoConferenceJoined {"id":"a"}"#);
    assert_eq!(play.wakes_after(), Some(5_000));
    play.perform("14000 participantJoined {\"id\":\"b\"}");
    assert_eq!(play.wakes_after(), Some(1_000));
    play.perform("15500 !until");
    assert_eq!(play.wakes_after(), Some(2_500));
    play.perform(
        r#"
        17000 participantKickedOut {"local":true}
        19500 videoConferenceLeft"#,
    );
    assert_eq!(play.wakes_after(), Some(3_500));
}

#[test]
fn a_meeting_is_looked_after_every_five_seconds() {
    let mut play = Play::begin(LIFETIME);
    play.perform(FRAME);
    play.perform(JOIN);
    play.perform("60000 !until");
    assert_eq!(play.wakes_after(), Some(5_000));
}

#[test]
fn sleep_does_not_use_up_anybodys_time() {
    let mut play = Play::begin(LIFETIME);
    play.perform(FRAME);
    play.perform(
        "
        70 frameLoaded
        20000 !until
        3600000 !asleep !until",
    );
    assert_eq!(*play.meeting.state(), State::Opening);

    play.perform("3620000 !until");
    assert!(matches!(play.meeting.state(), State::Failed { .. }));
}

#[test]
fn a_late_tick_is_no_sleep_and_a_later_one_is() {
    for (late, slept) in [(5_000, false), (5_001, true)] {
        let mut play = Play::begin(LIFETIME);
        play.perform(FRAME);
        play.perform(JOIN);
        play.perform(
            r#"
            2000 screenSharingStatusChanged {"on":true}
            10900000 !until"#,
        );
        let wake = 10_900_000 + play.wakes_after().unwrap();
        play.perform(&format!("{} !asleep !until", wake + late));
        assert_eq!(play.count("renew") == 1, slept, "{late}");
    }
}

#[test]
fn a_renewal_pauses_after_the_last_one_and_the_person_does_not() {
    let mut play = Play::begin(0);
    play.perform(FRAME);
    play.perform(
        "
        1051 ready
        1100 prejoinScreenLoaded
        2000 pageReady
        2001 !session 10800
        2100 pageReady
        11999 !until",
    );
    assert_eq!(play.times("renew"), [2_000]);
    play.perform(
        "
        12001 !session 10800
        12002 scriptFailed
        12003 tryAgain",
    );
    assert_eq!(play.times("renew"), [2_000, 12_000, 12_003]);
}

#[test]
fn a_clock_that_is_set_back_stops_nothing() {
    let options = MeetingOptions {
        expires: Timestamp(1_800_010_800),
        lobby: false,
    };
    let mut meeting = Meeting::new(options, Moment(START));
    meeting.handle(Input::Page(PageEvent::PageReady), Moment(START));

    let mut now = START - 3_600_000;
    meeting.handle(Input::Tick, Moment(now));
    for _ in 0..5 {
        now += 5_000;
        assert_eq!(*meeting.state(), State::Opening);
        assert!(meeting.wake_at().unwrap() <= Moment(now));
        meeting.handle(Input::Tick, Moment(now));
    }
    assert!(matches!(meeting.state(), State::Failed { .. }));
}
