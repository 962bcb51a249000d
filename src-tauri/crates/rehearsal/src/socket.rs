//! The meeting's own line, which stands for the client's XMPP connection: it
//! carries the token, and whoever breaks it is on the way to becoming a ghost.

use std::sync::Arc;

use axum::extract::ws::{Message, WebSocket};
use tokio::sync::{mpsc, oneshot};

use crate::case::Transport;
use crate::door::{Answer, Invitation};
use crate::happening::{Leaving, What};
use crate::house::House;
use crate::participant::ParticipantId;
use crate::room::{Line, LineWord, Place};
use crate::server::stopped;
use crate::wire::{FromPage, ToPage};

/// Where whoever is on the line stands.
enum Standing {
    Outside,
    Waiting {
        invitation: Box<Invitation>,
        decision: oneshot::Receiver<bool>,
    },
    Inside {
        id: ParticipantId,
        line_number: u64,
    },
}

/// One line, from its opening to its end.
struct Session {
    house: Arc<House>,
    place: Place,
    line: Line,
    standing: Standing,
}

/// Serves one line.
pub(crate) async fn serve(house: Arc<House>, place: Place, mut socket: WebSocket) {
    let (line, mut words) = mpsc::unbounded_channel();
    let mut session = Session {
        house,
        place,
        line,
        standing: Standing::Outside,
    };
    loop {
        tokio::select! {
            word = words.recv() => match word {
                Some(LineWord::Say(word)) => {
                    let text = serde_json::to_string(&word).expect("the server's words are plain JSON");
                    if socket.send(Message::text(text)).await.is_err() {
                        break;
                    }
                }
                Some(LineWord::End) => {
                    // The page may have gone already.
                    let _ = socket.send(Message::Close(None)).await;
                    return;
                }
                Some(LineWord::Cut) | None => return,
            },
            message = socket.recv() => match message {
                Some(Ok(Message::Text(text))) => session.take(&text),
                Some(Ok(Message::Binary(_) | Message::Ping(_) | Message::Pong(_))) => {}
                Some(Ok(Message::Close(_)) | Err(_)) | None => break,
            },
            admits = decided(&mut session.standing) => session.enter(admits),
            () = stopped(session.house.stopped()) => return,
        }
    }
    if let Standing::Inside { id, line_number } = &session.standing {
        session.house.lose(&session.place, id, *line_number);
    }
}

/// Resolves when somebody has decided about whoever waits.
async fn decided(standing: &mut Standing) -> bool {
    match standing {
        // A guest whom nobody decides about any more is turned away.
        Standing::Waiting { decision, .. } => decision.await.unwrap_or(false),
        Standing::Outside | Standing::Inside { .. } => std::future::pending().await,
    }
}

impl Session {
    fn take(&mut self, text: &str) {
        let Ok(word) = serde_json::from_str(text) else {
            return;
        };
        match (word, &self.standing) {
            (FromPage::Join(join), Standing::Outside) => {
                let answer = self.house.knock(&self.place, join, &self.line);
                self.stand(answer);
            }
            (FromPage::Resume { id, token }, Standing::Outside) => self.resume(id, &token),
            (FromPage::Leave, Standing::Inside { id, .. }) => {
                self.house.unseat(&self.place, id, Leaving::HungUp);
                self.standing = Standing::Outside;
                self.say(LineWord::End);
            }
            (FromPage::Rename { name }, Standing::Inside { id, .. }) => {
                self.house.rename(&self.place, id, name);
            }
            (FromPage::Moderate { order }, Standing::Inside { id, .. }) => {
                self.house.moderate(&self.place, id, &order);
            }
            // Anything else comes too early or too late, and changes nothing.
            (
                FromPage::Join(_)
                | FromPage::Resume { .. }
                | FromPage::Leave
                | FromPage::Rename { .. }
                | FromPage::Moderate { .. },
                _,
            ) => {}
        }
    }

    fn stand(&mut self, answer: Answer) {
        let word = match answer {
            Answer::Inside { id } => {
                self.standing = Standing::Inside { id, line_number: 1 };
                return;
            }
            Answer::Waiting {
                invitation,
                decision,
                word,
            } => {
                self.standing = Standing::Waiting {
                    invitation,
                    decision,
                };
                word
            }
            Answer::Outside { word } => word,
        };
        self.say(LineWord::Say(word));
    }

    /// Somebody has decided about whoever waits here.
    fn enter(&mut self, admits: bool) {
        let standing = std::mem::replace(&mut self.standing, Standing::Outside);
        let Standing::Waiting { invitation, .. } = standing else {
            return;
        };
        if admits {
            let answer = self.house.let_in(&self.place, *invitation);
            self.stand(answer);
        } else {
            self.say(LineWord::Say(ToPage::TurnedAway));
        }
    }

    /// By WebSocket the server asks for the token again, and says nothing to
    /// anybody where it has expired; a BOSH session goes on as it is.
    fn resume(&mut self, id: ParticipantId, token: &roomkey_core::token::Token) {
        let asks_again = self.house.plan(&self.place.room).transport == Transport::WebSocket;
        if asks_again && self.house.judge(&self.place, token).outcome.is_err() {
            self.house
                .happened(&self.place.room, Some(&id), What::ResumeRefused);
            self.say(LineWord::Say(ToPage::Dead));
            return;
        }
        match self.house.resume(&self.place, &id, self.line.clone()) {
            Some(line_number) => self.standing = Standing::Inside { id, line_number },
            None => self.say(LineWord::Say(ToPage::Forgotten)),
        }
    }

    fn say(&self, word: LineWord) {
        // The receiver lives as long as this session.
        let _ = self.line.send(word);
    }
}
