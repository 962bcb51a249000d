//! What a token may switch on or off in a meeting.
//!
//! The names are those of the vendor's documentation, of the web client's
//! `MEET_FEATURES` (jitsi-meet `react/features/base/jwt/constants.ts`) and of
//! the server's default list (`mod_jitsi_permissions.lua`). Whether a plan
//! includes a feature is not known here.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One feature, named as in `context.features`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Feature {
    /// Stream the meeting to the public.
    Livestreaming,
    /// Record the meeting.
    Recording,
    /// Write down what is said.
    Transcription,
    /// Translate what is said while it is said.
    LiveTranslation,
    /// Receive the live translation.
    LiveTranslationSubscribe,
    /// Be called from a SIP device.
    SipInboundCall,
    /// Call a SIP device.
    SipOutboundCall,
    /// Be called from a telephone.
    InboundCall,
    /// Call a telephone.
    OutboundCall,
    /// Share files.
    FileUpload,
    /// See who watches.
    ListVisitors,
    /// Write to everybody; counts only where the tenant's branding asks for it.
    SendGroupchat,
    /// Write to one person.
    SendPrivateMessage,
    /// Start a poll; counts only where the tenant's branding asks for it.
    CreatePolls,
    /// Share the screen.
    ScreenSharing,
    /// Keep people waiting until they are let in.
    Lobby,
    /// Mute and unmute others.
    Moderation,
    /// The tenant's own look.
    Branding,
    /// Calendar entries.
    Calendar,
    /// Transfer the call to another device.
    Flip,
    /// Room settings.
    Room,
}

impl Feature {
    /// Every feature, in the order in which tokens and the interface list them.
    pub const ALL: [Self; 21] = [
        Self::Livestreaming,
        Self::Recording,
        Self::Transcription,
        Self::LiveTranslation,
        Self::LiveTranslationSubscribe,
        Self::SipInboundCall,
        Self::SipOutboundCall,
        Self::InboundCall,
        Self::OutboundCall,
        Self::FileUpload,
        Self::ListVisitors,
        Self::SendGroupchat,
        Self::SendPrivateMessage,
        Self::CreatePolls,
        Self::ScreenSharing,
        Self::Lobby,
        Self::Moderation,
        Self::Branding,
        Self::Calendar,
        Self::Flip,
        Self::Room,
    ];

    /// The feature of that name, if there is one.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|feature| feature.as_str() == name)
    }

    /// The name in `context.features`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Livestreaming => "livestreaming",
            Self::Recording => "recording",
            Self::Transcription => "transcription",
            Self::LiveTranslation => "live-translation",
            Self::LiveTranslationSubscribe => "live-translation-subscribe",
            Self::SipInboundCall => "sip-inbound-call",
            Self::SipOutboundCall => "sip-outbound-call",
            Self::InboundCall => "inbound-call",
            Self::OutboundCall => "outbound-call",
            Self::FileUpload => "file-upload",
            Self::ListVisitors => "list-visitors",
            Self::SendGroupchat => "send-groupchat",
            Self::SendPrivateMessage => "send-private-message",
            Self::CreatePolls => "create-polls",
            Self::ScreenSharing => "screen-sharing",
            Self::Lobby => "lobby",
            Self::Moderation => "moderation",
            Self::Branding => "branding",
            Self::Calendar => "calendar",
            Self::Flip => "flip",
            Self::Room => "room",
        }
    }

    /// What it allows, in words.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Livestreaming => "Stream the meeting to the public",
            Self::Recording => "Record the meeting",
            Self::Transcription => "Write down what is said",
            Self::LiveTranslation => "Translate what is said while it is said",
            Self::LiveTranslationSubscribe => "Receive the live translation",
            Self::SipInboundCall => "Be called from a SIP device",
            Self::SipOutboundCall => "Call a SIP device",
            Self::InboundCall => "Be called from a telephone",
            Self::OutboundCall => "Call a telephone",
            Self::FileUpload => "Share files",
            Self::ListVisitors => "See who watches",
            Self::SendGroupchat => "Write to everybody",
            Self::SendPrivateMessage => "Write to one person",
            Self::CreatePolls => "Start a poll",
            Self::ScreenSharing => "Share the screen",
            Self::Lobby => "Keep people waiting until they are let in",
            Self::Moderation => "Mute and unmute others",
            Self::Branding => "Show the tenant's own look",
            Self::Calendar => "Use calendar entries",
            Self::Flip => "Transfer the call to another device",
            Self::Room => "Change the room's settings",
        }
    }

    /// Whether the web client has it in its list; another one it reports as
    /// `featureInvalid`, though only the server knows `live-translation-subscribe`.
    pub fn is_known_to_client(self) -> bool {
        self != Self::LiveTranslationSubscribe
    }
}

impl fmt::Display for Feature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Which features a token names, and whether it allows each.
///
/// A feature that is not named is off in a JaaS meeting
/// (jitsi-meet `isJwtFeatureEnabled`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Features(BTreeMap<Feature, bool>);

impl Features {
    /// Names a feature, in place of what was said of it before.
    pub fn set(&mut self, feature: Feature, allowed: bool) {
        self.0.insert(feature, allowed);
    }

    /// What is said of a feature; none where it is not named.
    pub fn get(&self, feature: Feature) -> Option<bool> {
        self.0.get(&feature).copied()
    }

    /// Whether the feature is on.
    pub fn allows(&self, feature: Feature) -> bool {
        self.get(feature).unwrap_or(false)
    }

    /// All that are named, in the order of [`Feature::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Feature, bool)> + '_ {
        self.0.iter().map(|(feature, allowed)| (*feature, *allowed))
    }
}

impl FromIterator<(Feature, bool)> for Features {
    fn from_iter<I: IntoIterator<Item = (Feature, bool)>>(named: I) -> Self {
        Self(named.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_reads_back_and_is_the_one_in_json() {
        for feature in Feature::ALL {
            assert_eq!(Feature::parse(feature.as_str()), Some(feature));
            assert_eq!(serde_json::to_value(feature).unwrap(), feature.as_str());
        }
        assert_eq!(Feature::parse("Recording"), None);
    }

    /// `MEET_FEATURES` of jitsi-meet's `constants.ts` at 10f7c81.
    #[test]
    fn the_client_knows_twenty() {
        let known = Feature::ALL
            .into_iter()
            .filter(|feature| feature.is_known_to_client());
        assert_eq!(known.count(), 20);
    }

    #[test]
    fn what_is_not_named_is_off() {
        let mut features = Features::default();
        assert!(!features.allows(Feature::Recording));
        features.set(Feature::Recording, true);
        features.set(Feature::Livestreaming, false);
        assert!(features.allows(Feature::Recording));
        assert_eq!(features.get(Feature::Livestreaming), Some(false));
        assert_eq!(features.get(Feature::Lobby), None);
    }

    #[test]
    fn json_is_a_map_of_names() {
        let features: Features = [(Feature::FileUpload, true), (Feature::Recording, false)]
            .into_iter()
            .collect();
        let json = r#"{"recording":false,"file-upload":true}"#;
        assert_eq!(serde_json::to_string(&features).unwrap(), json);
        assert_eq!(serde_json::from_str::<Features>(json).unwrap(), features);
        assert!(serde_json::from_str::<Features>(r#"{"teleport":true}"#).is_err());
    }
}
