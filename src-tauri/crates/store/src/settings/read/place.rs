//! Where in the document a value stands.

use std::fmt;

/// A value's place, as a chain from the document's root. It is written out
/// only where something is wrong there.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    /// The document itself.
    Root,
    /// A key of an object.
    Key(&'a Self, &'a str),
    /// An element of an array, counted from 0.
    Index(&'a Self, usize),
}

/// As JavaScript would reach it: `tenants[0].brand.accent`.
impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Key(Self::Root, key) => f.write_str(key),
            Self::Key(above, key) => write!(f, "{above}.{key}"),
            Self::Index(above, index) => write!(f, "{above}[{index}]"),
        }
    }
}
