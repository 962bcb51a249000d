//! Rollout files: made for other desks, and taken in on this one.

use std::path::Path;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;

use roomkey_picture::LARGEST_FILE;
use roomkey_picture::Purpose;
use roomkey_store::keys::Turn;
use roomkey_store::pictures::Pictures;
use roomkey_store::policy::Locked;
use roomkey_store::rollout;
use roomkey_store::rollout::Arrival;
use roomkey_store::rollout::Passphrase;
use roomkey_store::rollout::Picture;
use roomkey_store::rollout::PictureKind;
use roomkey_store::rollout::Rollout;
use roomkey_store::rollout::RolloutFault;
use roomkey_store::rollout::RolloutTenant;
use roomkey_store::rollout::arrive;
use roomkey_store::rollout::bring;
use roomkey_store::settings::Settings;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use tauri::AppHandle;
use tauri::Emitter;

use crate::error::Fault;
use crate::pictures::place;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::saving;
use crate::settings::brand::make;
use crate::settings::provider;
use crate::settings::rotation;
use crate::views::NoticeKind;
use crate::views::rollout::ExportRolloutRequest;
use crate::views::rollout::RolloutFile;
use crate::views::rollout::RolloutMade;
use crate::views::rollout::RolloutPart;
use crate::views::rollout::RolloutView;
use crate::windows;

/// The event by which the launcher hears of a file that waits for its passphrase.
const ROLLOUT_OPENED: &str = "rollout-opened";

/// A rollout file on its way in.
#[derive(Default)]
pub(crate) struct StagedRollout(Mutex<Stage>);

#[derive(Default)]
enum Stage {
    #[default]
    Empty,
    Sealed {
        name: String,
        sealed: Vec<u8>,
    },
    Open(Rollout),
}

impl StagedRollout {
    fn replace(&self, stage: Stage) -> Stage {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut held, stage)
    }

    /// The name of a file that waits for its passphrase.
    fn waits(&self) -> Option<String> {
        match &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            Stage::Sealed { name, .. } => Some(name.clone()),
            Stage::Empty | Stage::Open(_) => None,
        }
    }

    /// Lets go of what was opened.
    pub(crate) fn forget(&self) {
        self.replace(Stage::Empty);
    }
}

/// Makes a file for other desks, where the person says, and its passphrase.
pub(crate) async fn export(
    app: &AppHandle,
    request: &ExportRolloutRequest,
) -> Result<Option<RolloutMade>, Fault> {
    let roomkey = roomkey::of(app);
    let mut rollout = Rollout::default();
    for id in &request.tenants {
        let tenant = roomkey.book.tenant(id, Tenant::clone)?;
        let signer = tenant.provider.signer();
        let credential = match request.with_keys {
            true => roomkey.keys.credential(&tenant.id, signer).await?,
            false => None,
        };
        rollout.tenants.push(RolloutTenant {
            credential,
            logo: picture(&roomkey, &tenant, Purpose::Logo).await?,
            background: picture(&roomkey, &tenant, Purpose::Background).await?,
            tenant,
        });
    }
    let passphrase = Passphrase::new()?;
    let words = passphrase.reveal().to_owned();
    let sealed = tokio::task::spawn_blocking(move || rollout.seal(&passphrase))
        .await
        .expect("sealing does not panic")?;
    let name = match request.tenants.as_slice() {
        [one] => format!("{one}.roomkey"),
        _ => "rollout.roomkey".to_owned(),
    };
    let saved = saving::save(app, &name, sealed).await?;
    Ok(saved.map(|saved| RolloutMade {
        passphrase: words,
        path: saved.path,
    }))
}

/// Lets the person choose a file.
pub(crate) async fn choose(app: &AppHandle) -> Result<Option<RolloutFile>, Fault> {
    match saving::choose(app).await.map_err(Fault::RolloutFile)? {
        Some(path) => open(app, &path).map(Some),
        None => Ok(None),
    }
}

/// Takes a file up; the passphrase is asked for next.
pub(crate) fn open(app: &AppHandle, path: &Path) -> Result<RolloutFile, Fault> {
    let sealed = saving::read(path, rollout::LARGEST_FILE).map_err(Fault::RolloutFile)?;
    Rollout::check(&sealed)?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy().into_owned();
    roomkey::of(app).rollout.replace(Stage::Sealed {
        name: name.clone(),
        sealed,
    });
    Ok(RolloutFile { name })
}

/// Tells the launcher of a file that waits for its passphrase.
pub(crate) fn announce(app: &AppHandle) {
    let Some(name) = roomkey::of(app).rollout.waits() else {
        return;
    };
    if let Err(fault) = app.emit_to(windows::LAUNCHER, ROLLOUT_OPENED, RolloutFile { name }) {
        tracing::warn!(%fault, "the launcher did not hear of the rollout file");
    }
}

/// Opens the file that was chosen and says what it sets up. A wrong passphrase leaves it
/// for another try.
pub(crate) async fn unlock(app: &AppHandle, typed: &str) -> Result<RolloutView, Fault> {
    let roomkey = roomkey::of(app);
    let Stage::Sealed { name, sealed } = roomkey.rollout.replace(Stage::Empty) else {
        return Err(Fault::NoRollout);
    };
    let passphrase = Passphrase::typed(typed);
    let (sealed, opened) = tokio::task::spawn_blocking(move || {
        let opened = Rollout::open(&sealed, &passphrase);
        (sealed, opened)
    })
    .await
    .expect("opening does not panic");
    match opened {
        Ok(rollout) => {
            let tenants = rollout.tenants.iter().map(|one| part(&roomkey, one));
            let view = RolloutView {
                tenants: tenants.collect(),
            };
            roomkey.rollout.replace(Stage::Open(rollout));
            Ok(view)
        }
        Err(fault) => {
            roomkey.rollout.replace(Stage::Sealed { name, sealed });
            Err(fault.into())
        }
    }
}

fn part(roomkey: &Roomkey, one: &RolloutTenant) -> RolloutPart {
    let replaces = |settings: &Settings| settings.tenant_at(&one.tenant.provider).is_some();
    RolloutPart {
        title: one.tenant.title.clone(),
        rooms: one.tenant.rooms.len(),
        with_key: one.credential.is_some(),
        signing: provider::signing(&one.tenant.provider),
        replaces: roomkey.book.read(replaces),
    }
}

/// Sets this desk up with the file that was opened: keys first, then everything else at
/// once. Where anything fails, the desk is as it was, and the file still open.
pub(crate) async fn accept(app: &AppHandle) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    for what in Locked::OF_A_TENANT {
        roomkey.allow(what)?;
    }
    let Stage::Open(rollout) = roomkey.rollout.replace(Stage::Empty) else {
        return Err(Fault::NoRollout);
    };
    let mut turns = Vec::new();
    match take_in(&roomkey, &rollout, &mut turns).await {
        Ok(()) => {
            for answered in [NoticeKind::KeyMissing, NoticeKind::KeyringLocked] {
                roomkey.withdraw(answered);
            }
            roomkey.look_at_keys().await;
            roomkey.tell(app);
            Ok(())
        }
        Err(fault) => {
            rotation::take_back(&roomkey, turns).await;
            roomkey.rollout.replace(Stage::Open(rollout));
            Err(fault)
        }
    }
}

async fn take_in(roomkey: &Roomkey, rollout: &Rollout, turns: &mut Vec<Turn>) -> Result<(), Fault> {
    let now = roomkey.clock.now();
    let mut pictures = Vec::new();
    for one in &rollout.tenants {
        pictures.push(made(one).await?);
    }
    let settings = roomkey.book.read(Settings::clone);
    let mut arrivals = bring(&roomkey.keys, &settings, rollout, turns).await?;
    let _door = roomkey.album.door().await;
    let mut kept = Vec::new();
    for (Arrival { tenant, .. }, pictures) in arrivals.iter_mut().zip(pictures) {
        for (purpose, picture) in pictures {
            match roomkey.keep_picture(&tenant.id, purpose, picture).await {
                Ok(path) => {
                    *place(&mut tenant.brand, purpose) = Some(path.clone());
                    kept.push((tenant.id.clone(), path));
                }
                Err(fault) => {
                    discard(roomkey, kept);
                    return Err(fault);
                }
            }
        }
    }
    let named = roomkey
        .book
        .change(|settings| Ok(arrive(settings, arrivals, now)));
    match named.await {
        Ok(replaced) => {
            discard(roomkey, replaced);
            Ok(())
        }
        Err(fault) => {
            discard(roomkey, kept);
            Err(fault)
        }
    }
}

fn discard(roomkey: &Roomkey, pictures: Vec<(TenantId, PathBuf)>) {
    for (tenant, path) in pictures {
        roomkey.discard_pictures(&tenant, [path]);
    }
}

/// A tenant's picture as it goes into the file. One that the settings name by hand is made anew
/// first: other desks take nothing else.
async fn picture(
    roomkey: &Roomkey,
    tenant: &Tenant,
    purpose: Purpose,
) -> Result<Option<Picture>, Fault> {
    let mut brand = tenant.brand.clone();
    let Some(path) = place(&mut brand, purpose).take() else {
        return Ok(None);
    };
    let file = saving::read(&path, LARGEST_FILE as u64).map_err(Fault::PictureFile)?;
    let bytes = if Pictures::of(&roomkey.folders, &tenant.id).has(&path) {
        file
    } else {
        make(file, None, purpose).await?
    };
    let kind = match purpose {
        Purpose::Logo => PictureKind::Png,
        Purpose::Background => PictureKind::Jpeg,
    };
    Ok(Some(Picture { kind, bytes }))
}

/// The pictures of a tenant that comes in, made anew: whoever made the file may have put in
/// anything.
async fn made(one: &RolloutTenant) -> Result<Vec<(Purpose, Vec<u8>)>, Fault> {
    let brought = [
        (Purpose::Logo, &one.logo),
        (Purpose::Background, &one.background),
    ];
    let mut made = Vec::new();
    for (purpose, picture) in brought {
        if let Some(picture) = picture {
            let picture = make(picture.bytes.clone(), None, purpose).await;
            made.push((purpose, picture.map_err(|_| RolloutFault::Damaged)?));
        }
    }
    Ok(made)
}

#[cfg(test)]
#[path = "rollout/tests.rs"]
mod tests;
