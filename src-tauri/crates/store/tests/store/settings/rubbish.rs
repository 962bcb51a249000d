//! Values that cannot be used: reading never fails, says where each is, and
//! takes everything else.

use roomkey_core::lifetime::Lifetime;
use roomkey_core::role::Role;
use roomkey_store::settings::Settings;
use roomkey_store::settings::Warning;
use serde_json::Value;
use serde_json::json;

use super::Folder;
use super::about;
use super::full;
use super::full_document;

#[test]
fn a_bad_value_is_the_default_and_a_bad_part_is_left_out() {
    // Where, what stands there, what is said of it.
    let cases = [
        ("/version", json!("one"), "default: version"),
        ("/person", json!("Ada"), "aside: person for person"),
        ("/person/id", json!("a b"), "aside: person for person.id"),
        ("/person/name", json!(""), "aside: person for person.name"),
        ("/person/email", json!("ada"), "default: person.email"),
        ("/tenants", json!({}), "default: tenants"),
        ("/tenants/0", json!(7), "aside: tenants[0] for tenants[0]"),
        (
            "/tenants/0/id",
            json!("Acme"),
            "aside: tenants[0] for tenants[0].id",
        ),
        (
            "/tenants/0/title",
            json!(" \n "),
            "default: tenants[0].title",
        ),
        (
            "/tenants/0/provider",
            json!("jaas"),
            "aside: tenants[0] for tenants[0].provider",
        ),
        (
            "/tenants/0/provider/kind",
            json!("zoom"),
            "aside: tenants[0] for tenants[0].provider.kind",
        ),
        (
            "/tenants/0/provider/appId",
            json!("x"),
            "aside: tenants[0] for tenants[0].provider.appId",
        ),
        (
            "/tenants/0/provider/keyId",
            json!(7),
            "aside: tenants[0] for tenants[0].provider.keyId",
        ),
        (
            "/tenants/0/provider/domain",
            json!("http://8x8.vc"),
            "aside: tenants[0] for tenants[0].provider.domain",
        ),
        (
            "/tenants/0/role",
            json!("owner"),
            "default: tenants[0].role",
        ),
        (
            "/tenants/0/lifetime",
            json!(4),
            "default: tenants[0].lifetime",
        ),
        (
            "/tenants/0/lifetime",
            json!(1e30),
            "default: tenants[0].lifetime",
        ),
        (
            "/tenants/0/lifetime",
            json!(-90),
            "default: tenants[0].lifetime",
        ),
        (
            "/tenants/0/features",
            json!(["recording"]),
            "default: tenants[0].features",
        ),
        (
            "/tenants/0/features/moderator/recording",
            json!("true"),
            "default: tenants[0].features.moderator.recording",
        ),
        (
            "/tenants/0/moderators",
            json!(["ada@example.org", 7]),
            "default: tenants[0].moderators",
        ),
        (
            "/tenants/0/brand/link",
            json!("javascript:alert(1)"),
            "default: tenants[0].brand.link",
        ),
        (
            "/tenants/0/rooms",
            json!("standup"),
            "default: tenants[0].rooms",
        ),
        (
            "/tenants/0/rooms/1",
            json!([]),
            "aside: tenants[0].rooms[1] for tenants[0].rooms[1]",
        ),
        (
            "/tenants/0/rooms/1/name",
            json!("All Hands"),
            "aside: tenants[0].rooms[1] for tenants[0].rooms[1].name",
        ),
        (
            "/tenants/0/rooms/1/name",
            json!("standup"),
            "aside: tenants[0].rooms[1] for tenants[0].rooms[1]",
        ),
        (
            "/tenants/0/rooms/0/title",
            json!(true),
            "default: tenants[0].rooms[0].title",
        ),
        (
            "/tenants/0/rooms/0/lastJoined",
            json!("today"),
            "default: tenants[0].rooms[0].lastJoined",
        ),
        (
            "/tenants/0/brand",
            json!("Acme"),
            "default: tenants[0].brand",
        ),
        (
            "/tenants/0/brand/name",
            json!(0),
            "default: tenants[0].brand.name",
        ),
        (
            "/tenants/0/brand/accent",
            json!("red"),
            "default: tenants[0].brand.accent",
        ),
        (
            "/tenants/0/brand/logo",
            json!(["x"]),
            "default: tenants[0].brand.logo",
        ),
        (
            "/tenants/2/id",
            json!("acme"),
            "aside: tenants[2] for tenants[2]",
        ),
        (
            "/tenants/1/provider/signing/algorithm",
            json!("none"),
            "aside: tenants[1] for tenants[1].provider.signing.algorithm",
        ),
        ("/current", json!("nobody"), "default: current"),
        ("/surface", json!("firefox"), "default: surface"),
        ("/language", json!("fr"), "default: language"),
        ("/microphoneOn", json!("yes"), "default: microphoneOn"),
        ("/cameraOn", json!(0), "default: cameraOn"),
    ];
    for (place, value, said) in cases {
        let mut document = full_document();
        *document.pointer_mut(place).unwrap() = value.clone();
        let (_, _, warnings) = Folder::with(document.to_string()).open();
        let mut expected = vec![said.to_owned()];
        // The chosen tenant of `full` is the second.
        if said.starts_with("default: tenants") && place == "/tenants"
            || said.contains("tenants[1] ")
        {
            expected.push("default: current".to_owned());
        }
        assert_eq!(about(&warnings), expected, "{place} = {value}");
    }
}

#[test]
fn everything_else_is_used() {
    let mut document = full_document();
    document["tenants"][0]["role"] = json!("owner");
    document["tenants"][0]["lifetime"] = json!("long");
    document["tenants"][0]["rooms"][0]["name"] = json!("Stand-up");
    document["tenants"][2] = json!(null);
    document["surface"] = json!([]);
    let (_, settings, _) = Folder::with(document.to_string()).open();

    let mut expected = full();
    expected.tenants[0].role = Role::Participant;
    expected.tenants[0].lifetime = Lifetime::default();
    expected.tenants[0].rooms.remove(0);
    expected.tenants.remove(2);
    expected.surface = Settings::default().surface;
    assert_eq!(settings, expected);
}

#[test]
fn what_is_missing_is_the_default_without_a_word() {
    let least = json!({
        "version": 1,
        "tenants": [{
            "id": "acme",
            "provider": {
                "kind": "jaas",
                "appId": "vpaas-magic-cookie-0123456789abcdef0123456789abcdef",
                "keyId": "4f8910",
            },
            "rooms": [{ "name": "standup" }],
        }],
    });
    let (_, settings, warnings) = Folder::with(least.to_string()).open();
    assert_eq!(about(&warnings), [""; 0]);
    let tenant = settings.current_tenant().unwrap();
    assert_eq!(
        (tenant.title.as_str(), tenant.brand.name.as_str()),
        ("acme", "acme")
    );
    assert_eq!(tenant.rooms[0].title, "standup");
    assert_eq!((settings.microphone_on, settings.camera_on), (true, true));
    let file = Folder::with(r#"{"version": 1}"#);
    assert_eq!(file.open().1, Settings::default());
}

/// Every value of a full document, replaced by everything that JSON has.
#[test]
fn whatever_stands_anywhere_reading_goes_on_and_saving_keeps_the_outcome() {
    let deep = serde_json::from_str(&format!("{}{}", "[".repeat(60), "]".repeat(60))).unwrap();
    let rubbish = [
        json!(null),
        json!([null, {}, [{}]]),
        json!({ "kind": "jaas", "id": {}, "name": [] }),
        json!(true),
        json!(-1),
        json!(1e300),
        json!(u64::MAX),
        json!(""),
        json!("\u{0}\u{202e}/../"),
        json!([]),
        json!({}),
        deep,
    ];
    let document = full_document();
    for place in places(&document, String::new()) {
        for (number, value) in rubbish.iter().enumerate() {
            let mut spoilt = document.clone();
            *spoilt.pointer_mut(&place).unwrap() = value.clone();
            if !spoilt.is_object() {
                continue;
            }
            let folder = Folder::with(spoilt.to_string());
            let (file, settings, warnings) = folder.open();

            // The disk makes saving slow; the first few are of every kind.
            if number < 3 {
                file.save(&settings).unwrap();
                let (_, again, later) = folder.open();
                assert_eq!(again, settings, "{place} = {value}");
                assert_eq!(about(&later), staying(&warnings), "{place} = {value}");
            }
        }
    }
}

/// What is still wrong after saving.
fn staying(warnings: &[Warning]) -> Vec<String> {
    let mut said = about(warnings);
    said.retain(|said| said.starts_with("aside: "));
    said
}

/// The pointers (RFC 6901) to a value and to all that it holds.
fn places(value: &Value, here: String) -> Vec<String> {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        Value::Array(values) => values
            .iter()
            .enumerate()
            .map(|(index, value)| (index.to_string(), value))
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    let below = below
        .into_iter()
        .flat_map(|(step, value)| places(value, format!("{here}/{step}")));
    std::iter::once(here.clone()).chain(below).collect()
}
