//! The seam holds: which provider it is, is asked in its folder alone. Where its own fields are read
//! and written, outside of core, there is an arm for each in the few files that are named here.

use std::path::{Path, PathBuf};

/// What has an arm for each provider because it has the fields of each, or plays its server.
const ARMS: [&str; 5] = [
    // Its fields in the settings, and in their file.
    "crates/store/src/settings/provider.rs",
    "crates/store/src/settings/read/provider.rs",
    // Its fields in the window.
    "src/settings/provider.rs",
    // Its options on the command line.
    "crates/cli/src/provider.rs",
    // Its stand-in.
    "crates/rehearsal/src/provider.rs",
];

/// How a tenant of JaaS is made: for the demonstration, and where its key has no id
/// yet. A question has a
/// name or `_` in these brackets.
const MADE: [&str; 2] = ["Provider::Jaas(jaas::Tenant {", "Provider::Jaas(Jaas"];

#[test]
fn core_names_no_provider_outside_its_folder() {
    let source = src_tauri().join("crates/core/src");
    let files = files(&source).into_iter().filter(|path| {
        !path.starts_with(source.join("provider")) && *path != source.join("provider.rs")
    });
    let mut looked_at = 0;
    for path in files {
        let text = text(&path);
        let names = [
            "Provider::",
            "provider::jaas",
            "provider::ji",
            "provider::videosdk",
        ];
        let named = names.iter().find(|name| text.contains(**name));
        assert_eq!(named, None, "{}", path.display());
        looked_at += 1;
    }
    assert!(looked_at > 50, "{looked_at}");
}

#[test]
fn nothing_else_asks_which_provider_it_is() {
    let mut looked_at = 0;
    for folder in ["src", "crates"] {
        for path in files(&src_tauri().join(folder)) {
            let place = path.strip_prefix(src_tauri()).unwrap().to_str().unwrap();
            let is_source = folder == "src" || place.split('/').nth(2) == Some("src");
            let is_test = place.ends_with("/tests.rs") || place.contains("/tests/");
            let is_core = place.starts_with("crates/core/");
            if !is_source || is_test || is_core || ARMS.contains(&place) {
                continue;
            }
            assert_eq!(questions(&text(&path)), Vec::<&str>::new(), "{place}");
            looked_at += 1;
        }
    }
    assert!(looked_at > 150, "{looked_at}");
    for place in ARMS {
        let text = text(&src_tauri().join(place));
        assert!(!questions(&text).is_empty(), "{place} needs no exception");
    }
}

#[test]
fn a_question_is_told_from_a_tenant_that_is_made() {
    for asks in [
        "    Provider::Jaas(jaas) => 1,",
        "        Provider::Jitsi(_) | Provider::VideoSdk(_) => {}",
        "if let Provider::Jaas(known) = &mut tenant.provider {",
        "let Provider::Jaas(Jaas { app_id, .. }) = provider else {",
        "(Provider::Jaas(jaas::Tenant { key_id, .. }), Some(key)) => 1,",
        "    Provider::Jaas(jaas),\n    Some(key),\n) => 1,",
        "matches!(tenant.provider, provider::Provider::JioMeet(_))",
        "let provider = Provider::VideoSdk(account);",
        "use roomkey_store::settings::Provider::{Jaas, Jitsi};",
        "use roomkey_store::settings::Provider::*;",
    ] {
        assert!(!questions(asks).is_empty(), "{asks}");
    }
    for allowed in [
        "let provider = Provider::Jaas(Jaas::new(app_id, domain));",
        "provider: Provider::Jaas(jaas::Tenant {\n    key_id,\n    domain,\n}),",
        "match provider.jaas() {",
        "let system = provider::Provider::system(&provider);",
        "#[cfg(test)]\nmod tests {\n    let provider = Provider::Jitsi(server);\n}",
    ] {
        assert_eq!(questions(allowed), Vec::<&str>::new(), "{allowed}");
    }
}

/// The lines of a file, but for its tests, that name a provider's kind other than to make a tenant
/// of JaaS.
fn questions(text: &str) -> Vec<&str> {
    let (text, _) = text.split_once("#[cfg(test)]").unwrap_or((text, ""));
    let asks = |line: &&str| {
        line.match_indices("Provider::").any(|(at, path)| {
            let (before, named) = line.split_at(at);
            let (_, kind) = named.split_at(path.len());
            let is_kind = kind.starts_with(|c: char| c.is_ascii_uppercase() || "{*".contains(c));
            let is_made = MADE.iter().any(|made| named.starts_with(made))
                && !before.ends_with("let ")
                && !named.contains("=>");
            is_kind && !is_made
        })
    };
    text.lines().filter(asks).collect()
}

fn src_tauri() -> PathBuf {
    let core = Path::new(env!("CARGO_MANIFEST_DIR"));
    core.parent().unwrap().parent().unwrap().to_owned()
}

/// Every file with Rust in a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut folders = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                files.push(path);
            }
        }
    }
    files
}

#[expect(
    clippy::disallowed_methods,
    reason = "the ban is for core, not for its tests"
)]
fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}
