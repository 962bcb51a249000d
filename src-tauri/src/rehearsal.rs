//! The rehearsal: a demonstration tenant with a key of its own, and the loopback stand-in
//! that checks its tokens. Both live in memory, from the first rehearsal to the end of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::feature::Features;
use roomkey_core::key::PrivateKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::person::Person;
use roomkey_core::provider::Provider;
use roomkey_core::provider::jaas;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_rehearsal::Options;
use roomkey_rehearsal::Rehearsal;
use roomkey_rehearsal::case::Case;
use roomkey_store::generate::generate_key;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::settings::Language;
use roomkey_store::settings::Tenant;
use tauri::AppHandle;
use tokio::sync::Mutex;
use tokio::sync::OnceCell;
use uuid::Uuid;

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
    server: Mutex<Option<Rehearsal>>,
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

    /// Opens the stand-in for a case and gives its address.
    async fn open(
        &self,
        app: &AppHandle,
        key_id: &KeyId,
        key: &PrivateKey,
        room: &RoomName,
        case: Case,
    ) -> Result<Domain, Fault> {
        let app = app.clone();
        let server = Rehearsal::start(Options {
            keys: vec![(key_id.clone(), key.public().clone())],
            clock: Arc::new(move || roomkey::of(&app).clock.now()),
            ..Options::default()
        })
        .await
        .map_err(Fault::loopback)?;
        server.set_case(room, case);
        let domain = server.domain();
        if let Some(earlier) = self.server.lock().await.replace(server) {
            earlier.stop().await;
        }
        Ok(domain)
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

/// Opens a rehearsal.
pub(crate) async fn start(app: &AppHandle, case: Case) -> Result<(), Fault> {
    meeting::start(app, plan(app, case)).await
}

/// Opens a rehearsal with a tenant's own key.
pub(crate) async fn start_with_key(app: &AppHandle, tenant: &str) -> Result<(), Fault> {
    meeting::start(app, plan_with_key(app, tenant)).await
}

/// Opens the stand-in for a meeting that somebody else plans, and gives its address.
pub(crate) async fn open_for(
    app: &AppHandle,
    key_id: &KeyId,
    key: &PrivateKey,
    room: &RoomName,
) -> Result<Domain, Fault> {
    let stage = &roomkey::of(app).stage;
    stage.open(app, key_id, key, room, Case::default()).await
}

async fn plan(app: &AppHandle, case: Case) -> Result<Plan, Fault> {
    let roomkey = roomkey::of(app);
    let stage = &roomkey.stage;
    let tenant = stage.tenant().await?;
    let room = own_room();
    let domain = stage
        .open(app, &tenant.key_id, &tenant.key, &room, case)
        .await?;
    let other_key = if case == Case::BadSignature {
        new_key().await?
    } else {
        Arc::clone(&tenant.key)
    };
    let title = title(&roomkey);
    Ok(Plan {
        signer: Signer::Rehearsal {
            key: Arc::clone(&tenant.key),
            key_id: tenant.key_id.clone(),
            other_key,
            case,
            tried: None,
        },
        provider: Provider::Jaas(jaas::Tenant {
            key_id: tenant.key_id.clone(),
            domain,
        }),
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

/// A meeting of a tenant's own, with the key that is to sign next where there is one: what
/// staff will see, and whether that key's tokens pass.
async fn plan_with_key(app: &AppHandle, tenant: &str) -> Result<Plan, Fault> {
    let roomkey = roomkey::of(app);
    let tenant = roomkey.book.tenant(tenant, Tenant::clone)?;
    let jaas = tenant.provider.jaas();
    let jaas = jaas.ok_or_else(|| Fault::NotYet(tenant.title.clone()))?;
    let (key_id, key) = match (&jaas.next_key_id, &jaas.key_id) {
        (Some(id), _) => (id.clone(), roomkey.keys.get_next(&tenant.id).await?),
        (None, Some(id)) => (id.clone(), roomkey.keys.get(&tenant.id).await?),
        (None, None) => return Err(KeyStoreFault::Missing.into()),
    };
    let (room, title) = match tenant.rooms.first() {
        Some(room) => (room.name.clone(), room.title.clone()),
        None => (own_room(), title(&roomkey).to_owned()),
    };
    let domain = roomkey
        .stage
        .open(app, &key_id, &key, &room, Case::default())
        .await?;
    let key = Arc::new(key);
    let person = person(&roomkey);
    let role = tenant.role_of(&person, tenant.room(&room));
    Ok(Plan {
        signer: Signer::Rehearsal {
            other_key: Arc::clone(&key),
            key,
            key_id: key_id.clone(),
            case: Case::default(),
            tried: Some(tenant.id.clone()),
        },
        provider: Provider::Jaas(jaas::Tenant { key_id, domain }),
        subject: title.clone(),
        title,
        person,
        role,
        features: tenant.features.of(role).clone(),
        lifetime_seconds: tenant.lifetime_in(&room).in_seconds(),
        brand: roomkey.brand(&tenant),
        hidden_buttons: tenant.brand.hidden_buttons.clone(),
        language: roomkey.language(),
        arrival: roomkey.arrival(),
        prejoin: false,
        lobby: false,
        surface: roomkey.book.read(|settings| settings.surface),
        room,
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

fn title(roomkey: &Roomkey) -> &'static str {
    match roomkey.language() {
        Language::De => "Probe",
        Language::En => "Rehearsal",
    }
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
