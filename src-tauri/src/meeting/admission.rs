//! What lets somebody into a room: the room, where the provider has to make it, and a token.

use roomkey_core::grant::RoomScope;
use roomkey_core::inspect;
use roomkey_core::provider::Entry;
use roomkey_core::provider::Join;
use roomkey_core::provider::Provider;
use roomkey_core::provider::Purpose;
use roomkey_core::provider::Role;
use roomkey_core::provider::call::MadeRoom;
use roomkey_core::provider::call::RoomCalls;
use roomkey_core::provider::call::Wanted;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use roomkey_store::keys::OwnedCredential;
use roomkey_store::settings::TenantId;

use crate::calls;
use crate::error::Fault;
use crate::roomkey::Roomkey;

/// Somebody who asks to be let in.
pub(crate) struct Admission<'a> {
    pub(crate) provider: &'a Provider,
    /// Whose secret or key signs.
    pub(crate) tenant: &'a TenantId,
    pub(crate) entry: Entry,
    pub(crate) room: &'a RoomName,
    /// What people call the room.
    pub(crate) title: &'a str,
    pub(crate) now: Timestamp,
    /// From when until when the token is good.
    pub(crate) from: Timestamp,
    pub(crate) until: Timestamp,
}

/// What lets in.
pub(crate) struct Ticket {
    /// Who, as what, and where to: with the provider's own name of the room.
    pub(crate) entry: Entry,
    /// None where one joins by a link.
    pub(crate) token: Option<Token>,
    /// None where any name is a room.
    pub(crate) room: Option<MadeRoom>,
}

impl Ticket {
    /// A token is all that is needed.
    pub(crate) fn of(entry: Entry, token: Token) -> Self {
        Self {
            entry,
            token: Some(token),
            room: None,
        }
    }

    /// The token's text; empty where there is none.
    pub(crate) fn reveal(&self) -> &str {
        self.token.as_ref().map_or("", Token::reveal)
    }

    /// The token's `exp`; a tester or a rehearsal's case may have changed or removed it.
    pub(crate) fn expires(&self) -> Option<Timestamp> {
        let against = inspect::Against {
            key: None,
            key_id: None,
            room: None,
            now: Timestamp(0),
        };
        let claims = inspect::inspect(self.reveal(), &against).claims?;
        claims.get("exp")?.as_i64().map(Timestamp)
    }
}

impl Admission<'_> {
    /// Obtains what lets in. A token is judged by the provider's rules before it is handed out, so
    /// that a fault of the set-up shows here and not in the meeting.
    pub(crate) async fn obtain(mut self, roomkey: &Roomkey) -> Result<Ticket, Fault> {
        let signer = self.provider.system().signer();
        let credential = calls::credential(roomkey, self.tenant, signer).await?;
        let room = match self.provider.system().room_calls() {
            Some(calls) => {
                let room = self.find_or_make(roomkey, calls, credential.as_ref());
                Some(room.await?)
            }
            None => None,
        };
        if let Some(room) = &room {
            self.entry.room = RoomScope::Exact(RoomName::parse(&room.id)?);
        }
        let token = match self.provider.system().abilities().join {
            Join::IFrameApi | Join::PageWithToken => Some(self.token(credential).await?),
            Join::PageByLink => None,
        };
        Ok(Ticket {
            entry: self.entry,
            token,
            room,
        })
    }

    async fn find_or_make(
        &self,
        roomkey: &Roomkey,
        calls: &dyn RoomCalls,
        credential: Option<&OwnedCredential>,
    ) -> Result<MadeRoom, Fault> {
        let wanted = Wanted {
            name: self.room,
            title: self.title,
            from: self.now,
            until: self.until,
        };
        let token = calls::token(self.provider, credential, self.now).await?;
        if let Some(mut room) = find(calls, &wanted, &token).await? {
            if room.host.is_none() && self.entry.role == Role::Moderator {
                room.host = roomkey.keys.host(self.tenant, &room.id).await?;
            }
            return Ok(room);
        }
        let system = self.provider.system().abilities().name;
        if self.entry.role != Role::Moderator {
            return Err(Fault::RoomNotBegun(system));
        }
        let answer = calls::carry(&calls.make(&wanted, &token)).await?;
        let room = calls.made(answer.read())?;
        calls::keep_host(roomkey, self.tenant, &room, self.until).await;
        Ok(room)
    }

    async fn token(&self, credential: Option<OwnedCredential>) -> Result<Token, Fault> {
        let Some(credential) = credential else {
            return calls::given_token(self.provider, &Purpose::Enter(&self.entry)).await;
        };
        let (provider, entry, now) = (self.provider.clone(), self.entry.clone(), self.now);
        let life = (self.from, self.until);
        off_thread(move || {
            let purpose = Purpose::Enter(&entry);
            Ok(provider.signed(&purpose, life, credential.signs(), now)?)
        })
        .await
    }
}

/// The room as the provider has it; none where it has none like that.
pub(crate) async fn find(
    calls: &dyn RoomCalls,
    wanted: &Wanted<'_>,
    token: &Token,
) -> Result<Option<MadeRoom>, Fault> {
    let call = calls.find(wanted, token)?;
    let answer = calls::carry(&call).await?;
    Ok(calls.found(wanted, answer.read())?)
}

/// Signing takes milliseconds, which is long for a thread that serves the interface.
pub(crate) async fn off_thread(
    make: impl FnOnce() -> Result<Token, Fault> + Send + 'static,
) -> Result<Token, Fault> {
    tokio::task::spawn_blocking(make)
        .await
        .expect("signing does not panic")
}
