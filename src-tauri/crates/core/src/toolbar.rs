//! The buttons of the meeting's toolbar, as the web client names them
//! (`ToolbarButton` in jitsi-meet's `react/features/toolbox/types.ts`).
//!
//! `configOverwrite.toolbarButtons` lists the buttons that are shown; without
//! it all are. Whether a token, a plan or the browser allows a button is
//! decided elsewhere.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A button that can be left out. Hanging up and the menu that holds what
/// finds no place are always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum ToolbarButton {
    /// Open and mute the microphone.
    Microphone,
    /// Switch the camera on and off.
    Camera,
    /// The other camera of a telephone.
    ToggleCamera,
    /// Share the screen.
    Desktop,
    /// Write to the others.
    Chat,
    /// Ask to speak.
    Raisehand,
    /// Applause and the like.
    Reactions,
    /// Who is there.
    ParticipantsPane,
    /// Everybody equally large.
    Tileview,
    /// Bring somebody in.
    Invite,
    /// Lobby and password.
    Security,
    /// Mute everybody.
    MuteEveryone,
    /// Switch everybody's camera off.
    MuteVideoEveryone,
    /// Record.
    Recording,
    /// Stream to the public.
    Livestreaming,
    /// What is said, as text.
    Closedcaptions,
    /// Keep a moment of a recording.
    Highlight,
    /// Draw together.
    Whiteboard,
    /// Write together.
    Etherpad,
    /// Watch a video together.
    Sharedvideo,
    /// Hear a sound together.
    Shareaudio,
    /// Blur or replace what is behind one.
    SelectBackground,
    /// Keep noise out.
    Noisesuppression,
    /// Devices and language.
    Settings,
    /// How much picture is sent and received.
    Videoquality,
    /// The whole screen.
    Fullscreen,
    /// The row of small pictures.
    Filmstrip,
    /// One's own name.
    Profile,
    /// Who spoke how long.
    Stats,
    /// Keys that do things.
    Shortcuts,
    /// Rate the call.
    Feedback,
    /// The maker's help.
    Help,
    /// Put the meeting into a page.
    Embedmeeting,
    /// Other applications for the meeting.
    Download,
    /// Tie the meeting to an entry of Salesforce.
    Linktosalesforce,
}

/// What no toolbar is without.
const ALWAYS: [&str; 2] = ["hangup", "overflowmenu"];

impl ToolbarButton {
    /// Every button, in the order in which the interface lists them.
    pub const ALL: [Self; 35] = [
        Self::Microphone,
        Self::Camera,
        Self::ToggleCamera,
        Self::Desktop,
        Self::Chat,
        Self::Raisehand,
        Self::Reactions,
        Self::ParticipantsPane,
        Self::Tileview,
        Self::Invite,
        Self::Security,
        Self::MuteEveryone,
        Self::MuteVideoEveryone,
        Self::Recording,
        Self::Livestreaming,
        Self::Closedcaptions,
        Self::Highlight,
        Self::Whiteboard,
        Self::Etherpad,
        Self::Sharedvideo,
        Self::Shareaudio,
        Self::SelectBackground,
        Self::Noisesuppression,
        Self::Settings,
        Self::Videoquality,
        Self::Fullscreen,
        Self::Filmstrip,
        Self::Profile,
        Self::Stats,
        Self::Shortcuts,
        Self::Feedback,
        Self::Help,
        Self::Embedmeeting,
        Self::Download,
        Self::Linktosalesforce,
    ];

    /// The button of that name.
    pub fn parse(name: &str) -> Result<Self, ButtonFault> {
        let mut all = Self::ALL.into_iter();
        all.find(|button| button.as_str() == name)
            .ok_or(ButtonFault)
    }

    /// The web client's name for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Microphone => "microphone",
            Self::Camera => "camera",
            Self::ToggleCamera => "toggle-camera",
            Self::Desktop => "desktop",
            Self::Chat => "chat",
            Self::Raisehand => "raisehand",
            Self::Reactions => "reactions",
            Self::ParticipantsPane => "participants-pane",
            Self::Tileview => "tileview",
            Self::Invite => "invite",
            Self::Security => "security",
            Self::MuteEveryone => "mute-everyone",
            Self::MuteVideoEveryone => "mute-video-everyone",
            Self::Recording => "recording",
            Self::Livestreaming => "livestreaming",
            Self::Closedcaptions => "closedcaptions",
            Self::Highlight => "highlight",
            Self::Whiteboard => "whiteboard",
            Self::Etherpad => "etherpad",
            Self::Sharedvideo => "sharedvideo",
            Self::Shareaudio => "shareaudio",
            Self::SelectBackground => "select-background",
            Self::Noisesuppression => "noisesuppression",
            Self::Settings => "settings",
            Self::Videoquality => "videoquality",
            Self::Fullscreen => "fullscreen",
            Self::Filmstrip => "filmstrip",
            Self::Profile => "profile",
            Self::Stats => "stats",
            Self::Shortcuts => "shortcuts",
            Self::Feedback => "feedback",
            Self::Help => "help",
            Self::Embedmeeting => "embedmeeting",
            Self::Download => "download",
            Self::Linktosalesforce => "linktosalesforce",
        }
    }
}

/// The value of `toolbarButtons` without the hidden ones; none where nothing
/// is hidden, so that buttons which are not known here are shown, too.
pub fn shown(hidden: &BTreeSet<ToolbarButton>) -> Option<Vec<&'static str>> {
    if hidden.is_empty() {
        return None;
    }
    let kept = ToolbarButton::ALL
        .into_iter()
        .filter(|button| !hidden.contains(button));
    Some(kept.map(ToolbarButton::as_str).chain(ALWAYS).collect())
}

/// The text names no button.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is no button that can be hidden. Write it as Jitsi Meet names it, such as chat")]
pub struct ButtonFault;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_has_one_name() {
        for button in ToolbarButton::ALL {
            assert_eq!(ToolbarButton::parse(button.as_str()), Ok(button));
            let written = serde_json::to_value(button).unwrap();
            assert_eq!(written, button.as_str());
        }
        for text in ["", "hangup", "overflowmenu", "Chat", "screen"] {
            assert_eq!(ToolbarButton::parse(text), Err(ButtonFault), "{text}");
        }
    }

    #[test]
    fn what_is_not_hidden_is_shown_and_one_can_always_leave() {
        assert_eq!(shown(&BTreeSet::new()), None);
        let all: BTreeSet<_> = ToolbarButton::ALL.into_iter().collect();
        assert_eq!(shown(&all).unwrap(), ALWAYS);
        let shown = shown(&BTreeSet::from([ToolbarButton::Chat])).unwrap();
        assert!(!shown.contains(&"chat"));
        assert!(shown.contains(&"microphone") && shown.contains(&"hangup"));
        assert_eq!(shown.len(), ToolbarButton::ALL.len() - 1 + ALWAYS.len());
    }
}
