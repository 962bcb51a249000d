//! Tenants of every provider in a policy: what may be said of them, and what stays the desk's.

use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_store::policy::Policy;
use roomkey_store::settings::Room;
use roomkey_store::settings::Settings;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use serde_json::Value;
use serde_json::json;

use super::APP_ID;
use super::read;

/// Every provider in every way that a policy may have it.
pub(super) fn valid() -> Vec<Value> {
    vec![
        json!({ "kind": "jaas", "appId": APP_ID }),
        json!({ "kind": "jaas", "appId": APP_ID, "domain": "stage.8x8.vc", "keyId": "4f8910",
            "keyAdded": 1_780_000_000, "formerKeyId": null }),
        jitsi("meet.example.org"),
        json!({ "kind": "jitsi", "domain": "https://10.0.0.7:8443", "tenant": "sales",
            "appId": "my_app", "audience": "all", "signing": { "algorithm": "RS256", "keyId": "main" } }),
        json!({ "kind": "jitsi", "domain": "http://localhost:8000", "tenant": "*", "appId": "my_app",
            "signing": { "algorithm": "HS256", "keyId": null } }),
        json!({ "kind": "jitsi", "domain": "[fd00::7]", "tenant": null, "audience": null,
            "appId": "my_app", "signing": { "algorithm": "HS256" } }),
        video_sdk(&[]),
        video_sdk(&[
            ("api", "api.example.org".into()),
            ("pages", "pages.example.org".into()),
            ("pageVersion", "0.3.43".into()),
        ]),
        json!({ "kind": "videoSdk", "tokenServer": "tokens.example.org:9000", "apiKey": null }),
        jio_meet(&[]),
        jio_meet(&[
            ("issuer", "acme".into()),
            ("domain", "meet.example.org".into()),
            ("signing", json!({ "algorithm": "RS256" })),
            ("authorization", "bearer".into()),
        ]),
    ]
}

/// What a policy may not say of a provider.
pub(super) fn invalid() -> Vec<Value> {
    let jitsi = |name: &str, value: Value| {
        let mut provider = jitsi("meet.example.org");
        provider[name] = value;
        provider
    };
    let by_key = json!({ "algorithm": "RS256" });
    vec![
        json!({}),
        json!({ "kind": "zoom", "appId": "acme" }),
        json!({ "kind": "jaas", "appId": "acme" }),
        json!({ "kind": "jaas", "appId": APP_ID, "server": "8x8.vc" }),
        json!({ "kind": "jitsi", "appId": "acme", "signing": { "algorithm": "HS256" } }),
        jitsi("domain", "http://meet.example.org".into()),
        jitsi("domain", "meet.example.org/sales".into()),
        jitsi("domain", Value::Null),
        jitsi("tenant", "sales.example".into()),
        jitsi("appId", "my app".into()),
        jitsi("appId", "".into()),
        jitsi("audience", 7.into()),
        jitsi("audience", "a".repeat(257).into()),
        jitsi("secret", "0123456789abcdef".into()),
        jitsi("signing", "HS256".into()),
        jitsi("signing", json!({ "algorithm": "HS512" })),
        jitsi("signing", json!({ "algorithm": "HS256", "keyId": "main" })),
        jitsi("signing", by_key.clone()),
        json!({ "kind": "videoSdk" }),
        video_sdk(&[("apiKey", "two words".into())]),
        video_sdk(&[("tokenServer", "tokens.example.org".into())]),
        video_sdk(&[("pageVersion", "newest".into())]),
        video_sdk(&[("api", "https://api.example.org/v2".into())]),
        video_sdk(&[("pagesVersion", "0.3.43".into())]),
        json!({ "kind": "jioMeet", "appId": "acme" }),
        json!({ "kind": "jioMeet", "signing": by_key }),
        jio_meet(&[("issuer", "two words".into())]),
        jio_meet(&[("domain", "user@jiomeetpro.jio.com".into())]),
        jio_meet(&[("signing", json!({ "algorithm": "none" }))]),
        jio_meet(&[("signing", json!({ "algorithm": "RS256", "keyId": "main" }))]),
        jio_meet(&[("authorization", "basic".into())]),
        jio_meet(&[("bearer", true.into())]),
    ]
}

fn jitsi(domain: &str) -> Value {
    json!({ "kind": "jitsi", "domain": domain, "appId": "my_app", "signing": { "algorithm": "HS256" } })
}

fn video_sdk(more: &[(&str, Value)]) -> Value {
    with(json!({ "kind": "videoSdk", "apiKey": "9f0c" }), more)
}

fn jio_meet(more: &[(&str, Value)]) -> Value {
    let app = json!({ "kind": "jioMeet", "appId": "jio-app", "signing": { "algorithm": "HS256" } });
    with(app, more)
}

fn with(mut provider: Value, more: &[(&str, Value)]) -> Value {
    for (name, value) in more {
        provider[name] = value.clone();
    }
    provider
}

/// A policy with one tenant.
fn policy(locked: &[&str], id: &str, provider: &Value) -> Policy {
    let tenant = json!({ "id": id, "title": "Head office", "provider": provider, "lifetime": 15,
        "rooms": [{ "name": "board" }] });
    let text =
        json!({ "version": 1, "locked": locked, "settings": { "tenants": [tenant] } }).to_string();
    let policy = read(&text);
    assert!(matches!(policy, Policy::Valid { .. }), "{text} {policy:?}");
    policy
}

/// What a policy of that one tenant puts in force where there is nothing.
fn given(id: &str, provider: &Value) -> Tenant {
    let locked = ["tenants", "keys"];
    let mut settings = policy(&locked, id, provider).over(&Settings::default());
    settings.tenants.remove(0)
}

/// A desk that has been in a room of its tenant.
fn desk(id: &str, provider: &Value) -> Settings {
    let stand_up = RoomName::parse("standup").unwrap();
    let mut tenant = given(id, provider);
    tenant.title = "Ours".to_owned();
    tenant.rooms = vec![Room {
        last_joined: Some(Timestamp(1_790_000_000)),
        ..Room::new(stand_up, "Stand-up".to_owned())
    }];
    Settings {
        current: Some(tenant.id.clone()),
        tenants: vec![tenant],
        ..Settings::default()
    }
}

fn id(text: &str) -> TenantId {
    TenantId::parse(text).unwrap()
}

/// Each at one address, and the same tenant at another.
fn moves() -> [(Value, Value); 3] {
    [
        (jitsi("meet.example.org"), jitsi("meet.acme.example")),
        (
            video_sdk(&[]),
            json!({ "kind": "videoSdk", "tokenServer": "tokens.example.org" }),
        ),
        (
            jio_meet(&[]),
            jio_meet(&[
                ("appId", "other".into()),
                ("domain", "rc.example.org".into()),
            ]),
        ),
    ]
}

#[test]
fn a_tenant_that_a_policy_moves_keeps_what_is_the_desks() {
    for (before, after) in moves() {
        let own = desk("acme", &before);
        let policy = policy(&["tenants"], "acme", &after);

        let mut settings = policy.over(&own);
        let [tenant] = settings.tenants.as_mut_slice() else {
            panic!("{settings:?}");
        };
        assert_eq!(tenant.provider, given("acme", &after).provider);
        assert_eq!(tenant.title, "Head office");
        assert_eq!(tenant.rooms, own.tenants[0].rooms);
        assert_eq!(settings.current, own.current);

        tenant.rooms[0].last_joined = Some(Timestamp(1_800_000_000));
        let mut expected = own.clone();
        expected.tenants[0].rooms[0].last_joined = Some(Timestamp(1_800_000_000));
        assert_eq!(policy.without(&settings, &own), expected);
    }
}

/// Its keys and secrets go by the desk's id.
#[test]
fn a_tenant_is_known_by_the_providers_ids_whatever_the_desk_calls_it() {
    for provider in valid() {
        let own = desk("ours", &provider);
        let settings = policy(&["tenants", "rooms"], "acme", &provider).over(&own);
        let found: Vec<_> = settings.tenants.iter().map(|tenant| &tenant.id).collect();
        assert_eq!(found, [&id("ours")], "{provider}");
    }
}

#[test]
fn another_providers_tenant_of_the_same_id_is_left_alone() {
    let jaas = json!({ "kind": "jaas", "appId": APP_ID });
    let other = json!({ "kind": "jaas", "appId": APP_ID.replace('0', "f") });
    let cases = moves().map(|(provider, _)| (jaas.clone(), provider));
    let mut cases = Vec::from(cases);
    cases.push((jitsi("meet.example.org"), jio_meet(&[])));
    cases.push((jaas, other));
    for (ours, theirs) in cases {
        for (ours, theirs) in [(&ours, &theirs), (&theirs, &ours)] {
            let own = desk("acme", ours);

            let fixing = policy(&["tenants", "rooms"], "acme", theirs);
            let mut settings = fixing.over(&own);
            let [tenant] = settings.tenants.as_mut_slice() else {
                panic!("{settings:?}");
            };
            assert_eq!(tenant.id, id("acme-2"), "{theirs}");
            assert!(tenant.provider.means(&given("acme", theirs).provider));
            assert_eq!(fixing.without(&settings, &own), own, "{theirs}");

            let tenant = settings.tenants.first_mut().unwrap();
            tenant.rooms[0].last_joined = Some(Timestamp(1_800_000_000));
            let kept = fixing.without(&settings, &own);
            assert_eq!(kept.tenant(&id("acme")), own.tenant(&id("acme")));
            assert_eq!(fixing.over(&kept).tenants, settings.tenants);

            let settings = policy(&["rooms"], "acme", theirs).over(&own);
            assert_eq!(settings, own, "{theirs}");
        }
    }
}

/// The address is the person's to change here, the rooms are not.
#[test]
fn who_moves_a_tenant_away_takes_nothing_of_the_policy_along() {
    for (before, after) in moves() {
        let own = desk("ours", &before);
        let policy = policy(&["rooms"], "acme", &before);
        let mut settings = policy.over(&own);
        assert_eq!(settings.tenants[0].rooms[0].name.as_str(), "board");

        settings.tenants[0].provider = given("acme", &after).provider;

        let kept = policy.without(&settings, &own);
        assert_eq!(kept.tenants[0].rooms, own.tenants[0].rooms);
        assert_eq!(kept.tenants[0].provider, settings.tenants[0].provider);
    }
}

/// Of two that could be meant, the one with the same ids is.
#[test]
fn two_tenants_of_a_policy_are_never_one_of_the_desk() {
    let (here, there) = (jitsi("meet.example.org"), jitsi("meet.acme.example"));
    let own = desk("there", &here);
    let tenants = json!([{ "id": "here", "provider": here }, { "id": "there", "provider": there }]);
    let fixing = |tenants: &Value| {
        json!({ "version": 1, "locked": ["tenants"], "settings": { "tenants": tenants } })
            .to_string()
    };
    let policy = read(&fixing(&tenants));

    let settings = policy.over(&own);

    let there = given("there", &there).provider;
    assert_eq!(settings.tenants.len(), 2);
    assert_eq!(settings.tenants[0].rooms, own.tenants[0].rooms);
    assert_eq!(settings.tenants[1].id, id("there-2"));
    assert_eq!(settings.tenants[1].provider, there);
    assert_eq!(policy.without(&settings, &own), own);

    let twice = json!([{ "id": "one", "provider": here }, { "id": "two", "provider": here }]);
    let Policy::Broken { message } = read(&fixing(&twice)) else {
        panic!("both are one tenant");
    };
    assert_eq!(message, "one and two are one tenant");
}

#[test]
fn what_a_provider_cannot_do_cannot_be_fixed() {
    for provider in valid() {
        let tenant = given("acme", &provider);
        let can = tenant.provider.abilities();
        let reads = |name: &str, value: Value| {
            let mut tenant = json!({ "id": "acme", "provider": provider });
            tenant[name] = value;
            let settings = json!({ "tenants": [tenant] });
            let text = json!({ "version": 1, "locked": ["people"], "settings": settings });
            matches!(read(&text.to_string()), Policy::Valid { .. })
        };
        let features = json!({ "participant": { "recording": true } });
        assert_eq!(reads("features", features), can.has_features, "{provider}");
        assert!(reads("role", "moderator".into()));
        let knows_visitors = can.name == "JaaS";
        assert_eq!(
            reads("role", "visitor".into()),
            knows_visitors,
            "{provider}"
        );
    }
}

#[test]
fn what_is_wrong_with_a_provider_is_said() {
    let cases = [
        (
            video_sdk(&[("pagesVersion", "0.3.43".into())]),
            "the provider of acme has pagesVersion, which means nothing there",
        ),
        (
            json!({ "kind": "jitsi", "domain": "meet.example.org", "appId": "my_app",
                "signing": { "algorithm": "HS256", "keyId": "main" } }),
            "the provider of acme has signing.keyId, which means nothing there",
        ),
        (
            jio_meet(&[("issuer", "two words".into())]),
            "settings.tenants[0].provider.issuer: The issuer has spaces or line breaks",
        ),
    ];
    for (provider, said) in cases {
        let settings = json!({ "tenants": [{ "id": "acme", "provider": provider }] });
        let text = json!({ "version": 1, "locked": ["tenants"], "settings": settings });
        let Policy::Broken { message } = read(&text.to_string()) else {
            panic!("{provider}");
        };
        assert!(message.starts_with(said), "{message}");
    }
}
