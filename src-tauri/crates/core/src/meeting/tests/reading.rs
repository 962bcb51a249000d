//! Reports of the page, well formed and not.

use serde_json::json;

use crate::meeting::event::PageError;
use crate::meeting::event::PageEvent;
use crate::meeting::event::Present;

#[test]
fn every_report_is_read() {
    let id = || String::from("c751f89c");
    let rows = [
        ("pageReady", json!(null), PageEvent::PageReady),
        (
            "scriptLoaded",
            json!({"origin": "https://8x8.vc", "path": "/x"}),
            PageEvent::ScriptLoaded {
                origin: "https://8x8.vc".into(),
                path: "/x".into(),
            },
        ),
        (
            "scriptFailed",
            json!({"answered": true}),
            PageEvent::ScriptFailed {
                answered: Some(true),
            },
        ),
        (
            "scriptFailed",
            json!(null),
            PageEvent::ScriptFailed { answered: None },
        ),
        ("frameLoaded", json!({}), PageEvent::FrameLoaded),
        (
            "browserSupport",
            json!({"supported": false}),
            PageEvent::BrowserSupport { supported: false },
        ),
        (
            "browserSupport",
            json!({}),
            PageEvent::BrowserSupport { supported: true },
        ),
        ("ready", json!({}), PageEvent::Ready),
        (
            "prejoinScreenLoaded",
            json!({"id": "local"}),
            PageEvent::PrejoinScreenLoaded,
        ),
        (
            "videoConferenceJoined",
            json!({"roomName": "standup", "id": "c751f89c", "displayName": "Ada", "breakoutRoom": false, "visitor": false}),
            PageEvent::VideoConferenceJoined {
                id: id(),
                room_name: Some("standup".into()),
                visitor: Some(false),
            },
        ),
        (
            "videoConferenceJoined",
            json!({"roomName": null, "visitor": "yes"}),
            PageEvent::VideoConferenceJoined {
                id: String::new(),
                room_name: None,
                visitor: None,
            },
        ),
        (
            "participantJoined",
            json!({"id": "c751f89c"}),
            PageEvent::ParticipantJoined { id: id() },
        ),
        (
            "participantLeft",
            json!({"id": "c751f89c"}),
            PageEvent::ParticipantLeft { id: id() },
        ),
        (
            "participantRoleChanged",
            json!({"id": "c751f89c", "role": "moderator"}),
            PageEvent::ParticipantRoleChanged {
                id: id(),
                role: "moderator".into(),
            },
        ),
        (
            "participantKickedOut",
            json!({"kicked": {"id": "local", "local": true}, "kicker": {"id": "b"}}),
            PageEvent::ParticipantKickedOut { local: true },
        ),
        (
            "participantKickedOut",
            json!({"local": true}),
            PageEvent::ParticipantKickedOut { local: true },
        ),
        (
            "participantKickedOut",
            json!(7),
            PageEvent::ParticipantKickedOut { local: false },
        ),
        (
            "errorOccurred",
            json!({"name": "conference.connectionError.notAllowed", "type": "CONFERENCE", "message": null, "isFatal": false, "params": ["general", 7, "Room and token mismatched"]}),
            PageEvent::ErrorOccurred(PageError {
                name: "conference.connectionError.notAllowed".into(),
                kind: Some("CONFERENCE".into()),
                message: None,
                is_fatal: Some(false),
                params: vec!["general".into(), "Room and token mismatched".into()],
                recoverable: None,
            }),
        ),
        (
            "errorOccurred",
            json!([]),
            PageEvent::ErrorOccurred(PageError::default()),
        ),
        ("passwordRequired", json!({}), PageEvent::PasswordRequired),
        (
            "cameraError",
            json!({"type": "gum.permission_denied"}),
            PageEvent::CameraError {
                kind: Some("gum.permission_denied".into()),
            },
        ),
        (
            "micError",
            json!({"kind": "gum.not_found"}),
            PageEvent::MicError {
                kind: Some("gum.not_found".into()),
            },
        ),
        (
            "audioMuteStatusChanged",
            json!({"muted": true}),
            PageEvent::AudioMuteStatusChanged { muted: true },
        ),
        (
            "videoMuteStatusChanged",
            json!({"muted": false}),
            PageEvent::VideoMuteStatusChanged { muted: false },
        ),
        (
            "screenSharingStatusChanged",
            json!({"on": true, "details": {"sourceType": "screen"}}),
            PageEvent::ScreenSharingStatusChanged { on: true },
        ),
        (
            "dominantSpeakerChanged",
            json!({"id": "c751f89c"}),
            PageEvent::DominantSpeakerChanged { id: id() },
        ),
        (
            "peerConnectionFailure",
            json!({"isP2P": true, "wasConnected": true}),
            PageEvent::PeerConnectionFailure,
        ),
        (
            "dataChannelClosed",
            json!({"code": 1006}),
            PageEvent::DataChannelClosed,
        ),
        ("pageShown", json!({}), PageEvent::PageShown),
        ("suspendDetected", json!({}), PageEvent::SuspendDetected),
        ("online", json!(null), PageEvent::Online),
        ("offline", json!(null), PageEvent::Offline),
        (
            "roomsInfo",
            json!({"people": [{"id": "c751f89c", "role": "moderator", "person": "ada", "displayName": "Ada"}, {"id": 7}]}),
            PageEvent::RoomsInfo {
                people: vec![
                    Present {
                        id: id(),
                        role: "moderator".into(),
                        person: Some("ada".into()),
                    },
                    Present {
                        id: String::new(),
                        role: String::new(),
                        person: None,
                    },
                ],
            },
        ),
        (
            "videoConferenceLeft",
            json!({"roomName": "standup"}),
            PageEvent::VideoConferenceLeft,
        ),
        ("readyToClose", json!({}), PageEvent::ReadyToClose),
        ("tryAgain", json!(null), PageEvent::TryAgain),
        ("back", json!(null), PageEvent::Back),
    ];
    for (name, data, event) in rows {
        let with_data = json!({"name": name, "data": data, "unknown": [1, 2]}).to_string();
        assert_eq!(
            PageEvent::parse(&with_data),
            Some(event.clone()),
            "{with_data}"
        );
        if data.is_null() {
            let bare = json!({"name": name}).to_string();
            assert_eq!(PageEvent::parse(&bare), Some(event), "{bare}");
        }
    }
}

#[test]
fn what_is_no_report_is_ignored() {
    let rows = [
        "",
        "null",
        "[]",
        "7",
        "{}",
        "\"ready\"",
        "{\"name\":7}",
        "{\"name\":\"log\"}",
        "{\"name\":\"Ready\"}",
        "{\"data\":{}}",
        "{\"name\":\"ready\"",
        "{\"name\":\"audioMuteStatusChanged\"}",
        "{\"name\":\"screenSharingStatusChanged\",\"data\":{\"on\":\"yes\"}}",
    ];
    for text in rows {
        assert_eq!(PageEvent::parse(text), None, "{text}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(PageEvent::parse(&deep), None);
    let endless = format!(
        "{{\"name\":\"ready\",\"data\":\"{}\"}}",
        "x".repeat(2 << 20)
    );
    assert_eq!(PageEvent::parse(&endless), None);
}

#[test]
fn huge_texts_are_cut() {
    let long = "ä".repeat(10_000);
    let many = vec![long.clone(); 1_0];
    let text =
        json!({"name": "errorOccurred", "data": {"name": long, "message": long, "params": many}});
    let Some(PageEvent::ErrorOccurred(error)) = PageEvent::parse(&text.to_string()) else {
        panic!("not read")
    };
    assert_eq!(error.name, "ä".repeat(500));
    assert_eq!(error.message.unwrap(), "ä".repeat(500));
    assert_eq!(error.params, vec!["ä".repeat(500); 8]);
}
