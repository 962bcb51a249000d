//! What follows from the client's `errorOccurred`.
//!
//! Neither the event nor its `isFatal` says whether the person is refused:
//! lobby and password come as errors, and refusals are not fatal. The name
//! decides (lib-jitsi-meet's `JitsiConnectionErrors`, `JitsiConferenceErrors`).

use crate::meeting::Meeting;
use crate::meeting::Moment;
use crate::meeting::event::PageError;
use crate::meeting::failure::Failure;
use crate::meeting::phase::Phase;
use crate::meeting::phase::Question;
use crate::meeting::phase::Why;
use crate::meeting::refusal;
use crate::meeting::refusal::TokenRefusal;
use crate::meeting::state::Ending;

impl Meeting {
    /// Takes in an error.
    pub(super) fn error(&mut self, error: &PageError, now: Moment) {
        match error.name.as_str() {
            "connection.passwordRequired" => self.token_refused(error, now),
            PageError::DESTROYED => self.say_farewell(Ending::EndedForAll),
            "conference.connectionError.membersOnly" => self.ask(Question::Lobby),
            "conference.passwordRequired" => self.ask(Question::Password),
            "conference.connectionError.accessDenied" => self.refused(Failure::LobbyRefused),
            "conference.connectionError.notAllowed" => {
                self.refused(Failure::RoomRefused {
                    detail: detail(error),
                });
            }
            "conference.max_users" => self.refused(Failure::RoomFull),
            name => self.trouble(name.starts_with("connection."), error.is_fatal),
        }
    }

    /// The person is not let in; somebody who is in does not hear that.
    fn refused(&mut self, failure: Failure) {
        if !matches!(self.phase, Phase::Joined(_)) {
            self.phase = Phase::Failed(failure);
        }
    }

    fn token_refused(&mut self, error: &PageError, now: Moment) {
        let detail = detail(error);
        let reason = TokenRefusal::read(&detail);
        let old = self.token.is_over(now);
        // Without words, our own clock has to say it.
        let by_age = reason == TokenRefusal::Expired || (detail.is_empty() && old);
        let another = match &self.phase {
            // It was good enough once, so a fresh one may be again.
            Phase::Joined(_) | Phase::Leaving { .. } | Phase::Reconnecting(_) => {
                by_age.then_some(Why::Reconnecting)
            }
            // The person took their time over the join.
            Phase::Asking(_) => (by_age && old).then_some(Why::Refreshing),
            Phase::Opening(opening) if opening.why == Why::Joining => {
                (by_age && old).then_some(Why::Refreshing)
            }
            // The fresh one is refused.
            Phase::Opening(_) => None,
            Phase::Shown | Phase::Failed(_) | Phase::Farewell { .. } | Phase::Over(_) => None,
        };
        self.straight_in |= matches!(self.phase, Phase::Asking(_));
        if let Some(why) = another {
            self.begin_anew(why);
        } else {
            let clock_suspect = match reason {
                TokenRefusal::Expired => !old,
                TokenRefusal::NotYetValid => true,
                TokenRefusal::BadSignature
                | TokenRefusal::UnknownKey
                | TokenRefusal::Issuer
                | TokenRefusal::Audience
                | TokenRefusal::NoContext
                | TokenRefusal::WrongTenant
                | TokenRefusal::Malformed
                | TokenRefusal::Missing
                | TokenRefusal::Banned
                | TokenRefusal::Other => false,
            };
            self.phase = Phase::Failed(Failure::TokenRefused {
                reason,
                detail,
                clock_suspect,
            });
        }
    }

    /// An error that is no refusal. Within the meeting only a fatal one
    /// counts; on the way in there is no connection yet to be had back.
    fn trouble(&mut self, of_connection: bool, is_fatal: Option<bool>) {
        let fatal = is_fatal.unwrap_or(of_connection);
        let clock = self.stopwatch.counted();
        match &mut self.phase {
            Phase::Opening(_) | Phase::Asking(Question::Prejoin) => {
                if fatal || of_connection {
                    self.phase = Phase::Failed(Failure::ServerUnreachable);
                }
            }
            Phase::Asking(_) | Phase::Joined(_) | Phase::Leaving { .. } => {
                if fatal {
                    self.await_connection();
                }
            }
            Phase::Reconnecting(outage) => {
                if fatal {
                    outage.heard = clock;
                    outage.reloading = false;
                }
            }
            Phase::Shown | Phase::Failed(_) | Phase::Farewell { .. } | Phase::Over(_) => {}
        }
    }
}

/// The server's words: the message, else the last of the parameters.
fn detail(error: &PageError) -> String {
    let words = error
        .message
        .as_deref()
        .or_else(|| error.params.last().map(String::as_str));
    refusal::unescape(words.unwrap_or_default())
}
