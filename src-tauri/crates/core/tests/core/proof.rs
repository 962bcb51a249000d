//! What a meeting grants, held against its token.

mod cases;
mod comparison;
mod reports;
mod trials;

use roomkey_core::inspect::RefusalPhase;
use roomkey_core::meeting::event::Present;
use roomkey_core::proof::observed::Observed;
use roomkey_core::role::Role;

/// Somebody in the list that `getRoomsInfo()` gives.
fn present(id: &str, role: &str, person: &str) -> Present {
    Present {
        id: id.to_owned(),
        role: role.to_owned(),
        person: Some(person.to_owned()),
    }
}

fn joined(id: &str, role: Option<Role>, people: Option<&[Present]>) -> Observed {
    Observed::Joined {
        id: id.to_owned(),
        role,
        people: people.map(<[Present]>::to_vec),
    }
}

fn refused(phase: RefusalPhase, text: &str) -> Observed {
    Observed::Refused {
        phase,
        text: text.to_owned(),
    }
}
