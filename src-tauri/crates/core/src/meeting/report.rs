//! What follows from a report of the page: the transition table.

use crate::meeting::Meeting;
use crate::meeting::Moment;
use crate::meeting::event::PageEvent;
use crate::meeting::failure::Failure;
use crate::meeting::phase::Opening;
use crate::meeting::phase::Phase;
use crate::meeting::phase::Question;
use crate::meeting::phase::Seat;
use crate::meeting::phase::Step;
use crate::meeting::phase::Why;
use crate::meeting::room;
use crate::meeting::state::Ending;
use crate::meeting::state::State;
use crate::role::Role;

impl Meeting {
    /// Takes in one report.
    pub(super) fn hear(&mut self, event: PageEvent, now: Moment) {
        if event.is_of_the_frame() && !self.phase.hears(&event) {
            return;
        }
        match event {
            PageEvent::PageReady => self.page_ready(),
            PageEvent::ScriptLoaded { .. } => self.script_loaded(),
            PageEvent::ScriptFailed { answered } => self.script_failed(answered),
            PageEvent::FrameLoaded => self.frame_loaded(),
            PageEvent::BrowserSupport { supported: false } => {
                self.phase = Phase::Failed(Failure::BrowserUnsupported);
            }
            PageEvent::BrowserSupport { supported: true } | PageEvent::Ready => self.client_lives(),
            PageEvent::PrejoinScreenLoaded => self.prejoin(),
            PageEvent::VideoConferenceJoined { id, visitor, .. } => {
                self.joined(id, visitor == Some(true));
            }
            PageEvent::ParticipantJoined { id } => {
                self.online = true;
                self.room.enters(id);
            }
            PageEvent::ParticipantLeft { id } => self.room.leaves(&id),
            PageEvent::ParticipantRoleChanged { id, role } => self.role_changed(id, &role),
            PageEvent::ParticipantKickedOut { local: true } => self.say_farewell(Ending::Removed),
            PageEvent::ErrorOccurred(error) => self.error(&error, now),
            PageEvent::PasswordRequired => self.ask(Question::Password),
            PageEvent::AudioMuteStatusChanged { muted } => self.room.mutes_microphone(muted),
            PageEvent::VideoMuteStatusChanged { muted } => self.room.mutes_camera(muted),
            PageEvent::ScreenSharingStatusChanged { on } => self.room.shares(on),
            PageEvent::DominantSpeakerChanged { .. } => self.online = true,
            PageEvent::PeerConnectionFailure | PageEvent::DataChannelClosed => {
                self.connection_is_lost(now);
            }
            PageEvent::SuspendDetected => self.has_slept(now),
            PageEvent::Online => self.online(now),
            PageEvent::Offline => self.offline(now),
            PageEvent::PageShown => self.shown(),
            PageEvent::VideoConferenceLeft => self.left(),
            PageEvent::ReadyToClose => self.hung_up(),
            PageEvent::TryAgain => self.try_again(),
            PageEvent::Back => self.back(),
            // Without camera and microphone the join happens all the same.
            PageEvent::CameraError { .. }
            | PageEvent::MicError { .. }
            | PageEvent::ParticipantKickedOut { local: false } => {}
            // Whoever asked for it reads it.
            PageEvent::RoomsInfo { .. } => {}
        }
    }

    /// The page reports for the first time, or was loaded anew and has lost
    /// its frame with everything else.
    fn page_ready(&mut self) {
        match &self.phase {
            Phase::Opening(Opening {
                step: Step::Page, ..
            })
            | Phase::Failed(Failure::PageSilent) => self.await_script(Why::Joining),
            Phase::Opening(Opening {
                step: Step::Queued { .. } | Step::Token,
                ..
            })
            | Phase::Farewell { .. }
            | Phase::Over(_) => {}
            Phase::Opening(_)
            | Phase::Asking(_)
            | Phase::Joined(_)
            | Phase::Shown
            | Phase::Leaving { .. }
            | Phase::Reconnecting(_)
            | Phase::Failed(_) => self.begin_anew(Why::Joining),
        }
    }

    fn script_loaded(&mut self) {
        let clock = self.stopwatch.counted();
        if let Phase::Opening(opening) = &mut self.phase
            && opening.step == Step::Script
        {
            opening.step = Step::Client { loaded: false };
            opening.since = clock;
        }
    }

    fn script_failed(&mut self, answered: Option<bool>) {
        let Phase::Opening(opening) = &self.phase else {
            return;
        };
        let failure = match opening.step {
            Step::Script if answered == Some(true) => Failure::NoIframeApi,
            Step::Script => Failure::HostUnreachable,
            // The script made no frame.
            Step::Client { .. } => Failure::NoIframeApi,
            Step::Page | Step::Queued { .. } | Step::Token | Step::Server => return,
        };
        self.phase = Phase::Failed(failure);
    }

    /// `load` is no sign of life: error pages fire it too.
    fn frame_loaded(&mut self) {
        let clock = self.stopwatch.counted();
        if let Phase::Opening(opening) = &mut self.phase
            && opening.step == (Step::Client { loaded: false })
        {
            opening.step = Step::Client { loaded: true };
            opening.since = clock;
        }
    }

    fn client_lives(&mut self) {
        let clock = self.stopwatch.counted();
        self.online = true;
        self.room.empty();
        match &mut self.phase {
            Phase::Opening(opening) => {
                if let Step::Client { .. } = opening.step {
                    opening.step = Step::Server;
                    opening.since = clock;
                }
            }
            Phase::Reconnecting(outage) => {
                outage.heard = clock;
                outage.reloading = false;
            }
            // The client has reloaded itself.
            Phase::Joined(_) | Phase::Leaving { .. } => self.await_connection(),
            Phase::Asking(_)
            | Phase::Shown
            | Phase::Failed(_)
            | Phase::Farewell { .. }
            | Phase::Over(_) => {}
        }
    }

    /// The provider's page takes over, where one is waited for.
    fn shown(&mut self) {
        if let Phase::Opening(Opening {
            step: Step::Script, ..
        }) = self.phase
        {
            self.phase = Phase::Shown;
        }
    }

    /// The lobby's screen reports as prejoin, too.
    fn prejoin(&mut self) {
        if !matches!(self.phase, Phase::Asking(_)) {
            self.phase = Phase::Asking(Question::Prejoin);
        }
    }

    /// The client asks for something on the way in.
    pub(super) fn ask(&mut self, question: Question) {
        if !matches!(self.phase, Phase::Joined(_)) {
            self.straight_in = true;
            self.phase = Phase::Asking(question);
        }
    }

    fn joined(&mut self, id: String, visitor: bool) {
        self.straight_in = true;
        let told = self.room.role_of(&id);
        let role = if visitor { Some(Role::Visitor) } else { told };
        self.phase = Phase::Joined(Seat {
            id,
            role,
            woken: None,
        });
    }

    /// Others' roles count only until the person's own id is known.
    fn role_changed(&mut self, id: String, name: &str) {
        let Some(role) = room::role(name) else { return };
        if let Phase::Joined(seat) = &mut self.phase {
            let stays_visitor = seat.role == Some(Role::Visitor) && role == Role::Participant;
            if id == seat.id && !stays_visitor {
                seat.role = Some(role);
            }
        } else {
            self.room.has_role(id, role);
        }
    }

    fn left(&mut self) {
        match &mut self.phase {
            Phase::Joined(seat) => {
                let since = self.stopwatch.counted();
                self.phase = Phase::Leaving {
                    seat: seat.clone(),
                    since,
                };
                self.room.empty();
            }
            Phase::Reconnecting(outage) => outage.reloading = true,
            Phase::Opening(_)
            | Phase::Asking(_)
            | Phase::Shown
            | Phase::Leaving { .. }
            | Phase::Failed(_)
            | Phase::Farewell { .. }
            | Phase::Over(_) => {}
        }
    }

    fn hung_up(&mut self) {
        self.phase = Phase::Over(State::Ended {
            ending: Ending::HungUp,
        });
    }

    pub(super) fn say_farewell(&mut self, ending: Ending) {
        self.phase = Phase::Farewell {
            ending,
            since: self.stopwatch.counted(),
        };
    }

    fn try_again(&mut self) {
        if let Phase::Failed(_) = self.phase {
            self.begin_anew_at(self.stopwatch.counted(), Why::Joining);
        }
    }

    /// Only where a card or a word of ours can be seen; elsewhere the press
    /// was meant for something that is gone.
    fn back(&mut self) {
        match &self.phase {
            Phase::Opening(_)
            | Phase::Reconnecting(_)
            | Phase::Failed(_)
            | Phase::Farewell { .. } => {
                self.close();
            }
            Phase::Asking(_)
            | Phase::Joined(_)
            | Phase::Shown
            | Phase::Leaving { .. }
            | Phase::Over(_) => {}
        }
    }

    fn online(&mut self, now: Moment) {
        let was_offline = !self.online;
        self.online = true;
        match &self.phase {
            Phase::Joined(_) => self.connection_is_lost(now),
            Phase::Reconnecting(outage) if outage.reloading || self.token.is_closing(now) => {
                self.begin_anew(Why::Reconnecting);
            }
            // What was loaded without a network stays an error page.
            Phase::Opening(Opening {
                why,
                step: Step::Script | Step::Client { .. },
                ..
            }) if was_offline => {
                let why = *why;
                self.begin_anew(why);
            }
            Phase::Failed(
                Failure::HostUnreachable | Failure::ClientSilent | Failure::ServerUnreachable,
            ) => self.begin_anew(Why::Joining),
            Phase::Opening(_)
            | Phase::Asking(_)
            | Phase::Shown
            | Phase::Leaving { .. }
            | Phase::Reconnecting(_)
            | Phase::Failed(_)
            | Phase::Farewell { .. }
            | Phase::Over(_) => {}
        }
    }

    fn offline(&mut self, now: Moment) {
        self.online = false;
        self.connection_is_lost(now);
    }
}
