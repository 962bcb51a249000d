//! The application from its start to its end.

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use roomkey_core::provider::Signer;
use roomkey_store::folders::Folders;
use roomkey_store::folders::IDENTIFIER;
use roomkey_store::keys::KeyStore;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::KeyringStatus;
use roomkey_store::keys::Namespace;
use roomkey_store::policy::Policy;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::Warning;
use tauri::App;
use tauri::AppHandle;
use tauri::DragDropEvent;
use tauri::Emitter;
use tauri::Manager;
use tauri::RunEvent;
use tauri::WebviewWindow;
use tauri::WindowEvent;
use tokio::time::timeout;

use crate::book::Book;
use crate::commands;
use crate::environment::Environment;
use crate::error::ErrorView;
use crate::error::Fault;
use crate::join;
use crate::log;
use crate::meeting::Command;
use crate::meeting::embedded;
use crate::meeting::embedded::webrtc;
use crate::readiness::Readiness;
use crate::rehearsal;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::settings::rollout;
use crate::setup;
use crate::views::NoticeKind;
use crate::windows;
use crate::words::Words;

/// An exit waits so long for an open meeting to be left and its traces to be removed.
const EXIT_WITHIN: Duration = Duration::from_secs(4);

/// Runs until the last window is closed and no meeting is open.
pub(crate) fn application(words: Words) -> ExitCode {
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(
            |app, arguments, folder| {
                let arguments = arguments.get(1..).unwrap_or_default();
                match Words::parse(arguments) {
                    Ok(words) => follow(app, words.said_in(Path::new(&folder))),
                    Err(unknown) => tracing::warn!(%unknown, "a second start was not understood"),
                }
            },
        ))
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_opener::Builder::new()
                .open_js_links_on_click(false)
                .build(),
        )
        .plugin(commands::inspector::init())
        .plugin(commands::launcher::init())
        .plugin(commands::meeting::init())
        .plugin(commands::proof::init())
        .plugin(commands::service::init())
        .plugin(commands::settings::init())
        .plugin(commands::setup::init())
        .setup(move |app| Ok(set_up(app, words)?))
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(on_event);
            ExitCode::SUCCESS
        }
        Err(fault) => {
            tracing::error!(%fault, "Roomkey did not start");
            ExitCode::FAILURE
        }
    }
}

fn set_up(app: &mut App, words: Words) -> Result<(), Fault> {
    let handle = app.handle().clone();
    let namespace = Namespace::of_this_build(IDENTIFIER);
    let folders = Folders::find(&namespace).map_err(Fault::window)?;
    if let Err(fault) = log::start(&folders.logs()) {
        tracing::debug!(%fault, "there is no log");
    }
    let policy = Policy::read(&Policy::place());
    if let Policy::Broken { message } = &policy {
        tracing::warn!(
            message,
            "the policy cannot be used, so that everything is locked"
        );
    }
    let (book, warnings) = Book::open(&folders.settings(), policy);
    let keys = KeyStore::os(namespace);
    let roomkey = Roomkey::new(Environment::read(), folders, keys, book);
    tell_warnings(&roomkey, &warnings);
    app.manage(roomkey);
    app.manage(embedded::Line::default());
    app.manage(Readiness::default());
    let launcher = windows::open_launcher(&handle, words.want_launcher()).map_err(Fault::window)?;
    tauri::async_runtime::spawn(after_start(handle, launcher, words));
    Ok(())
}

/// What need not be known before the launcher can be used.
async fn after_start(app: AppHandle, launcher: WebviewWindow, words: Words) {
    let roomkey = roomkey::of(&app);
    if words.want_launcher() {
        app.state::<Readiness>().wait().await;
    }
    roomkey.found_webrtc(can_meet(&launcher).await);
    if !matches!(words, Words::Show) {
        follow(&app, words);
    }
    let tenant = roomkey
        .book
        .read(|settings| settings.current_tenant().cloned());
    let Some(tenant) = tenant else { return };
    tell_keyring(&roomkey, &tenant).await;
    if let Some(provider) = tenant.provider.system() {
        roomkey.clock.correct_by(provider.system().domain()).await;
    }
    if let Some(seconds) = roomkey.clock.skew() {
        roomkey.notice(NoticeKind::ClockSkew, [("seconds", seconds.to_string())]);
    }
    roomkey.tell(&app);
}

async fn can_meet(launcher: &WebviewWindow) -> bool {
    match webrtc::switch_on(launcher) {
        Ok(()) => webrtc::probe(launcher).await,
        Err(_) => false,
    }
}

/// Shows what another program has written into the settings.
async fn catch_up(app: &AppHandle) {
    let roomkey = roomkey::of(app);
    if roomkey.book.catch_up().await {
        roomkey.look_at_keys().await;
        roomkey.tell(app);
    }
}

/// Does what was asked, by the command line or by a second start.
fn follow(app: &AppHandle, words: Words) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        catch_up(&app).await;
        let undone = undone(&words);
        let done = match words {
            Words::Show => windows::show_launcher(&app).map_err(Fault::window),
            Words::Join { tenant, room, role } => {
                join::room(&app, tenant.as_deref(), &room, role).await
            }
            Words::Rehearse(case) => rehearsal::start(&app, case).await,
            Words::Import(file) => rollout::open(&app, &file).and_then(|_| {
                rollout::announce(&app);
                windows::show_launcher(&app).map_err(Fault::window)
            }),
            Words::Background | Words::Version | Words::Help => Ok(()),
        };
        if let Err(fault) = done {
            tracing::warn!(%fault, "what was asked could not be done");
            let roomkey = roomkey::of(&app);
            roomkey.notice_fault(undone, fault);
            roomkey.tell(&app);
            if let Err(fault) = windows::show_launcher(&app) {
                tracing::warn!(%fault, "the launcher did not come");
            }
        }
    });
}

/// What is said of words that could not be followed.
fn undone(words: &Words) -> NoticeKind {
    match words {
        Words::Import(_) => NoticeKind::CouldNotImport,
        Words::Rehearse(_) => NoticeKind::CouldNotRehearse,
        Words::Join { .. } | Words::Show | Words::Background | Words::Version | Words::Help => {
            NoticeKind::CouldNotJoin
        }
    }
}

/// Says before a key is needed what would keep one from joining.
async fn tell_keyring(roomkey: &Roomkey, tenant: &Tenant) {
    let signer = tenant.provider.signer();
    let signing = match signer {
        Signer::Key { .. } => "key",
        Signer::Secret => "secret",
        Signer::Elsewhere => return,
    };
    match roomkey.keys.status().await {
        KeyringStatus::Ready(_) => {
            let found = roomkey.keys.credential(&tenant.id, signer).await;
            if let Err(KeyStoreFault::Missing) | Ok(None) = found {
                let values = [
                    ("tenant", tenant.title.clone()),
                    ("signing", signing.to_owned()),
                ];
                roomkey.notice(NoticeKind::KeyMissing, values);
            }
        }
        KeyringStatus::Locked(_) => roomkey.notice(NoticeKind::KeyringLocked, []),
        KeyringStatus::Unusable(fault) => {
            tracing::warn!(%fault, "there is no keyring");
            roomkey.notice(NoticeKind::KeyringAbsent, []);
        }
    }
}

fn tell_warnings(roomkey: &Roomkey, warnings: &[Warning]) {
    let mut paths = Vec::new();
    for warning in warnings {
        tracing::warn!(%warning, "the settings");
        let (kind, place) = match warning {
            Warning::Damaged { path, .. } => (NoticeKind::SettingsDamaged, path),
            Warning::Unreadable { path, .. } => (NoticeKind::SettingsUnreadable, path),
            Warning::Newer { .. } => {
                roomkey.notice(NoticeKind::SettingsNewer, []);
                continue;
            }
            Warning::Defaulted { path, .. } | Warning::SetAside { path, .. } => {
                paths.push(path.as_str());
                continue;
            }
        };
        roomkey.notice(kind, [("path", place.display().to_string())]);
    }
    if !paths.is_empty() {
        roomkey.notice(NoticeKind::SettingsWarning, [("path", paths.join(", "))]);
    }
}

fn on_event(app: &AppHandle, event: RunEvent) {
    match event {
        RunEvent::WindowEvent {
            label,
            event: WindowEvent::DragDrop(event),
            ..
        } if label == windows::LAUNCHER => {
            on_drag(app, &event);
        }
        // Who comes back may have been at a terminal with `roomkeyctl`.
        RunEvent::WindowEvent {
            event: WindowEvent::Focused(true),
            ..
        } => {
            let app = app.clone();
            tauri::async_runtime::spawn(async move { catch_up(&app).await });
        }
        // Whoever closes the inspector wants no more windows of its.
        RunEvent::WindowEvent {
            label,
            event: WindowEvent::Destroyed,
            ..
        } if label == windows::INSPECTOR => roomkey::of(app).proof.stop(),
        // The last window may close while a meeting is open on another surface.
        RunEvent::ExitRequested {
            code: None, api, ..
        } if roomkey::of(app).meeting.view().is_some() => {
            api.prevent_exit();
        }
        RunEvent::Exit => tauri::async_runtime::block_on(leave(&roomkey::of(app))),
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            for url in urls {
                match Words::parse(&[url.as_str()]) {
                    Ok(words) => follow(app, words),
                    Err(unknown) => tracing::warn!(%unknown, "a link was not understood"),
                }
            }
        }
        _ => {}
    }
}

/// Leaves the meeting and the proof, and gives them a moment to be cleared away.
async fn leave(roomkey: &Roomkey) {
    roomkey.meeting.command(Command::Close).await;
    roomkey.proof.stop();
    let gone = async { tokio::join!(roomkey.meeting.gone(), roomkey.proof.gone()) };
    // What is left then is cleaned before the next meeting.
    let _ = timeout(EXIT_WITHIN, gone).await;
}

/// A key's file that is dropped on the launcher is read here, so that the interface never
/// sees what is in it.
fn on_drag(app: &AppHandle, event: &DragDropEvent) {
    let emitted = match event {
        DragDropEvent::Enter { .. } => {
            app.emit_to(windows::LAUNCHER, "key-drag", Drag { over: true })
        }
        DragDropEvent::Leave => app.emit_to(windows::LAUNCHER, "key-drag", Drag { over: false }),
        DragDropEvent::Drop { paths, .. } => {
            let Some(path) = paths.first() else { return };
            let dropped = match setup::read_key_file(app, path) {
                Ok(key) => Dropped::Key(key),
                Err(fault) => Dropped::Error(fault.into()),
            };
            app.emit_to(windows::LAUNCHER, "key-drag", Drag { over: false })
                .and_then(|()| app.emit_to(windows::LAUNCHER, "key-dropped", dropped))
        }
        DragDropEvent::Over { .. } | _ => Ok(()),
    };
    if let Err(fault) = emitted {
        tracing::warn!(%fault, "the launcher did not hear of the drop");
    }
}

#[derive(Clone, serde::Serialize)]
struct Drag {
    over: bool,
}

#[derive(Clone, serde::Serialize)]
#[serde(rename_all = "camelCase")]
enum Dropped {
    Key(crate::views::KeyView),
    Error(ErrorView),
}
