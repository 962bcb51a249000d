//! How entries in the keyring are named.
//!
//! The names are for good: a key under another name is a key lost. They carry
//! the build kind, so that a development build never reads or replaces what a
//! released one stored.

use std::fmt;

use crate::settings::TenantId;

/// Whose entries these are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Namespace {
    /// The application's identifier, such as `org.roomkey.desktop`.
    pub identifier: String,
    /// Which builds share the entries.
    pub build: Build,
}

impl Namespace {
    /// The namespace of the build that this is: development with debug
    /// assertions, else release.
    pub fn of_this_build(identifier: &str) -> Self {
        let build = if cfg!(debug_assertions) {
            Build::Development
        } else {
            Build::Release
        };
        Self {
            identifier: identifier.to_owned(),
            build,
        }
    }

    /// The name of a tenant's entry of that kind.
    pub fn entry(&self, tenant: &TenantId, kind: Kind) -> EntryName {
        let (suffix, remark) = match self.build {
            Build::Development => (".dev", " (development)"),
            Build::Release => ("", ""),
        };
        EntryName {
            service: format!("{}{suffix}", self.identifier),
            user: format!("tenant/{tenant}/{kind}"),
            label: format!("Roomkey: {} of {tenant}{remark}", kind.in_words()),
        }
    }
}

/// The kind of build. Each has its own entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// A build with debug assertions, made while working on Roomkey.
    Development,
    /// What people install.
    Release,
}

/// What an entry holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The RSA private key that signs, PKCS#8 DER (RFC 5208).
    SigningKey,
    /// The one that is to sign once it has been tried, in the same form.
    NextSigningKey,
    /// The one that signed before, in the same form.
    FormerSigningKey,
    /// The secret that the provider has as well and that signs, as text.
    SigningSecret,
    /// What makes somebody the host of rooms that this desk had made, as JSON.
    HostTokens,
    /// What JaaS signs its webhooks with, as text.
    WebhookSecret,
}

impl Kind {
    fn in_words(self) -> &'static str {
        match self {
            Self::SigningKey => "signing key",
            Self::NextSigningKey => "next signing key",
            Self::FormerSigningKey => "former signing key",
            Self::SigningSecret => "signing secret",
            Self::HostTokens => "host tokens",
            Self::WebhookSecret => "webhook secret",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SigningKey => f.write_str("signing-key"),
            Self::NextSigningKey => f.write_str("next-signing-key"),
            Self::FormerSigningKey => f.write_str("former-signing-key"),
            Self::SigningSecret => f.write_str("signing-secret"),
            Self::HostTokens => f.write_str("host-tokens"),
            Self::WebhookSecret => f.write_str("webhook-secret"),
        }
    }
}

/// An entry's name: what keyrings call service and user, and a label.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryName {
    /// The identifier, with `.dev` behind it in a development build.
    pub service: String,
    /// `tenant/<id>/<kind>`.
    pub user: String,
    /// What people read in their keyring's window. It is no part of the name:
    /// an entry is found under any label.
    pub label: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn builds_and_tenants_have_entries_of_their_own() {
        let acme = TenantId::parse("acme").unwrap();
        let release = Namespace {
            identifier: "org.roomkey.desktop".to_owned(),
            build: Build::Release,
        };
        let development = Namespace {
            build: Build::Development,
            ..release.clone()
        };

        let name = release.entry(&acme, Kind::SigningKey);
        assert_eq!(name.service, "org.roomkey.desktop");
        assert_eq!(name.user, "tenant/acme/signing-key");
        assert_eq!(name.label, "Roomkey: signing key of acme");

        let name = development.entry(&acme, Kind::SigningKey);
        assert_eq!(name.service, "org.roomkey.desktop.dev");
        assert_eq!(name.user, "tenant/acme/signing-key");
    }
}
