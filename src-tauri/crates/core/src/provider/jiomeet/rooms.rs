//! Rooms by JioMeet's REST (dev.jiomeet.com, "JioMeet Platform APIs"). A room is a scheduled
//! meeting whose topic is its name; it is found until the end that it was planned with.

use serde::{Deserialize, Serialize};

use super::meeting::Meeting;
use super::{App, NAME};
use crate::provider::call::{
    Answer, Call, CallFault, MadeRoom, Method, Repeats, RoomCalls, Wanted, parse, refusal,
};
use crate::room_name::RoomName;
use crate::token::Token;

const SCHEDULE: &str = "/api/platform/v1/schedule/meeting";
const ROOM: &str = "/api/platform/v1/room";

impl RoomCalls for App {
    fn find(&self, _: &Wanted<'_>, token: &Token) -> Result<Call, CallFault> {
        Ok(self.schedule(token))
    }

    fn found(
        &self,
        wanted: &Wanted<'_>,
        answer: Answer<'_>,
    ) -> Result<Option<MadeRoom>, CallFault> {
        let meetings = read::<Schedule>(answer)?.meeting_details.into_iter();
        let chosen = meetings
            .filter(|meeting| meeting.is_named(wanted.name) && !meeting.is_over_at(wanted.from))
            .min_by_key(Meeting::order);
        chosen.map(|meeting| meeting.room(&self.domain)).transpose()
    }

    fn make(&self, wanted: &Wanted<'_>, token: &Token) -> Call {
        let meeting = Scheduled {
            topic: topic(wanted),
            start_time: wanted.from.to_string(),
            end_time: wanted.until.to_string(),
            is_auto_recording_enabled: false,
        };
        self.send(Method::Post, SCHEDULE, &meeting, token)
    }

    fn make_at_once(&self, wanted: &Wanted<'_>, token: &Token) -> Option<Call> {
        let room = AtOnce {
            name: wanted.name.as_str(),
            title: wanted.title,
            description: wanted.title,
            host_token: true,
            is_auto_recording_enabled: false,
        };
        Some(self.send(Method::Post, ROOM, &room, token))
    }

    fn made(&self, answer: Answer<'_>) -> Result<MadeRoom, CallFault> {
        read::<Meeting>(answer)?.room(&self.domain)
    }

    fn list(&self, token: &Token) -> Option<Call> {
        Some(self.schedule(token))
    }

    fn listed(&self, answer: Answer<'_>) -> Result<Vec<MadeRoom>, CallFault> {
        let meetings = read::<Schedule>(answer)?.meeting_details.into_iter();
        meetings.map(|meeting| meeting.room(&self.domain)).collect()
    }

    fn cancel(&self, room: &MadeRoom, token: &Token) -> Option<Call> {
        let deleted = Deleted {
            meeting_id: room.plan_id.as_deref()?,
            which: "current",
        };
        let call = self.send(Method::Delete, SCHEDULE, &deleted, token);
        Some(call.repeated(Repeats::WhereTurnedAway))
    }

    fn cancelled(&self, answer: Answer<'_>) -> Result<(), CallFault> {
        if read::<Deletion>(answer)?.status != "DELETED" {
            return Err(CallFault::NotCancelled { system: NAME });
        }
        Ok(())
    }
}

impl App {
    fn schedule(&self, token: &Token) -> Call {
        let address = format!("{}{SCHEDULE}", self.domain.origin());
        Call::get(NAME, address).authorized(&self.authorization.of(token))
    }

    fn send(&self, method: Method, path: &str, body: &impl Serialize, token: &Token) -> Call {
        let address = format!("{}{path}", self.domain.origin());
        Call::send(method, NAME, address, body).authorized(&self.authorization.of(token))
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Scheduled<'a> {
    topic: &'a str,
    start_time: String,
    end_time: String,
    is_auto_recording_enabled: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AtOnce<'a> {
    name: &'a str,
    title: &'a str,
    description: &'a str,
    host_token: bool,
    is_auto_recording_enabled: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Deleted<'a> {
    meeting_id: &'a str,
    #[serde(rename = "type")]
    which: &'a str,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Schedule {
    meeting_details: Vec<Meeting>,
}

#[derive(Deserialize)]
struct Deletion {
    status: String,
}

/// The title where it is the room's name in people's writing, else the name: by its topic alone
/// is the meeting found again.
fn topic<'a>(wanted: &Wanted<'a>) -> &'a str {
    match RoomName::normalise(wanted.title) {
        Ok(name) if name == *wanted.name => wanted.title,
        Ok(_) | Err(_) => wanted.name.as_str(),
    }
}

fn read<T: serde::de::DeserializeOwned>(answer: Answer<'_>) -> Result<T, CallFault> {
    match refusal(NAME, answer) {
        Some(fault) => Err(fault),
        None => parse(NAME, answer),
    }
}
