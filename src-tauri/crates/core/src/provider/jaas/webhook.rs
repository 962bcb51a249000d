//! Webhooks of JaaS: whether a delivered body is signed with the tenant's secret, and what
//! it tells.
//!
//! Nothing is received here, and nothing is forgiven: a body whose signature does not fit as
//! it was pasted is told apart from one that fits after an accident of copying. What an event
//! means in words is for the interface. Source: JaaS's documentation, “Check the webhook
//! signatures” and “Payload structure”.

mod accident;
mod event;
mod kind;
mod secret;
mod signature;

pub use self::accident::Accident;
pub use self::event::{Event, EventFault, Field, Meaning, Whose};
pub use self::kind::EventType;
pub use self::secret::{Secret, SecretFault};
pub use self::signature::{Fit, Header, HeaderFault};
