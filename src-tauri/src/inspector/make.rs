//! Makes the token that was chosen and judges it, at every edit. Signing takes milliseconds, so
//! what is shown is said of a real token; it is wiped at once.

use roomkey_core::provider::Against;
use roomkey_core::provider::Aim;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Purpose;
use roomkey_core::provider::TokenFault;
use roomkey_core::recipe::Recipe;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use roomkey_store::keys::OwnedCredential;

use super::choices;
use super::choices::Chosen;
use super::judged;
use super::read;
use super::signer::Signer;
use crate::calls;
use crate::error::Fault;
use crate::roomkey::Roomkey;
use crate::views::inspector::ExplainedView;
use crate::views::inspector::FieldFault;
use crate::views::inspector::MadeView;
use crate::views::inspector::MakeRequest;
use crate::views::inspector::TokenField;

/// Says what a server would make of the token, or which fields stand in its way.
pub(crate) async fn judge(roomkey: &Roomkey, request: &MakeRequest) -> Result<MadeView, Fault> {
    let chosen = match choices::chosen(request) {
        Ok(chosen) => chosen,
        Err(faults) => return Ok(MadeView { faults, made: None }),
    };
    match token(roomkey, &request.tenant, chosen).await {
        Ok(made) => Ok(MadeView {
            faults: Vec::new(),
            made: Some(made.explained),
        }),
        // Which names are rooms, the provider alone knows.
        Err(fault @ Fault::Token(TokenFault::RoomNotMade { .. })) => Ok(MadeView {
            faults: vec![FieldFault {
                field: TokenField::Room,
                index: 0,
                error: fault.into(),
            }],
            made: None,
        }),
        Err(fault) => Err(fault),
    }
}

/// A token, and what is said of it.
pub(super) struct Made {
    pub(super) token: Token,
    pub(super) explained: ExplainedView,
    pub(super) provider: Provider,
    pub(super) recipe: Recipe,
    /// The room to be joined, where one was named.
    pub(super) room: Option<RoomName>,
}

/// Makes a token now, or has the company's server make it.
pub(super) async fn token(
    roomkey: &Roomkey,
    tenant: &str,
    Chosen { recipe, room }: Chosen,
) -> Result<Made, Fault> {
    let signer = Signer::of(roomkey, tenant).await?;
    let now = roomkey.clock.now();
    let given = match &signer.credential {
        Some(_) => None,
        None => Some(given(&signer.provider, &recipe).await?),
    };
    let made = tokio::task::spawn_blocking(move || {
        let token = match (given, &signer.credential) {
            (Some(token), _) => token,
            (None, Some(own)) => recipe.token(&signer.provider, own.signs(), now)?,
            (None, None) => return Err(TokenFault::FromServer.into()),
        };
        Ok(Made {
            explained: explained(&token, &signer, &recipe, room.as_ref(), now),
            token,
            provider: signer.provider,
            recipe,
            room,
        })
    });
    made.await.expect("signing does not panic")
}

/// What a server of the company's makes, which nobody here can spoil.
async fn given(provider: &Provider, recipe: &Recipe) -> Result<Token, Fault> {
    if !recipe.changes.is_empty() {
        return Err(TokenFault::FromServer.into());
    }
    let entry = recipe.entry();
    let purpose = if recipe.is_command {
        Purpose::Command
    } else {
        Purpose::Enter(&entry)
    };
    calls::given_token(provider, &purpose).await
}

fn explained(
    token: &Token,
    signer: &Signer,
    recipe: &Recipe,
    room: Option<&RoomName>,
    now: Timestamp,
) -> ExplainedView {
    if let Some(registered) = signer.registered()
        && !recipe.is_command
    {
        return read::view(token.reveal(), &registered, room, now);
    }
    let against = Against {
        aim: if recipe.is_command {
            Aim::Command
        } else {
            Aim::Enter(room)
        },
        verifier: signer.own().map(OwnedCredential::verifies),
        now,
    };
    judged::view(token.reveal(), &signer.provider, &against, signer.whose())
}
