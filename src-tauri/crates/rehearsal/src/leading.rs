//! Who leads in a room, where it is not who the token says: a server that is
//! set up wrongly, for those who look whether they would notice.

use roomkey_core::role::Role;

/// Who is made a moderator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leading {
    /// Whose token says so, as JaaS does it.
    #[default]
    AsTokensSay,
    /// Nobody: the moderator flag is ignored.
    Nobody,
    /// Everybody who is let in, visitors too.
    Everybody,
}

impl Leading {
    /// What becomes of somebody whose token says `role`.
    pub(crate) fn role(self, role: Role) -> Role {
        match (self, role) {
            (Self::Everybody, _) => Role::Moderator,
            (Self::Nobody, Role::Moderator) => Role::Participant,
            (Self::AsTokensSay | Self::Nobody, role) => role,
        }
    }
}
