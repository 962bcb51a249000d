//! Chooses the surface by what this machine can do: the embedded webview where it has
//! WebRTC, else a Chromium window, else the system browser.

use std::time::Duration;

use roomkey_store::settings::SurfaceChoice;
use roomkey_surface::chromium::Size;
use roomkey_surface::loopback;
use tauri::AppHandle;
use tauri::Manager;

use crate::error::Fault;
use crate::meeting::chromium;
use crate::meeting::embedded;
use crate::meeting::links;
use crate::meeting::page;
use crate::meeting::plan::Plan;
use crate::meeting::shown::Shown;
use crate::roomkey::Roomkey;
use crate::views::NoticeKind;

/// How large a meeting's Chromium window is at first.
const SIZE: Size = Size {
    width: 1200,
    height: 800,
};

/// By these the browser's caches are searched for addresses with a token or a password, once the
/// window has ended: the frame's own address carries it.
pub(crate) const MARKS: [&str; 4] = ["jwt=", "token=", "hostToken=", "pwd="];

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
        tenant_origin: plan.system().domain().origin(),
        script: script(plan),
        profile: roomkey.folders.embedded_profile(),
    };
    embedded::Window::open(app, options)
        .map(|window| Shown::Embedded(Box::new(window)))
        .map_err(Fault::window)
}

async fn chromium(app: &AppHandle, roomkey: &Roomkey, plan: &Plan) -> Option<Shown> {
    let wanted = chromium::Wanted {
        title: title(plan),
        profile: roomkey.folders.chromium_profile(),
        size: SIZE,
        domain: plan.system().domain(),
        script: script(plan),
    };
    let link = chromium::open(app, roomkey, &wanted).await?;
    Some(Shown::Linked(link))
}

async fn browser(app: &AppHandle, plan: &Plan) -> Result<Shown, Fault> {
    let options = loopback::PageOptions {
        assets: page::assets(
            app,
            &plan.system().domain().origin(),
            script(plan).as_deref(),
        ),
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

/// The tenant's script that the page needs first.
fn script(plan: &Plan) -> Option<String> {
    plan.system().scripts().into_iter().next()
}

/// "Daily stand-up · Acme Meetings"
fn title(plan: &Plan) -> String {
    format!("{} · {}", plan.title, plan.brand.name)
}
