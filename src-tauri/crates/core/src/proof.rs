//! What a meeting grants, held against what its token should grant.
//!
//! A case says who joins with which token; [`trial`] follows what their
//! meeting pages report until enough is known, and [`compare`] says in what
//! that differs from what [`crate::inspect`] makes of the very same token.
//! Opening windows is left to others, as are words for people; only the
//! reports for machines have English ones.

mod attempt;
pub mod case;
pub mod compare;
pub mod expected;
pub mod observed;
pub mod page;
pub mod report;
pub mod trial;
