//! The director's line: one a page, from the moment it opens.
//!
//! It stands beside the meeting, so that a test reaches a page that has not
//! joined or has lost its connection, and a page can ask for something to
//! happen. No token goes over it.

use std::sync::Arc;

use axum::extract::ws::{Message, WebSocket};
use tokio::sync::mpsc;

use crate::house::House;
use crate::room::Place;
use crate::server::stopped;
use crate::wire::{FromVisit, ToVisit};

/// An open page.
#[derive(Debug)]
pub(crate) struct Visit {
    pub(crate) place: Place,
    pub(crate) line: mpsc::UnboundedSender<ToVisit>,
}

/// Follows one page until it goes.
pub(crate) async fn follow(house: Arc<House>, place: Place, mut socket: WebSocket) {
    let (line, mut words) = mpsc::unbounded_channel();
    let number = house.open_visit(&place, line);
    loop {
        tokio::select! {
            Some(word) = words.recv() => {
                let text = serde_json::to_string(&word).expect("the director's words are plain JSON");
                if socket.send(Message::text(text)).await.is_err() {
                    break;
                }
            }
            message = socket.recv() => match message {
                Some(Ok(Message::Text(text))) => {
                    if let Ok(FromVisit::Ask { command }) = serde_json::from_str(&text) {
                        house.command_from(&place, number, &command);
                    }
                }
                Some(Ok(Message::Binary(_) | Message::Ping(_) | Message::Pong(_))) => {}
                Some(Ok(Message::Close(_)) | Err(_)) | None => break,
            },
            () = stopped(house.stopped()) => break,
        }
    }
    house.inside().visits.remove(&number);
}

impl House {
    /// Takes a page up and tells it its number, before anything else.
    fn open_visit(&self, place: &Place, line: mpsc::UnboundedSender<ToVisit>) -> u64 {
        let mut inside = self.inside();
        let number = inside.new_number();
        // A page that has gone already is found out by its own task.
        let _ = line.send(ToVisit::Visit { number });
        let place = place.clone();
        inside.visits.insert(number, Visit { place, line });
        number
    }
}
