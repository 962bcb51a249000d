//! Rooms by VideoSDK's REST, version 2 (docs.videosdk.live, "Realtime communication"), or through
//! the company's token server. One cannot be asked for rooms that VideoSDK did not name, nor for
//! a list of them.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Account, NAME, RoomId, Tokens, codes, server};
use crate::provider::call::{
    Answer, Call, CallFault, Kind, MadeRoom, Method, Repeats, RoomCalls, Wanted, parse,
};
use crate::token::Token;

/// How many rooms are listed.
const LISTED: usize = 100;

impl RoomCalls for Account {
    fn find(&self, wanted: &Wanted<'_>, token: &Token) -> Result<Call, CallFault> {
        let id = RoomId::parse(wanted.name.as_str()).ok();
        match (&self.tokens, id) {
            (Tokens::Own(_), Some(id)) => Ok(self.get(&format!("/validate/{id}"), token)),
            // The same id of one's own is the same room, however often it is made.
            (Tokens::Own(_), None) => Ok(self.make(wanted, token)),
            (Tokens::Server(server), Some(id)) => Ok(server::validate(server, &id, token)),
            (Tokens::Server(_), None) => Err(CallFault::RoomNotMade { system: NAME }),
        }
    }

    fn found(
        &self,
        wanted: &Wanted<'_>,
        answer: Answer<'_>,
    ) -> Result<Option<MadeRoom>, CallFault> {
        let (system, answer) = self.answered(answer);
        let was_looked_for = RoomId::parse(wanted.name.as_str()).is_ok();
        // By all of these the server's validation says that it knows of no such room.
        let is_unknown = answer.kind() == Kind::Refused && matches!(answer.status, 400 | 402 | 404);
        if was_looked_for && is_unknown {
            // Nobody makes a room of an id that the server itself would have given.
            let said = answer.said();
            return Err(CallFault::Unknown { system, said });
        }
        room(system, answer)?.open(system).map(Some)
    }

    fn make(&self, wanted: &Wanted<'_>, token: &Token) -> Call {
        match &self.tokens {
            Tokens::Own(_) => {
                let custom_room_id = wanted.name.as_str();
                self.post("", &Named { custom_room_id }, token)
                    .repeated(Repeats::Safely)
            }
            Tokens::Server(server) => server::create(server, token),
        }
    }

    fn made(&self, answer: Answer<'_>) -> Result<MadeRoom, CallFault> {
        let (system, answer) = self.answered(answer);
        room(system, answer)?.open(system)
    }

    fn list(&self, token: &Token) -> Option<Call> {
        match &self.tokens {
            Tokens::Own(_) => Some(self.get(&format!("?page=1&perPage={LISTED}"), token)),
            Tokens::Server(_) => None,
        }
    }

    fn listed(&self, answer: Answer<'_>) -> Result<Vec<MadeRoom>, CallFault> {
        let rooms: Rooms = read(NAME, answer)?;
        let are_open = rooms.data.into_iter().filter(|room| !room.is_closed());
        are_open.map(|room| room.open(NAME)).collect()
    }

    fn cancel(&self, room: &MadeRoom, token: &Token) -> Option<Call> {
        match &self.tokens {
            Tokens::Own(_) => {
                let closed = Closed { room_id: &room.id };
                let call = self.post("/deactivate", &closed, token);
                Some(call.repeated(Repeats::WhereTurnedAway))
            }
            Tokens::Server(_) => None,
        }
    }

    fn cancelled(&self, answer: Answer<'_>) -> Result<(), CallFault> {
        if !room(NAME, answer)?.is_closed() {
            return Err(CallFault::NotCancelled { system: NAME });
        }
        Ok(())
    }
}

impl Account {
    fn get(&self, path: &str, token: &Token) -> Call {
        let address = format!("{}{path}", self.rooms());
        Call::get(NAME, address).authorized(token.reveal())
    }

    fn post(&self, path: &str, body: &impl Serialize, token: &Token) -> Call {
        let address = format!("{}{path}", self.rooms());
        Call::send(Method::Post, NAME, address, body).authorized(token.reveal())
    }

    fn rooms(&self) -> String {
        format!("{}/v2/rooms", self.api.origin())
    }

    /// Who answered, and with what status.
    fn answered<'a>(&self, answer: Answer<'a>) -> (&'static str, Answer<'a>) {
        match self.tokens {
            Tokens::Own(_) => (NAME, answer),
            Tokens::Server(_) => (server::NAME, server::passed_on(answer)),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Named<'a> {
    custom_room_id: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Closed<'a> {
    room_id: &'a str,
}

#[derive(Deserialize)]
struct Rooms {
    data: Vec<Room>,
}

/// A room. Some answers have the names of version 1.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Room {
    room_id: Option<RoomId>,
    meeting_id: Option<RoomId>,
    custom_room_id: Option<String>,
    user_meeting_id: Option<String>,
    disabled: Option<bool>,
}

impl Room {
    fn is_closed(&self) -> bool {
        self.disabled == Some(true)
    }

    fn open(self, system: &'static str) -> Result<MadeRoom, CallFault> {
        if self.is_closed() {
            return Err(CallFault::RoomClosed { system });
        }
        let id = self.room_id.or(self.meeting_id);
        let id = id.ok_or(CallFault::Unexpected { system })?;
        Ok(MadeRoom {
            id: id.into(),
            title: self.custom_room_id.or(self.user_meeting_id),
            link: None,
            host: None,
            planned: None,
            plan_id: None,
        })
    }
}

fn room(system: &'static str, answer: Answer<'_>) -> Result<Room, CallFault> {
    let room: Room = read(system, answer)?;
    if room.room_id.is_none() && room.meeting_id.is_none() {
        // The token server passes on what it was told, as if all were well.
        let said = answer.said();
        return Err(match said {
            Some(_) => CallFault::Refused { system, said },
            None => CallFault::Unexpected { system },
        });
    }
    Ok(room)
}

fn read<T: DeserializeOwned>(system: &'static str, answer: Answer<'_>) -> Result<T, CallFault> {
    match codes::refusal(system, answer) {
        Some(fault) => Err(fault),
        None => parse(system, answer),
    }
}
