//! roomkey-core
