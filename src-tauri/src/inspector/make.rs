//! Makes the token that was chosen and judges it, at every edit. Signing takes milliseconds, so
//! what is shown is said of a real token; it is wiped at once.

use std::sync::Arc;

use roomkey_core::app_id::AppId;
use roomkey_core::domain::Domain;
use roomkey_core::key::PrivateKey;
use roomkey_core::key::PublicKey;
use roomkey_core::key_id::KeyId;
use roomkey_core::room_name::RoomName;
use roomkey_core::token::Token;
use roomkey_store::generate::generate_key;
use roomkey_store::keys::KeyStoreFault;
use roomkey_store::settings::TenantId;
use tokio::sync::OnceCell;

use super::choices;
use super::choices::Chosen;
use super::jaas;
use super::read;
use super::read::Registered;
use crate::error::Fault;
use crate::roomkey::Roomkey;
use crate::views::inspector::ExplainedView;
use crate::views::inspector::KeyUsed;
use crate::views::inspector::MadeView;
use crate::views::inspector::MakeRequest;

/// A key for tenants whose own cannot be used. It lives in memory, from the first such token to
/// the end of the application, and no server knows it.
#[derive(Default)]
pub(crate) struct WindowKey(OnceCell<Arc<PrivateKey>>);

/// Says what a server would make of the token, or which fields stand in its way.
pub(crate) async fn judge(roomkey: &Roomkey, request: &MakeRequest) -> Result<MadeView, Fault> {
    let chosen = match choices::chosen(request) {
        Ok(chosen) => chosen,
        Err(faults) => return Ok(MadeView { faults, made: None }),
    };
    let made = token(roomkey, &request.tenant, chosen).await?;
    Ok(MadeView {
        faults: Vec::new(),
        made: Some(made.explained),
    })
}

/// A token, and what is said of it.
pub(super) struct Made {
    pub(super) token: Token,
    pub(super) explained: ExplainedView,
    pub(super) app_id: AppId,
    pub(super) domain: Domain,
    /// The room to be joined, where one was named.
    pub(super) room: Option<RoomName>,
}

/// Makes a token now.
pub(super) async fn token(
    roomkey: &Roomkey,
    tenant: &str,
    Chosen { recipe, room }: Chosen,
) -> Result<Made, Fault> {
    let signer = Signer::of(roomkey, tenant).await?;
    let now = roomkey.clock.now();
    let made = tokio::task::spawn_blocking(move || {
        let token = recipe.token(&signer.key_id, &signer.key, now)?;
        let explained = read::view(token.reveal(), &signer.registered(), room.as_ref(), now);
        Ok(Made {
            token,
            explained,
            app_id: signer.key_id.app_id().clone(),
            domain: signer.domain,
            room,
        })
    });
    made.await.expect("signing does not panic")
}

/// Whose key signs.
pub(super) struct Signer {
    pub(super) key_id: KeyId,
    pub(super) key: Arc<PrivateKey>,
    pub(super) domain: Domain,
    whose: KeyUsed,
}

impl Signer {
    /// The tenant's key, or that of the window where the tenant's cannot be used.
    pub(super) async fn of(roomkey: &Roomkey, tenant: &str) -> Result<Self, Fault> {
        let (id, title, jaas) = roomkey.book.tenant(tenant, |tenant| {
            (
                tenant.id.clone(),
                tenant.title.clone(),
                jaas(tenant).cloned(),
            )
        })?;
        let Some(jaas) = jaas else {
            return Err(Fault::NotYet(title));
        };
        let (key, whose) = match own(roomkey, &id, jaas.key_id.as_ref()).await {
            Ok(key) => (Arc::new(key), KeyUsed::Tenant { title }),
            Err(fault) => (
                roomkey.window_key.get().await?,
                KeyUsed::Window {
                    why: Fault::from(fault).into(),
                },
            ),
        };
        let nameless =
            || KeyId::parse_for(&jaas.app_id, "none").expect("a lower-case word is a short id");
        Ok(Self {
            key_id: jaas.key_id.clone().unwrap_or_else(nameless),
            key,
            domain: jaas.domain,
            whose,
        })
    }

    /// Whether the tenant's own key signs.
    pub(super) fn is_own(&self) -> bool {
        matches!(self.whose, KeyUsed::Tenant { .. })
    }

    /// What the token is held against. A key of the window is registered nowhere, and which one
    /// is cannot be known here: the signature is then not checked.
    fn registered(&self) -> Registered {
        let public: Option<PublicKey> = self.is_own().then(|| self.key.public().clone());
        Registered {
            key_id: public.as_ref().map(|_| self.key_id.clone()),
            key: public,
            whose: self.whose.clone(),
        }
    }
}

async fn own(
    roomkey: &Roomkey,
    tenant: &TenantId,
    key_id: Option<&KeyId>,
) -> Result<PrivateKey, KeyStoreFault> {
    if key_id.is_none() {
        return Err(KeyStoreFault::Missing);
    }
    roomkey.keys.get(tenant).await
}

impl WindowKey {
    async fn get(&self) -> Result<Arc<PrivateKey>, Fault> {
        let key = self.0.get_or_try_init(async || {
            let key = tokio::task::spawn_blocking(generate_key)
                .await
                .expect("making a key does not panic")?;
            Ok::<_, Fault>(Arc::new(key))
        });
        Ok(Arc::clone(key.await?))
    }
}
