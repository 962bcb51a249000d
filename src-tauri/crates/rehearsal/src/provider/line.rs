//! The line between a provider's page and its stand-in, as JSON texts over a
//! WebSocket: whoever holds it is in the meeting. This is no provider's wire.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{Message, WebSocket};
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use serde::Serialize;
use serde_json::Value;

use super::desk::Desk;
use crate::happening::{KnownBy, Leaving, What};
use crate::recorded::LOBBY;
use crate::server::stopped;

/// How long a page may take to say who it is.
const PATIENCE: Duration = Duration::from_secs(30);

/// What came of a knock at the door.
pub(super) enum Knock {
    /// Nothing holds the person back, unless they have to wait.
    Welcome(Seat),
    /// The person stays outside.
    Refused {
        room: Option<RoomName>,
        refused: Refused,
    },
}

/// A place in a meeting.
pub(super) struct Seat {
    pub(super) room: RoomName,
    pub(super) name: String,
    pub(super) person: Option<String>,
    pub(super) role: Role,
    /// Whether somebody has to let the person in.
    pub(super) waits: bool,
    pub(super) grants: Grants,
}

/// What the page says of what let the person in.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Grants {
    /// By the provider's own names.
    pub(super) permissions: Vec<String>,
    /// Until when, in seconds since 1970.
    pub(super) until: Option<i64>,
}

/// Why somebody stays outside.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Refused {
    /// The provider's code, where it has one.
    pub(super) code: Option<u16>,
    /// The provider's own words.
    pub(super) says: String,
    /// The fault and the remedy, where they are known.
    pub(super) text: Option<String>,
}

/// What the stand-in says.
#[derive(Serialize)]
#[serde(tag = "is", rename_all = "camelCase")]
enum ToPage {
    Joined { role: Role, grants: Grants },
    Waiting,
    TurnedAway,
    Refused(Refused),
}

/// Follows one page until it goes. `knock` hears its first word.
pub(super) async fn follow(
    desk: Arc<Desk>,
    mut socket: WebSocket,
    knock: impl FnOnce(&Value) -> Knock,
) {
    let first = tokio::time::timeout(PATIENCE, hear(&mut socket)).await;
    let Ok(Some(first)) = first else {
        return;
    };
    let seat = match knock(&first) {
        Knock::Welcome(seat) => seat,
        Knock::Refused { room, refused } => {
            if let Some(room) = room {
                let text = refused.says.clone();
                desk.happened(&room, What::Refused { text });
            }
            say(&mut socket, &ToPage::Refused(refused)).await;
            return;
        }
    };
    if seat.waits && !wait(&desk, &mut socket, &seat.room).await {
        return;
    }
    let Seat {
        room,
        name,
        person,
        role,
        grants,
        ..
    } = seat;
    let what = What::Joined {
        name,
        person,
        role,
        features: roomkey_core::feature::Features::default(),
        known_by: KnownBy::default(),
    };
    desk.happened(&room, what);
    say(&mut socket, &ToPage::Joined { role, grants }).await;
    let how = loop {
        tokio::select! {
            word = hear(&mut socket) => match word {
                Some(word) if word["do"] == "leave" => break Leaving::HungUp,
                Some(_) => {}
                None => break Leaving::Lost,
            },
            () = stopped(desk.stopped()) => return,
        }
    };
    desk.happened(&room, What::Left { how });
}

/// Keeps somebody waiting; says whether they come in.
async fn wait(desk: &Desk, socket: &mut WebSocket, room: &RoomName) -> bool {
    desk.happened(room, What::Knocked);
    say(socket, &ToPage::Waiting).await;
    let decision = tokio::time::sleep(desk.pause(LOBBY));
    tokio::pin!(decision);
    loop {
        tokio::select! {
            () = &mut decision => break,
            word = hear(socket) => match word {
                Some(word) if word["do"] != "leave" => {}
                Some(_) | None => return false,
            },
            () = stopped(desk.stopped()) => return false,
        }
    }
    let admits = desk.lobby_admits();
    if !admits {
        desk.happened(room, What::TurnedAway);
        say(socket, &ToPage::TurnedAway).await;
    }
    admits
}

/// The next word; none where the line is broken.
async fn hear(socket: &mut WebSocket) -> Option<Value> {
    loop {
        match socket.recv().await {
            Some(Ok(Message::Text(text))) => {
                return Some(serde_json::from_str(&text).unwrap_or_default());
            }
            Some(Ok(Message::Binary(_) | Message::Ping(_) | Message::Pong(_))) => {}
            Some(Ok(Message::Close(_)) | Err(_)) | None => return None,
        }
    }
}

async fn say(socket: &mut WebSocket, word: &ToPage) {
    let text = serde_json::to_string(word).expect("the stand-in's words are plain JSON");
    // A page that has gone is found out by the next word that is waited for.
    let _ = socket.send(Message::text(text)).await;
}
