//! roomkey-store
