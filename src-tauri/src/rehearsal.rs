//! The rehearsal: a meeting with the loopback stand-in, as the person here would join it. Where
//! nothing is there that signs, and where a case is to be played, it is a demonstration: its tenant
//! has a key of its own and lives in memory, as the stand-in does, from the first rehearsal on.

use std::collections::BTreeSet;
use std::sync::Arc;

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::feature::Features;
use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::person::Person;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Rooms;
use roomkey_core::provider::Secret;
use roomkey_core::provider::jaas;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_rehearsal::case::Case;
use roomkey_rehearsal::provider::Options;
use roomkey_rehearsal::provider::StandIn;
use roomkey_rehearsal::provider::Trusted;
use roomkey_store::generate::generate_key;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::settings::Jaas;
use roomkey_store::settings::Language;
use roomkey_store::settings::Settings;
use roomkey_store::settings::Tenant;
use roomkey_store::settings::TenantId;
use tauri::AppHandle;
use tokio::sync::Mutex;
use tokio::sync::OnceCell;
use uuid::Uuid;

use crate::calls;
use crate::error::Fault;
use crate::meeting;
use crate::meeting::plan::Plan;
use crate::meeting::plan::Signer;
use crate::people;
use crate::roomkey;
use crate::roomkey::Roomkey;
use crate::views::BrandView;

/// How long a rehearsal's token is good, in seconds, unless the case says otherwise.
const TOKEN_SECONDS: i64 = 60 * 60;

/// What rehearsals are played on. The tenant and its key stay for the next one; the
/// server is there only while a rehearsal is open.
#[derive(Default)]
pub(crate) struct Stage {
    tenant: OnceCell<Demonstration>,
    server: Mutex<Option<StandIn>>,
}

/// A tenant that exists in memory alone.
pub(crate) struct Demonstration {
    pub(crate) key_id: KeyId,
    pub(crate) key: Arc<PrivateKey>,
}

impl Stage {
    /// The tenant that exists in memory alone, made when it is first needed.
    pub(crate) async fn tenant(&self) -> Result<&Demonstration, Fault> {
        self.tenant.get_or_try_init(Demonstration::new).await
    }

    /// Closes the stand-in: no socket listens without a rehearsal.
    pub(crate) async fn close(&self) {
        if let Some(server) = self.server.lock().await.take() {
            server.stop().await;
        }
    }

    /// Opens the stand-in for a tenant's provider, and gives the tenant as it is there.
    async fn open(
        &self,
        app: &AppHandle,
        provider: Provider,
        trusted: Trusted,
        room: &RoomName,
        case: Case,
    ) -> Result<Provider, Fault> {
        let app = app.clone();
        let options = Options {
            clock: Arc::new(move || roomkey::of(&app).clock.now()),
            ..Options::default()
        };
        let stand_in = StandIn::start(provider, trusted, options)
            .await
            .map_err(Fault::loopback)?;
        if let Some(rehearsal) = stand_in.rehearsal() {
            rehearsal.set_case(room, case);
        }
        let provider = stand_in.provider();
        if let Some(earlier) = self.server.lock().await.replace(stand_in) {
            earlier.stop().await;
        }
        Ok(provider)
    }
}

impl Demonstration {
    async fn new() -> Result<Self, Fault> {
        let app_id = AppId::parse(&format!("vpaas-magic-cookie-{}", Uuid::new_v4().simple()))
            .expect("a UUID has 32 hexadecimal digits");
        let key_id =
            KeyId::parse_for(&app_id, "rehearsal").expect("a lower-case word is a short id");
        Ok(Self {
            key_id,
            key: new_key().await?,
        })
    }
}

/// Opens a rehearsal: the current tenant's, or a demonstration for a case, and where there is no
/// tenant for which anything can be signed.
pub(crate) async fn start(app: &AppHandle, case: Option<Case>) -> Result<(), Fault> {
    meeting::start(app, plan(app, case)).await
}

/// Opens a rehearsal with a tenant's own key.
pub(crate) async fn start_with_key(app: &AppHandle, tenant: &str) -> Result<(), Fault> {
    meeting::start(app, plan_with_key(app, tenant)).await
}

/// Opens the stand-in for a meeting that somebody else plans, and gives the tenant as it is there.
pub(crate) async fn open_for(
    app: &AppHandle,
    provider: Provider,
    credential: &OwnedCredential,
    room: &RoomName,
) -> Result<Provider, Fault> {
    let stage = &roomkey::of(app).stage;
    let trusted = trusted(credential.clone());
    let case = Case::default();
    stage.open(app, provider, trusted, room, case).await
}

/// What verifies what that signs.
fn trusted(credential: OwnedCredential) -> Trusted {
    match credential {
        OwnedCredential::Key(key) => Trusted::Key(key.public().clone()),
        OwnedCredential::Secret(secret) => Trusted::Secret(secret),
    }
}

/// A tenant of JaaS, which is about to be moved to its stand-in.
fn at_jaas(key_id: &KeyId) -> Provider {
    Provider::Jaas(jaas::Tenant {
        key_id: key_id.clone(),
        domain: Domain::parse("8x8.vc").expect("JaaS's own domain is a valid one"),
    })
}

/// What a tenant's rehearsal is played with.
struct Cast {
    /// The provider, before it is moved to its stand-in.
    provider: Provider,
    /// What the stand-in verifies with.
    trusted: Trusted,
    /// What signs.
    signer: Signer,
}

async fn plan(app: &AppHandle, case: Option<Case>) -> Result<Plan, Fault> {
    let roomkey = roomkey::of(app);
    let current = || {
        let tenant = |settings: &Settings| settings.current_tenant().cloned();
        roomkey.book.read(tenant)
    };
    let Some(tenant) = current().filter(|_| case.is_none()) else {
        return demonstration(app, case.unwrap_or_default()).await;
    };
    match with_own(&roomkey, &tenant).await {
        Ok(cast) => of_tenant(app, &tenant, cast).await,
        Err(fault) => {
            tracing::info!(%fault, "nothing signs for the tenant, so that this is a demonstration");
            demonstration(app, Case::default()).await
        }
    }
}

async fn demonstration(app: &AppHandle, case: Case) -> Result<Plan, Fault> {
    let roomkey = roomkey::of(app);
    let stage = &roomkey.stage;
    let tenant = stage.tenant().await?;
    let room = own_room();
    let trusted = Trusted::Key(tenant.key.public().clone());
    let provider = stage
        .open(app, at_jaas(&tenant.key_id), trusted, &room, case)
        .await?;
    let other_key = if case == Case::BadSignature {
        new_key().await?
    } else {
        Arc::clone(&tenant.key)
    };
    let title = match roomkey.language() {
        Language::De => "Vorführung",
        Language::En => "Demonstration",
    };
    Ok(Plan {
        signer: Signer::Rehearsal {
            key: Arc::clone(&tenant.key),
            key_id: tenant.key_id.clone(),
            other_key,
            case,
            tried: None,
        },
        provider,
        room,
        title: title.to_owned(),
        subject: title.to_owned(),
        person: person(&roomkey),
        role: Role::Moderator,
        features: Features::default(),
        lifetime_seconds: TOKEN_SECONDS,
        brand: own_brand(),
        hidden_buttons: BTreeSet::new(),
        language: roomkey.language(),
        arrival: roomkey.arrival(),
        prejoin: case == Case::Prejoin,
        lobby: false,
        surface: roomkey.book.read(|settings| settings.surface),
    })
}

/// With the key that is to sign next, where there is one.
async fn plan_with_key(app: &AppHandle, tenant: &str) -> Result<Plan, Fault> {
    let roomkey = roomkey::of(app);
    let tenant = roomkey.book.tenant(tenant, Tenant::clone)?;
    let cast = match tenant.provider.jaas() {
        Some(jaas) => with_key_to_come(&roomkey, &tenant.id, jaas).await?,
        None => with_own(&roomkey, &tenant).await?,
    };
    of_tenant(app, &tenant, cast).await
}

/// A meeting by a tenant's own rules: what staff will see, and whether the tokens pass.
async fn of_tenant(app: &AppHandle, tenant: &Tenant, cast: Cast) -> Result<Plan, Fault> {
    let roomkey = roomkey::of(app);
    let (room, title) = match tenant.rooms.first() {
        Some(room) => (room.name.clone(), room.title.clone()),
        None => (own_room(), tenant.title.clone()),
    };
    let Cast {
        provider,
        trusted,
        signer,
    } = cast;
    let makes_rooms = provider.system().abilities().rooms == Rooms::Made;
    let case = Case::default();
    let provider = roomkey
        .stage
        .open(app, provider, trusted, &room, case)
        .await?;
    let person = person(&roomkey);
    // Nobody else is there who could have the room made.
    let role = if makes_rooms {
        Role::Moderator
    } else {
        tenant.role_of(&person, tenant.room(&room))
    };
    Ok(Plan {
        signer,
        provider,
        subject: title.clone(),
        // The stand-in has made none of the provider's rooms.
        room: if makes_rooms { own_room() } else { room },
        title,
        person,
        role,
        features: tenant.features.of(role).clone(),
        lifetime_seconds: tenant.lifetime.in_seconds(),
        brand: roomkey.brand(tenant),
        hidden_buttons: tenant.brand.hidden_buttons.clone(),
        language: roomkey.language(),
        arrival: roomkey.arrival(),
        prejoin: false,
        lobby: false,
        surface: roomkey.book.read(|settings| settings.surface),
    })
}

/// The key that is to sign next where there is one.
async fn with_key_to_come(
    roomkey: &Roomkey,
    tenant: &TenantId,
    jaas: &Jaas,
) -> Result<Cast, Fault> {
    let (key_id, key) = match (&jaas.next_key_id, &jaas.key_id) {
        (Some(id), _) => (id.clone(), roomkey.keys.get_next(tenant).await?),
        (None, Some(id)) => (id.clone(), roomkey.keys.get(tenant).await?),
        (None, None) => return Err(KeyStoreFault::Missing.into()),
    };
    let trusted = Trusted::Key(key.public().clone());
    let key = Arc::new(key);
    let signer = Signer::Rehearsal {
        other_key: Arc::clone(&key),
        key,
        key_id: key_id.clone(),
        case: Case::default(),
        tried: Some(tenant.clone()),
    };
    Ok(Cast {
        provider: at_jaas(&key_id),
        trusted,
        signer,
    })
}

/// The key or the secret that signs; a token server's tokens are made by the stand-in.
async fn with_own(roomkey: &Roomkey, tenant: &Tenant) -> Result<Cast, Fault> {
    let provider = tenant.provider.system().ok_or(KeyStoreFault::Missing)?;
    let signer = provider.system().signer();
    let trusted = match calls::credential(roomkey, &tenant.id, signer).await? {
        Some(credential) => trusted(credential),
        None => Trusted::Secret(Secret::parse(&Uuid::new_v4().to_string())?),
    };
    let signer = Signer::Keyring {
        tenant: tenant.id.clone(),
        key_id: None,
        rehearses: true,
    };
    Ok(Cast {
        provider,
        trusted,
        signer,
    })
}

/// Roomkey's look, where there is no tenant's.
pub(crate) fn own_brand() -> BrandView {
    BrandView {
        name: "Roomkey".to_owned(),
        accent: None,
        logo: None,
    }
}

fn own_room() -> RoomName {
    RoomName::parse("rehearsal").expect("a lower-case word is a room's name")
}

/// A key that nobody has registered.
pub(crate) async fn new_key() -> Result<Arc<PrivateKey>, Fault> {
    let key = tokio::task::spawn_blocking(generate_key)
        .await
        .expect("making a key does not panic")?;
    Ok(Arc::new(key))
}

/// The person of the settings, or somebody for a first look.
fn person(roomkey: &Roomkey) -> Person {
    let known = roomkey.book.read(|settings| settings.person.clone());
    known.unwrap_or_else(|| people::somebody(roomkey.language()))
}
