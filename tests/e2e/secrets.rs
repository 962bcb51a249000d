//! The signing key is in the keyring and nowhere else. The token is in the browser's engine
//! while the meeting lasts, and nowhere once it has ended; what the tenant knows the person
//! by is still there.

use roomkey_core::key::PrivateKey;
use roomkey_core::token::Token;
use roomkey_rehearsal::happening::KnownBy;
use tokio::sync::broadcast;

use crate::application::Application;
use crate::desk::Desk;
use crate::process::until;
use crate::processes;
use crate::processes::Process;
use crate::screen;
use crate::search::Secret;
use crate::started;
use crate::stranger::Stranger;
use crate::tenant::Tenant;
use crate::whole_path::set_up;

#[tokio::test(flavor = "multi_thread")]
async fn a_chromium_meeting_leaves_no_secret_behind() {
    let surface = Surface {
        name: "chromium",
        profile: "roomkey/meeting-chromium",
        keeps_addresses: true,
        engine: "--type=renderer",
        known_by: KnownBy {
            storage: true,
            cookie: true,
        },
    };
    a_meeting_leaves_no_secret_behind(surface).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_embedded_meeting_leaves_no_secret_behind() {
    let surface = Surface {
        name: "embedded",
        profile: "roomkey/meeting-embedded",
        keeps_addresses: false,
        engine: "WebKitWebProcess",
        // WebKit lets no frame in another site's page keep cookies.
        known_by: KnownBy {
            storage: true,
            cookie: false,
        },
    };
    a_meeting_leaves_no_secret_behind(surface).await;
}

/// What is to be searched.
struct Surface {
    /// As the settings name it.
    name: &'static str,
    /// Where its engine may keep the token during a meeting.
    profile: &'static str,
    /// Whether its engine writes down the address of every frame, for the next start.
    keeps_addresses: bool,
    /// An argument of a process that is there in a meeting.
    engine: &'static str,
    /// By what the tenant knows the person at the second visit.
    known_by: KnownBy,
}

async fn a_meeting_leaves_no_secret_behind(surface: Surface) {
    let desk = Desk::new();
    let keys = tempfile::tempdir().unwrap();
    let mut tenant = Tenant::new(keys.path().to_owned()).await;
    let file = std::fs::read(&tenant.key_file).unwrap();
    let key = Secret::key(&PrivateKey::import(&file, None).unwrap());
    let application = Application::start(&desk).await;
    set_up(&application, &desk, &tenant, "Daily stand-up").await;
    application.says("Daily stand-up").await;
    application.close().await;
    started::prefer_surface(&desk, surface.name);
    let mut tokens = tenant.server.tokens();

    let mut roomkey = started::roomkey(&desk, &["join", "acme/daily-stand-up"]);
    assert_eq!(
        tenant.lets_in("daily-stand-up").await.known_by,
        KnownBy::default()
    );
    let first = Secret::token(&next(&mut tokens).await);
    let profile = desk.path(surface.profile);
    if surface.keeps_addresses {
        // Until it was written once, its absence would say nothing.
        until("the token in the engine's profile", async || {
            (!first.in_files(&profile).is_empty()).then_some(())
        })
        .await;
    }
    let running = processes::on(&desk);
    let has = |argument: &str| {
        running
            .iter()
            .any(|process| process.said().contains(argument))
    };
    let all: Vec<String> = running.iter().map(Process::said).collect();
    assert!(has(surface.engine), "{} in {all:#?}", surface.engine);
    is_in_no_process("the key", &key, &running);
    is_in_no_process("the token", &first, &running);
    is_in_no_file("the key", &key, &desk, None);
    is_in_no_file("the token", &first, &desk, Some(surface.profile));

    hang_up(&mut tenant, &desk).await;
    is_in_no_file("the token", &first, &desk, None);

    let mut again = started::roomkey(&desk, &["join", "acme/daily-stand-up"]);
    assert_eq!(
        tenant.lets_in("daily-stand-up").await.known_by,
        surface.known_by
    );
    assert!(again.end().await.success());
    let second = Secret::token(&next(&mut tokens).await);
    screen::minimise(&desk, screen::LAUNCHER).await;
    hang_up(&mut tenant, &desk).await;
    screen::close(&desk, screen::LAUNCHER).await;
    assert!(roomkey.end().await.success());
    for (name, secret) in [("the key", key), ("the token", first), ("the next", second)] {
        is_in_no_file(name, &secret, &desk, None);
    }
}

/// The tenant's own script runs in the meeting page, and tells what the page sees of itself.
/// Its frame, whose address carries the token, is a page that caches may keep.
#[tokio::test(flavor = "multi_thread")]
async fn the_meeting_page_holds_no_token_and_no_cache_keeps_its_frame() {
    let desk = Desk::new();
    let tenant = Tenant::new(desk.path("")).await;
    let application = Application::start(&desk).await;
    set_up(&application, &desk, &tenant, "Daily stand-up").await;
    application.says("Daily stand-up").await;
    application.close().await;
    let mut stranger = Stranger::start(LOOKS_ROUND, "report('frame', true)").await;
    started::move_tenant(&desk, &stranger.domain());
    let chromium = desk.path("roomkey/meeting-chromium");
    for (surface, cache, address) in [
        (
            "chromium",
            Some(chromium),
            "https://meeting.roomkey.invalid/meeting.html",
        ),
        // It has no cache on the disk.
        ("embedded", None, "tauri://localhost/meeting.html"),
    ] {
        started::prefer_surface(&desk, surface);

        let mut roomkey = started::roomkey(&desk, &["join", "acme/daily-stand-up"]);

        let page = stranger.hears("page").await;
        let token = Token::verbatim(page["token"].as_str().unwrap());
        assert!(token.reveal().len() > 500, "the page was given a token");
        let token = Secret::token(&token);
        let sees = page["sees"].to_string();
        assert!(sees.contains(address), "{sees}");
        assert!(!token.is_in(sees.as_bytes()), "{surface}: {sees}");
        stranger.hears("frame").await;
        if let Some(cache) = cache {
            until("the token in the engine's profile", async || {
                (!token.in_files(&cache).is_empty()).then_some(())
            })
            .await;
        }
        screen::close(&desk, "Daily stand-up").await;
        screen::close(&desk, screen::LAUNCHER).await;
        assert!(roomkey.end().await.success());
        desk.bus().roomkey_is_gone().await;
        is_in_no_file(surface, &token, &desk, None);
    }
}

/// Tells the token that the API is given, and all that stands in the page before the frame is
/// made; then makes the frame.
const LOOKS_ROUND: &str = r#"
window.JitsiMeetExternalAPI = class {
  #frame = document.createElement("iframe");
  constructor(domain, { jwt, roomName, parentNode }) {
    const sees = [location.href, document.referrer, document.title, window.name, document.cookie,
      history.state, { ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML];
    report("page", { token: jwt, sees });
    this.#frame.src = `http://${domain}/${roomName}?jwt=${jwt}`;
    parentNode.append(this.#frame);
  }
  addListener() {}
  executeCommand() {}
  getIFrame() { return this.#frame; }
  dispose() {}
};
"#;

/// Hangs up, and waits for the launcher: it comes back when the surface is gone and cleaned.
async fn hang_up(tenant: &mut Tenant, desk: &Desk) {
    let shown = screen::visible(desk, screen::LAUNCHER);
    assert!(shown.is_empty(), "the launcher comes back later: {shown:?}");
    tenant.hang_up("daily-stand-up").await;
    screen::shows(desk, screen::LAUNCHER).await;
}

async fn next(tokens: &mut broadcast::Receiver<Token>) -> Token {
    tokens.recv().await.unwrap()
}

fn is_in_no_process(name: &str, secret: &Secret, processes: &[Process]) {
    for process in processes {
        let said = process.said();
        assert!(
            !secret.is_in(&process.arguments),
            "{name} in the arguments of {said}"
        );
        assert!(
            !secret.is_in(&process.environment),
            "{name} in the environment of {said}"
        );
    }
}

/// Looks at every file of the desktop's home, but for what lies in one folder.
fn is_in_no_file(name: &str, secret: &Secret, desk: &Desk, but_in: Option<&str>) {
    let mut found = secret.in_files(&desk.path(""));
    found.retain(|file| !but_in.is_some_and(|folder| file.starts_with(folder)));
    assert!(found.is_empty(), "{name} in {found:#?}");
}
