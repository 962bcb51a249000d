//! Where a proof takes place: whose key signs, which server judges, in which room.

use std::sync::Arc;

use roomkey_core::domain::Domain;
use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::proof::report::Place;
use roomkey_core::room_name::RoomName;
use roomkey_rehearsal::Options;
use roomkey_rehearsal::Rehearsal;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;
use tokio::sync::OnceCell;

use crate::error::Fault;
use crate::rehearsal;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::views::BrandView;
use crate::views::proof::StartProofRequest;

/// Where a proof takes place.
pub(crate) struct Ground {
    pub(crate) place: Place,
    /// What the tenant is called.
    pub(crate) tenant: String,
    pub(crate) brand: BrandView,
    pub(crate) key_id: KeyId,
    pub(crate) key: Arc<PrivateKey>,
    /// Whether the key is the demonstration's own.
    pub(crate) is_demonstration: bool,
    pub(crate) domain: Domain,
    pub(crate) room: RoomName,
    /// The stand-in, in a rehearsal.
    server: Option<Rehearsal>,
    other_key: OnceCell<Arc<PrivateKey>>,
}

/// Who signs.
struct Signer {
    key_id: KeyId,
    key: Arc<PrivateKey>,
    is_demonstration: bool,
}

impl Ground {
    /// Takes the key out of the keyring and, for a rehearsal, starts the stand-in.
    pub(crate) async fn prepare(
        app: &AppHandle,
        roomkey: &Roomkey,
        request: &StartProofRequest,
    ) -> Result<Self, Fault> {
        let room = RoomName::normalise(&request.room)?;
        let tenant = match &request.tenant {
            Some(id) => Some(roomkey.book.tenant(id, Tenant::clone)?),
            None => None,
        };
        let jaas = tenant.as_ref().map(jaas).transpose()?;
        let (signer, domain, server) = match (request.place, jaas) {
            (Place::Server, None) => return Err(Fault::NotSetUp),
            (Place::Server, Some((tenant, jaas))) => {
                let signer = own(roomkey, tenant, jaas).await?;
                roomkey.clock.correct_by(&jaas.domain).await;
                (signer, jaas.domain.clone(), None)
            }
            (Place::Rehearsal, jaas) => {
                let signer = own_or_demonstration(roomkey, jaas).await?;
                let server = stand_in(app, &signer).await?;
                (signer, server.domain(), Some(server))
            }
        };
        let (title, brand) = match &tenant {
            Some(tenant) => (tenant.title.clone(), roomkey.brand(tenant)),
            None => ("Roomkey".to_owned(), rehearsal::own_brand()),
        };
        Ok(Self {
            place: request.place,
            tenant: title,
            brand,
            key_id: signer.key_id,
            key: signer.key,
            is_demonstration: signer.is_demonstration,
            domain,
            room,
            server,
            other_key: OnceCell::new(),
        })
    }

    /// A key that is registered nowhere, made when a case first needs it.
    pub(crate) async fn other_key(&self) -> Result<Arc<PrivateKey>, Fault> {
        let key = self.other_key.get_or_try_init(rehearsal::new_key).await?;
        Ok(Arc::clone(key))
    }

    /// Closes the stand-in: no socket listens without a rehearsal.
    pub(crate) async fn close(self) {
        if let Some(server) = self.server {
            server.stop().await;
        }
    }
}

fn jaas(tenant: &Tenant) -> Result<(&Tenant, &Jaas), Fault> {
    let jaas = tenant.provider.jaas();
    let jaas = jaas.ok_or_else(|| Fault::NotYet(tenant.title.clone()))?;
    Ok((tenant, jaas))
}

/// The tenant's own key.
async fn own(roomkey: &Roomkey, tenant: &Tenant, jaas: &Jaas) -> Result<Signer, Fault> {
    let key_id = jaas.key_id.clone().ok_or(KeyStoreFault::Missing)?;
    let key = roomkey.keys.get(&tenant.id).await?;
    Ok(Signer {
        key_id,
        key: Arc::new(key),
        is_demonstration: false,
    })
}

/// The tenant's own key; where there is none, the demonstration's.
async fn own_or_demonstration(
    roomkey: &Roomkey,
    jaas: Option<(&Tenant, &Jaas)>,
) -> Result<Signer, Fault> {
    if let Some((tenant, jaas)) = jaas {
        match own(roomkey, tenant, jaas).await {
            Err(Fault::KeyStore(KeyStoreFault::Missing | KeyStoreFault::NoKeyring)) => {}
            found => return found,
        }
    }
    let demonstration = roomkey.stage.tenant().await?;
    Ok(Signer {
        key_id: demonstration.key_id.clone(),
        key: Arc::clone(&demonstration.key),
        is_demonstration: true,
    })
}

async fn stand_in(app: &AppHandle, signer: &Signer) -> Result<Rehearsal, Fault> {
    let app = app.clone();
    Rehearsal::start(Options {
        keys: vec![(signer.key_id.clone(), signer.key.public().clone())],
        clock: Arc::new(move || roomkey::of(&app).clock.now()),
        ..Options::default()
    })
    .await
    .map_err(Fault::loopback)
}
