//! What the frame's options are made of.

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::provider::jaas;
use roomkey_store::settings::TenantId;

use super::*;
use crate::people::somebody;

fn plan(logo: Option<String>) -> Plan {
    let app_id = AppId::parse("vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe").unwrap();
    let tenant = TenantId::parse("acme").unwrap();
    Plan {
        provider: Provider::Jaas(jaas::Tenant {
            key_id: KeyId::parse_for(&app_id, "4f4910").unwrap(),
            domain: Domain::parse("8x8.vc").unwrap(),
        }),
        signer: Signer::Keyring {
            tenant,
            key_id: None,
            rehearses: false,
        },
        room: RoomName::parse("standup").unwrap(),
        title: "Stand-up".to_owned(),
        subject: "What is next".to_owned(),
        person: somebody(Language::En),
        role: Role::Participant,
        features: Features::default(),
        lifetime_seconds: 600,
        brand: BrandView {
            name: "Acme".to_owned(),
            accent: None,
            logo,
        },
        hidden_buttons: BTreeSet::new(),
        language: Language::En,
        arrival: ArrivalView {
            microphone_on: true,
            camera_on: true,
        },
        prejoin: false,
        lobby: false,
        surface: SurfaceChoice::Auto,
    }
}

#[test]
fn the_meeting_gets_subject_and_logo() {
    let config = plan(Some("data:image/png;base64,AA==".to_owned())).config();
    assert_eq!(config["localSubject"], "What is next");
    assert_eq!(config["defaultLogoUrl"], "data:image/png;base64,AA==");
}

#[test]
fn the_toolbar_is_the_meetings_own_until_something_is_hidden() {
    let mut plan = plan(None);
    assert_eq!(plan.config().get("toolbarButtons"), None);
    plan.hidden_buttons.insert(ToolbarButton::Chat);
    let config = plan.config();
    let shown = config["toolbarButtons"].as_array().unwrap();
    assert!(shown.contains(&json!("hangup")) && !shown.contains(&json!("chat")));
}

/// The frame's address holds the logo, and browsers have a limit.
#[test]
fn a_logo_that_is_too_long_for_an_address_stays_out_of_it() {
    for logo in [None, Some("x".repeat(LONGEST_LOGO + 1))] {
        assert_eq!(plan(logo).config().get("defaultLogoUrl"), None);
    }
}
