//! What a window leaves behind: nothing secret, and all by which a site knows the person.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use roomkey_surface::link::SurfaceEvent;
use tokio::time::{Instant, sleep};

use crate::desk::{Desk, Talk};
use crate::processes;
use crate::tenant::Tenant;

#[tokio::test]
async fn a_closed_window_leaves_no_secret_and_keeps_what_knows_the_person() {
    let tenant = Tenant::start().await;
    let desk = Desk::new();
    let mut talk = desk.open(desk.options_for(&[tenant.origin()])).await;
    join(&mut talk, &tenant).await;
    assert_eq!(talk.ask_frame(STORE).await, "stored");
    assert_eq!(talk.ask_frame(READ).await, KNOWN);
    wait_for_secret(&desk.profile()).await;

    talk.link.close().await;

    assert_eq!(holding(&desk.profile(), SECRET), Vec::<PathBuf>::new());
    let scripts = tenant.scripts_served();
    let mut again = desk.open(desk.options_for(&[tenant.origin()])).await;
    join(&mut again, &tenant).await;
    assert_eq!(again.ask_frame(READ).await, KNOWN);
    assert_eq!(
        again.ask_frame("sessionStorage.getItem('visit')").await,
        serde_json::Value::Null
    );
    assert_eq!(
        tenant.scripts_served(),
        scripts,
        "what holds no secret stays in the cache"
    );
    again.link.close().await;
    assert_eq!(holding(&desk.profile(), SECRET), Vec::<PathBuf>::new());
}

#[tokio::test]
async fn a_killed_window_leaves_no_secret() {
    let tenant = Tenant::start().await;
    let desk = Desk::new();
    let mut talk = desk.open(desk.options_for(&[tenant.origin()])).await;
    join(&mut talk, &tenant).await;
    wait_for_secret(&desk.profile()).await;

    for process in processes::of_profile(&desk.profile()) {
        processes::kill(process);
    }

    while talk.event().await != SurfaceEvent::Closed {}
    assert_eq!(holding(&desk.profile(), SECRET), Vec::<PathBuf>::new());
}

#[tokio::test]
async fn what_a_crash_of_roomkey_left_is_removed_before_the_next_window() {
    let desk = Desk::new();
    let left = desk.profile().join("Default/Left Behind");
    fs::create_dir_all(left.parent().unwrap()).unwrap();
    fs::write(&left, SECRET).unwrap();

    let talk = desk.open(desk.options()).await;

    assert!(!left.exists());
    talk.link.close().await;
}

async fn join(talk: &mut Talk, tenant: &Tenant) {
    let address = format!(
        "{}?jwt={SECRET}&lang=de#jitsi_meet_external_api_id=0&jwt=%22{SECRET}%22",
        tenant.room()
    );
    talk.frame(&address).await;
    assert_eq!(talk.ask_frame("loaded()").await, "loaded");
}

/// Waits until the browser has written the secret down; without that, its absence would say
/// nothing.
async fn wait_for_secret(profile: &Path) {
    let until = Instant::now() + Duration::from_secs(15);
    while !holding(profile, SECRET)
        .iter()
        .any(|file| file.to_string_lossy().contains("Sessions/"))
    {
        assert!(Instant::now() < until, "{:?}", holding(profile, SECRET));
        sleep(Duration::from_millis(100)).await;
    }
}

/// The files under a directory that hold a text, as it is or in UTF-16.
fn holding(directory: &Path, text: &str) -> Vec<PathBuf> {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut found = Vec::new();
    let mut left = vec![directory.to_owned()];
    while let Some(path) = left.pop() {
        let Ok(kind) = fs::symlink_metadata(&path) else {
            continue;
        };
        if kind.is_dir() {
            left.extend(
                fs::read_dir(&path)
                    .into_iter()
                    .flatten()
                    .flatten()
                    .map(|entry| entry.path()),
            );
        } else if kind.is_file() {
            let content = fs::read(&path).unwrap_or_default();
            let holds = |needle: &[u8]| content.windows(needle.len()).any(|part| part == needle);
            if holds(text.as_bytes()) || holds(&wide) {
                found.push(path);
            }
        }
    }
    found
}

const SECRET: &str = "SECRETeyJhbGciOiJSUzI1NiJ9";

const KNOWN: &str = "local, indexed, site=cookie, worker";

const STORE: &str = "new Promise(async done => {
    localStorage.setItem('person', 'local');
    sessionStorage.setItem('visit', location.href);
    document.cookie = 'site=cookie; SameSite=None; Secure; Partitioned; max-age=86400';
    history.pushState({ address: location.href }, '', location.href + '&again');
    await navigator.serviceWorker.register('/worker.js');
    await navigator.serviceWorker.ready;
    const cache = await caches.open('visits');
    await cache.put(location.href, new Response('visit'));
    const opening = indexedDB.open('person', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('store');
    opening.onsuccess = () => {
        const writing = opening.result.transaction('store', 'readwrite');
        writing.objectStore('store').put('indexed', 'key');
        writing.oncomplete = () => done('stored');
    };
})";

const READ: &str = "new Promise(async done => {
    const worker = await navigator.serviceWorker.getRegistration();
    const opening = indexedDB.open('person', 1);
    opening.onupgradeneeded = () => done('no database');
    opening.onsuccess = () => {
        const reading = opening.result.transaction('store').objectStore('store').get('key');
        reading.onsuccess = () => done([
            localStorage.getItem('person'), reading.result, document.cookie, worker ? 'worker' : 'none',
        ].join(', '));
    };
})";
