//! Chooses the surface by what this machine can do: the embedded webview where it has
//! WebRTC, else a Chromium window, else the system browser.

use std::time::Duration;

use roomkey_store::settings::SurfaceChoice;
use roomkey_surface::browser;
use roomkey_surface::browser::Browser;
use roomkey_surface::chromium;
use roomkey_surface::chromium::OpenFault;
use roomkey_surface::loopback;
use tauri::AppHandle;
use tauri::Manager;

use crate::error::Fault;
use crate::meeting::embedded;
use crate::meeting::links;
use crate::meeting::page;
use crate::meeting::plan::Plan;
use crate::meeting::shown::Shown;
use crate::roomkey::Roomkey;
use crate::views::NoticeKind;

/// The origin that Roomkey answers for itself in a Chromium window: the name is reserved
/// and never resolves (RFC 6761), so nothing else can stand behind it.
const ORIGIN: &str = "https://meeting.roomkey.invalid";

/// A Chromium that does not answer on its pipe for so long is passed over.
const CHROMIUM_ANSWERS_WITHIN: Duration = Duration::from_secs(10);

/// By this the browser's caches are searched for addresses with a token, once the window
/// has ended: the frame's own address carries it.
pub(crate) const TOKEN_MARK: &str = "jwt=";

/// A ticket for the system browser is good for so long.
const TICKET_LIVES: Duration = Duration::from_secs(60);

/// A page in the system browser that has not been heard of for so long was closed.
const PAGE_ABSENCE: Duration = Duration::from_secs(10);

/// Opens the surface for a plan, once its first session is there. A Chromium takes so long to
/// start that it is started meanwhile; where the session fails, which it does sooner than a
/// window shows, it is ended again.
pub(crate) async fn surface<S>(
    app: &AppHandle,
    plan: &Plan,
    session: impl Future<Output = Result<S, Fault>>,
) -> Result<(Shown, S), Fault> {
    let roomkey = app.state::<Roomkey>();
    let is_embedded = match plan.surface {
        SurfaceChoice::Embedded => true,
        SurfaceChoice::Auto => roomkey.has_webrtc(),
        SurfaceChoice::Browser => {
            let session = session.await?;
            return Ok((browser(app, plan).await?, session));
        }
        SurfaceChoice::Chromium => false,
    };
    if is_embedded {
        let session = session.await?;
        return Ok((embedded(app, plan)?, session));
    }
    let window = async { Ok::<_, Fault>(chromium(app, &roomkey, plan).await) };
    let (shown, session) = tokio::try_join!(window, session)?;
    match (shown, plan.surface) {
        (Some(shown), _) => Ok((shown, session)),
        (None, SurfaceChoice::Auto) => {
            roomkey.notice(NoticeKind::NoChromium, []);
            Ok((browser(app, plan).await?, session))
        }
        (None, _) => Err(Fault::NoChromium),
    }
}

fn embedded(app: &AppHandle, plan: &Plan) -> Result<Shown, Fault> {
    let roomkey = app.state::<Roomkey>();
    let options = embedded::Options {
        title: title(plan),
        tenant_origin: plan.domain.origin(),
        script: plan.script(),
        profile: roomkey.folders.embedded_profile(),
    };
    embedded::Window::open(app, options)
        .map(|window| Shown::Embedded(Box::new(window)))
        .map_err(Fault::window)
}

async fn chromium(app: &AppHandle, roomkey: &Roomkey, plan: &Plan) -> Option<Shown> {
    for candidate in candidates(roomkey) {
        let options = chromium::WindowOptions {
            browser: candidate.path.clone(),
            extra_flags: roomkey.environment.chromium_flags.clone(),
            profile: roomkey.folders.chromium_profile(),
            title: title(plan),
            class: "roomkey".to_owned(),
            size: chromium::Size {
                width: 1200,
                height: 800,
            },
            origin: ORIGIN.to_owned(),
            path: page::PATH.to_owned(),
            assets: page::assets(app, &plan.domain.origin(), &plan.script()),
            grants: vec![chromium::Grant {
                origin: plan.domain.origin(),
            }],
            local_network: plan.domain.is_loopback(),
            allowed_origins: vec![plan.domain.origin()],
            marks: vec![TOKEN_MARK.to_owned()],
            answer_within: CHROMIUM_ANSWERS_WITHIN,
        };
        match open_chromium(options).await {
            Ok(window) => return Some(Shown::Linked(window.link)),
            Err(fault) => tracing::warn!(%fault, browser = candidate.name, "passed over"),
        }
    }
    None
}

/// Opens a Chromium window; one that ends at its start is given a second chance, because
/// it does so now and then when another with its profile has just ended.
async fn open_chromium(options: chromium::WindowOptions) -> Result<chromium::Window, OpenFault> {
    match chromium::Window::open(options.clone()).await {
        Err(OpenFault::Ended { .. }) => chromium::Window::open(options).await,
        opened => opened,
    }
}

async fn browser(app: &AppHandle, plan: &Plan) -> Result<Shown, Fault> {
    let options = loopback::PageOptions {
        assets: page::assets(app, &plan.domain.origin(), &plan.script()),
        path: page::PATH.to_owned(),
        ticket_lives: TICKET_LIVES,
        absence: PAGE_ABSENCE,
    };
    let (page, address) = loopback::Page::serve(options)
        .await
        .map_err(Fault::loopback)?;
    links::open(app, &address);
    Ok(Shown::Linked(page.link))
}

fn candidates(roomkey: &Roomkey) -> Vec<Browser> {
    match &roomkey.environment.chromium {
        Some(path) => vec![Browser {
            name: "Chromium",
            path: path.clone(),
        }],
        None => browser::find(),
    }
}

/// "Daily stand-up · Acme Meetings"
fn title(plan: &Plan) -> String {
    format!("{} · {}", plan.title, plan.brand.name)
}
