//! The running application: what every command and window shares.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;

use roomkey_store::folders::Folders;
use roomkey_store::keys::KeyStore;
use roomkey_store::settings::Room;
use tauri::AppHandle;
use tauri::Emitter;
use tauri::Manager;

use crate::book::Book;
use crate::clock::Clock;
use crate::environment::Environment;
use crate::error::Fault;
use crate::inspector::signer::WindowKey;
use crate::meeting::current::CurrentMeeting;
use crate::meeting::plan::Plan;
use crate::pictures::Album;
use crate::proof::current::CurrentProof;
use crate::rehearsal::Stage;
use crate::settings::keys::SeenKeys;
use crate::settings::rollout::StagedRollout;
use crate::staged::StagedKey;
use crate::staged::by_tenant::KeysByTenant;
use crate::staged::secrets::StagedSecrets;
use crate::views::NoticeKind;
use crate::views::NoticeView;
use crate::windows;

/// The event by which the launcher hears that something changed.
const LAUNCHER_CHANGED: &str = "launcher-changed";

/// The same for the settings window.
const SETTINGS_CHANGED: &str = "settings-changed";

/// The same for the inspector.
const INSPECTOR_CHANGED: &str = "inspector-changed";

/// What the application knows and holds while it runs.
pub(crate) struct Roomkey {
    pub(crate) environment: Environment,
    pub(crate) folders: Folders,
    pub(crate) clock: Clock,
    pub(crate) keys: KeyStore,
    pub(crate) book: Book,
    /// What was read of the brands' pictures.
    pub(crate) album: Album,
    /// A key that was read in the set-up and is not stored yet.
    pub(crate) staged: StagedKey,
    /// The secrets that were read there and are not stored yet.
    pub(crate) staged_secrets: StagedSecrets,
    /// The keys that wait in the settings, by tenant.
    pub(crate) staged_keys: KeysByTenant,
    /// What was last seen in the keyring.
    pub(crate) kept_keys: SeenKeys,
    /// A rollout file that was opened and is not taken in yet.
    pub(crate) rollout: StagedRollout,
    /// Signs in the inspector for tenants whose own key cannot be used.
    pub(crate) window_key: WindowKey,
    /// The loopback stand-in, while there is a rehearsal.
    pub(crate) stage: Stage,
    /// The meeting that is open.
    pub(crate) meeting: CurrentMeeting,
    /// The proof that runs.
    pub(crate) proof: CurrentProof,
    notices: Mutex<Vec<NoticeView>>,
    webrtc: AtomicBool,
}

impl Roomkey {
    /// Puts together what the start has found.
    pub(crate) fn new(
        environment: Environment,
        folders: Folders,
        keys: KeyStore,
        book: Book,
    ) -> Self {
        Self {
            environment,
            folders,
            clock: Clock::default(),
            keys,
            book,
            album: Album::default(),
            staged: StagedKey::default(),
            staged_secrets: StagedSecrets::default(),
            staged_keys: KeysByTenant::default(),
            kept_keys: SeenKeys::default(),
            rollout: StagedRollout::default(),
            window_key: WindowKey::default(),
            stage: Stage::default(),
            meeting: CurrentMeeting::default(),
            proof: CurrentProof::default(),
            notices: Mutex::new(Vec::new()),
            webrtc: AtomicBool::new(false),
        }
    }

    /// Whether the embedded webview can hold a meeting.
    pub(crate) fn has_webrtc(&self) -> bool {
        self.webrtc.load(Ordering::Relaxed)
    }

    /// Remembers what the probe found.
    pub(crate) fn found_webrtc(&self, found: bool) {
        self.webrtc.store(found, Ordering::Relaxed);
    }

    /// Keeps in the settings that the person has been in the room, and the room itself
    /// where it is a new one.
    pub(crate) async fn remember_joined(&self, plan: &Plan) {
        let Some(tenant) = plan.tenant() else { return };
        let now = self.clock.now();
        let saved = self
            .book
            .change(|settings| {
                let Some(tenant) = settings.tenant_mut(tenant) else {
                    return Ok(());
                };
                match tenant.rooms.iter_mut().find(|room| room.name == plan.room) {
                    Some(room) => room.last_joined = Some(now),
                    None => tenant.rooms.push(Room {
                        last_joined: Some(now),
                        ..Room::new(plan.room.clone(), plan.title.clone())
                    }),
                }
                Ok(())
            })
            .await;
        if let Err(fault) = saved {
            tracing::warn!(%fault, "the visit was not remembered");
        }
    }

    /// Tells the person something in the launcher, once for each kind.
    pub(crate) fn notice<const N: usize>(&self, kind: NoticeKind, values: [(&str, String); N]) {
        let values = values.map(|(name, value)| (name.to_owned(), value));
        self.put_notice(NoticeView {
            kind,
            values: BTreeMap::from(values),
            error: None,
        });
    }

    /// Tells the person that something which was asked for could not be done, and why.
    pub(crate) fn notice_fault(&self, kind: NoticeKind, fault: Fault) {
        self.put_notice(NoticeView {
            kind,
            values: BTreeMap::new(),
            error: Some(fault.into()),
        });
    }

    fn put_notice(&self, notice: NoticeView) {
        let mut notices = self.lock_notices();
        notices.retain(|other| other.kind != notice.kind);
        notices.push(notice);
    }

    /// Takes a notice back.
    pub(crate) fn withdraw(&self, kind: NoticeKind) {
        self.lock_notices().retain(|notice| notice.kind != kind);
    }

    /// What the person should know.
    pub(crate) fn notices(&self) -> Vec<NoticeView> {
        self.lock_notices().clone()
    }

    /// Shows the windows what is.
    pub(crate) fn tell(&self, app: &AppHandle) {
        let mut told = app.emit_to(windows::LAUNCHER, LAUNCHER_CHANGED, self.launcher_view());
        if told.is_ok() && app.get_webview_window(windows::SETTINGS).is_some() {
            told = app.emit_to(windows::SETTINGS, SETTINGS_CHANGED, self.settings_view());
        }
        if told.is_ok() && app.get_webview_window(windows::INSPECTOR).is_some() {
            told = app.emit_to(windows::INSPECTOR, INSPECTOR_CHANGED, self.inspector_view());
        }
        if let Err(fault) = told {
            tracing::warn!(%fault, "a window was not told");
        }
    }

    fn lock_notices(&self) -> MutexGuard<'_, Vec<NoticeView>> {
        self.notices.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The one [`Roomkey`] of an application.
pub(crate) fn of(app: &AppHandle) -> tauri::State<'_, Roomkey> {
    app.state::<Roomkey>()
}
