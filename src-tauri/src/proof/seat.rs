//! One who joins: their window, and the session that waits for its page.

use std::path::PathBuf;
use std::task::Context;
use std::task::Poll;
use std::time::Duration;

use roomkey_calls::server;
use roomkey_core::meeting::event::PageEvent;
use roomkey_core::provider::System;
use roomkey_core::provider::jaas;
use roomkey_core::token::Token;
use roomkey_surface::chromium::Size;
use roomkey_surface::link::Link;
use roomkey_surface::link::SurfaceEvent;
use serde_json::json;
use tauri::AppHandle;

use crate::error::Fault;
use crate::meeting::chromium;
use crate::meeting::instruction::Instruction;
use crate::meeting::instruction::Session;
use crate::meeting::instruction::SessionFrame;
use crate::meeting::instruction::SessionOptions;
use crate::proof::ground::Ground;
use crate::roomkey::Roomkey;
use crate::views::PersonView;

/// Two of them stand side by side on a small screen.
const SIZE: Size = Size {
    width: 640,
    height: 560,
};

/// The page needs up to a second to leave a meeting properly.
const FAREWELL: Duration = Duration::from_millis(1500);

/// One who joins.
pub(crate) struct Seat {
    link: Link,
    /// The session that waits for the page to ask for it.
    first: Option<Session>,
    /// Whether the others see the person in the room.
    is_in_room: bool,
}

impl Seat {
    /// Opens the window, in a profile that no other window uses.
    pub(crate) async fn open(
        app: &AppHandle,
        roomkey: &Roomkey,
        ground: &Ground,
        profile: PathBuf,
        token: &Token,
    ) -> Result<Self, Fault> {
        let wanted = chromium::Wanted {
            title: title(ground),
            profile,
            size: SIZE,
            domain: &ground.domain,
            script: tenant(ground).scripts().into_iter().next(),
        };
        let link = chromium::open(app, roomkey, &wanted).await;
        Ok(Self {
            link: link.ok_or(Fault::NoChromium)?,
            first: Some(session(roomkey, ground, token)),
            is_in_room: false,
        })
    }

    /// The next thing that happens. `Closed` is the last.
    pub(crate) fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<SurfaceEvent> {
        let event = self.link.events.poll_recv(context);
        event.map(|event| event.unwrap_or(SurfaceEvent::Closed))
    }

    /// Does what an event asks of the shell itself, and completes it.
    pub(crate) async fn attend(&mut self, ground: &Ground, event: PageEvent) -> PageEvent {
        if event == (PageEvent::ScriptFailed { answered: None }) {
            let answered = Some(server::answers(&ground.domain).await);
            return PageEvent::ScriptFailed { answered };
        }
        if event == PageEvent::PageReady
            && let Some(session) = self.first.take()
        {
            let session = Box::new(session);
            self.send(&Instruction::Start { session });
        }
        self.follow(&event);
        event
    }

    pub(crate) fn send(&self, instruction: &Instruction) {
        self.link.sender.send(instruction.to_json());
    }

    /// Leaves the room, so that no ghost stays in it, and closes the window.
    pub(crate) async fn close(mut self) {
        self.send(&Instruction::Close);
        // A page that does not leave in time is closed all the same.
        let _ = tokio::time::timeout(FAREWELL, self.leaving()).await;
        self.link.close().await;
    }

    async fn leaving(&mut self) {
        while self.is_in_room {
            match self.link.events.recv().await {
                Some(SurfaceEvent::Message(text)) => {
                    if let Some(event) = PageEvent::parse(&text) {
                        self.follow(&event);
                    }
                }
                Some(SurfaceEvent::OpenLink(_)) => {}
                Some(SurfaceEvent::Closed) | None => self.is_in_room = false,
            }
        }
    }

    fn follow(&mut self, event: &PageEvent) {
        if matches!(event, PageEvent::VideoConferenceJoined { .. }) {
            self.is_in_room = true;
        } else if matches!(event, PageEvent::PageReady | PageEvent::VideoConferenceLeft) {
            self.is_in_room = false;
        }
    }
}

/// What the meeting page gets: nobody is heard or seen, and nothing is asked.
fn session(roomkey: &Roomkey, ground: &Ground, token: &Token) -> Session {
    let tenant = tenant(ground);
    Session {
        origin: ground.domain.origin(),
        frame: SessionFrame::IframeApi {
            authority: ground.domain.authority(),
            scripts: tenant.scripts(),
            room: tenant.path(&ground.room),
            token: token.reveal().to_owned(),
            config: json!({ "readOnlyName": true }),
        },
        title: ground.room.to_string(),
        language: roomkey.language(),
        person: PersonView {
            name: "Roomkey proof".to_owned(),
            email: String::new(),
        },
        options: SessionOptions {
            microphone_on: false,
            camera_on: false,
            prejoin: false,
        },
        brand: ground.brand.clone(),
    }
}

fn tenant(ground: &Ground) -> jaas::Tenant {
    jaas::Tenant {
        key_id: ground.key_id.clone(),
        domain: ground.domain.clone(),
    }
}

/// "standup · Acme Meetings"
fn title(ground: &Ground) -> String {
    format!("{} · {}", ground.room, ground.brand.name)
}
