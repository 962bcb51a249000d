use roomkey_core::key_id::KeyId;
use roomkey_core::time::Timestamp;
use serde_json::Value;
use serde_json::json;

use crate::error::ErrorCode;
use crate::error::ErrorView;

use super::*;

const APP_ID: &str = "vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe";

fn jaas(app_id: &str, domain: &str) -> ProviderFields {
    ProviderFields::Jaas {
        app_id: app_id.to_owned(),
        domain: domain.to_owned(),
    }
}

/// As the interface sends them.
fn typed(fields: Value) -> ProviderFields {
    serde_json::from_value(fields).unwrap()
}

fn jitsi(tenant: &str, audience: &str, signing: &str, key_name: &str) -> ProviderFields {
    typed(
        json!({ "kind": "jitsi", "domain": "meet.example.org", "tenant": tenant,
        "appId": "my_app", "audience": audience, "signing": signing, "keyName": key_name }),
    )
}

fn video_sdk(api_key: &str, token_server: &str, api: &str, version: &str) -> ProviderFields {
    typed(
        json!({ "kind": "videoSdk", "apiKey": api_key, "tokenServer": token_server,
        "signing": if token_server.is_empty() { "secret" } else { "server" }, "api": api, "pages": "embed.example.org", "pageVersion": version }),
    )
}

fn jio_meet(app_id: &str, issuer: &str, domain: &str, signing: &str) -> ProviderFields {
    typed(
        json!({ "kind": "jioMeet", "appId": app_id, "issuer": issuer, "domain": domain,
        "signing": signing, "bearer": signing == "key" }),
    )
}

/// Each provider in every way that it can be chosen, with nothing left to what is usual.
fn whole() -> Vec<ProviderFields> {
    vec![
        jaas(APP_ID, "frankfurt.8x8.vc"),
        jitsi("", "jitsi", "secret", ""),
        jitsi("sales", "all", "secret", ""),
        jitsi("*", "jitsi", "key", "Main-2026"),
        video_sdk("9f0c", "", "api.example.org", "0.3.43"),
        video_sdk("", "tokens.example.org:9000", "api.example.org", "0.3.44"),
        jio_meet("jio-app", "", "jiomeetpro.jio.com", "secret"),
        jio_meet("0042", "acme", "rc.example.org", "key"),
    ]
}

fn shown(provider: &Provider) -> ProviderFields {
    view(provider, None).fields
}

fn code(fields: &ProviderFields) -> (ErrorCode, Option<String>) {
    let view = ErrorView::from(read(fields).unwrap_err());
    (view.code, view.values.get("what").cloned())
}

#[test]
fn what_is_read_is_shown_as_it_was_typed_and_read_again_the_same() {
    for fields in whole() {
        let provider = read(&fields).unwrap();
        let shown = shown(&provider);
        assert_eq!(json!(shown), json!(fields));
        assert_eq!(read(&shown).unwrap(), provider);
    }
}

#[test]
fn an_empty_field_is_what_is_usual_and_shown_as_that() {
    let cases = [
        (jaas(APP_ID, " "), jaas(APP_ID, "8x8.vc")),
        (
            jitsi(" ", "", "secret", "left from before"),
            jitsi("", "jitsi", "secret", ""),
        ),
        (
            video_sdk("9f0c", "", "", ""),
            video_sdk("9f0c", "", "api.videosdk.live", "0.3.44"),
        ),
        (
            jio_meet("jio-app", " ", "", "secret"),
            jio_meet("jio-app", "", "jiomeetpro.jio.com", "secret"),
        ),
    ];
    for (fields, usual) in cases {
        assert_eq!(json!(shown(&read(&fields).unwrap())), json!(usual));
    }
}

#[test]
fn a_fault_names_its_field() {
    let named = |code, what: &str| (code, Some(what.to_owned()));
    let unnamed = |code| (code, None);
    let (app_id, empty) = ("app ID", ErrorCode::NameEmpty);
    let jitsi_at = |domain: &str| {
        let mut fields = json!(jitsi("", "", "secret", ""));
        fields["domain"] = domain.into();
        typed(fields)
    };
    let jitsi_of = |app: &str| {
        let mut fields = json!(jitsi("", "", "secret", ""));
        fields["appId"] = app.into();
        typed(fields)
    };
    let cases = [
        (jaas("", ""), unnamed(ErrorCode::AppIdEmpty)),
        (
            jaas(APP_ID, "http://8x8.vc"),
            unnamed(ErrorCode::DomainInsecure),
        ),
        (jitsi_at(""), unnamed(ErrorCode::DomainEmpty)),
        (
            jitsi_at("meet.example.org/sales"),
            unnamed(ErrorCode::DomainMoreThanHost),
        ),
        (jitsi_of(" "), named(empty, app_id)),
        (jitsi_of("my app"), named(ErrorCode::NameSpaces, app_id)),
        (
            jitsi("sales.example", "", "secret", ""),
            named(ErrorCode::NameMalformed, "tenant's name"),
        ),
        (
            jitsi("", &"a".repeat(257), "secret", ""),
            named(ErrorCode::NameTooLong, "audience"),
        ),
        (jitsi("", "", "key", ""), named(empty, "key's name")),
        (video_sdk(" ", "", "", ""), named(empty, "API key")),
        (
            video_sdk("9f0c", "", "", "newest"),
            named(ErrorCode::NameMalformed, "page's version"),
        ),
        (
            video_sdk("", "ftp://tokens.example.org", "", ""),
            unnamed(ErrorCode::DomainScheme),
        ),
        (jio_meet("", "", "", "secret"), named(empty, app_id)),
        (
            jio_meet("jio-app", "two words", "", "secret"),
            named(ErrorCode::NameSpaces, "issuer"),
        ),
    ];
    for (fields, expected) in cases {
        assert_eq!(code(&fields), expected, "{fields:?}");
    }
}

#[test]
fn a_tenant_stays_with_its_provider() {
    for known in whole() {
        for new in whole() {
            let is_same = json!(known)["kind"] == json!(new)["kind"];
            let (known, new) = (read(&known).unwrap(), read(&new).unwrap());
            match changed(&known, new.clone()) {
                Ok(changed) => assert!(is_same && changed == new, "{known:?} {new:?}"),
                Err(Fault::ProviderFixed) => assert!(!is_same, "{known:?} {new:?}"),
                Err(fault) => panic!("{fault}"),
            }
        }
    }
}

#[test]
fn jaas_keeps_its_keys_and_its_app_id() {
    let app_id = AppId::parse(APP_ID).unwrap();
    let known = Provider::Jaas(Jaas {
        key_id: Some(KeyId::parse_for(&app_id, "4f8910").unwrap()),
        key_added: Some(Timestamp(1_780_000_000)),
        ..Jaas::new(app_id, Domain::parse("8x8.vc").unwrap())
    });
    let moved = read(&jaas(APP_ID, "frankfurt.8x8.vc")).unwrap();

    let moved = changed(&known, moved).unwrap();

    let (known_jaas, moved) = (known.jaas().unwrap(), moved.jaas().unwrap());
    assert_eq!(moved.domain.to_string(), "frankfurt.8x8.vc");
    assert_eq!(
        (&moved.key_id, moved.key_added),
        (&known_jaas.key_id, known_jaas.key_added)
    );
    let other = read(&jaas(&APP_ID.replace('1', "2"), "")).unwrap();
    assert!(matches!(changed(&known, other), Err(Fault::ProviderFixed)));
}

#[test]
fn what_signs_is_shown_with_what_goes_with_it() {
    let signs = whole().into_iter().map(|fields| {
        let view = view(&read(&fields).unwrap(), None);
        (view.signing, view.secret.is_some(), view.key_file.is_some())
    });
    assert_eq!(
        signs.collect::<Vec<_>>(),
        [
            (SigningKind::Key, false, false),
            (SigningKind::Secret, true, false),
            (SigningKind::Secret, true, false),
            (SigningKind::Key, false, true),
            (SigningKind::Secret, true, false),
            (SigningKind::Server, false, false),
            (SigningKind::Secret, true, false),
            (SigningKind::Key, false, false),
        ]
    );
}

#[test]
fn no_more_is_offered_than_the_provider_can_do() {
    let views = whole().into_iter().map(|fields| {
        let view = view(&read(&fields).unwrap(), None);
        let knows_visitors = view.roles.contains(&roomkey_core::role::Role::Visitor);
        let flags = [
            view.has_features,
            view.has_toolbar,
            view.makes_rooms,
            view.rotates_keys,
        ];
        (view.name, knows_visitors, flags)
    });
    let mut views: Vec<_> = views.collect();
    views.dedup();
    assert_eq!(
        views,
        [
            ("JaaS".to_owned(), true, [true, true, false, true]),
            ("Jitsi Meet".to_owned(), false, [true, true, false, false]),
            ("VideoSDK".to_owned(), false, [false, false, true, false]),
            ("JioMeet".to_owned(), false, [false, false, true, false]),
        ]
    );
}

#[test]
fn every_fault_is_said_at_its_field() {
    let two_words = "two words";
    let empty: [&str; 0] = [];
    for (fields, expected) in [
        (jaas("", "http://8x8.vc"), &["appId", "domain"][..]),
        (
            typed(
                json!({ "kind": "jitsi", "domain": "", "tenant": "a.b", "appId": "",
                "audience": two_words, "signing": "key", "keyName": "" }),
            ),
            &["appId", "audience", "domain", "keyName", "tenant"],
        ),
        (video_sdk("", "", "", "newest"), &["apiKey", "pageVersion"]),
        (
            typed(
                json!({ "kind": "videoSdk", "apiKey": "9f0c", "tokenServer": "",
                "signing": "server", "api": "a b", "pages": "a b", "pageVersion": "" }),
            ),
            &["api", "pages", "tokenServer"],
        ),
        (
            jio_meet("", two_words, "a b", "key"),
            &["appId", "domain", "issuer"],
        ),
        (jitsi("", "", "secret", two_words), &empty),
    ] {
        let checked = check(&fields);
        assert_eq!(checked.faults.keys().collect::<Vec<_>>(), expected);
        assert_eq!(checked.fields.is_some(), expected.is_empty());
    }
}

#[test]
fn what_a_provider_can_do_is_said_before_anything_is_typed() {
    for whole in whole() {
        let mut blank = json!(whole);
        for (name, value) in blank.as_object_mut().unwrap() {
            if value.is_string() && !["kind", "signing"].contains(&name.as_str()) {
                *value = "".into();
            }
        }
        let (checked, view) = (check(&typed(blank)), view(&read(&whole).unwrap(), None));
        assert!(checked.fields.is_none(), "{whole:?}");
        assert_eq!(
            (&checked.name, &checked.roles, checked.makes_rooms),
            (&view.name, &view.roles, view.makes_rooms)
        );
        assert_eq!(check(&whole).key_file, view.key_file);
    }
}
