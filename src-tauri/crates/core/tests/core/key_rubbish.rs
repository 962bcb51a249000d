//! Key import never panics and never takes rubbish for a key.

use proptest::prelude::*;
use roomkey_core::key::{PrivateKey, PublicKey};

use crate::core::fixtures::{key_file, key_text};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        prop_assert!(PrivateKey::import(&bytes, Some("passphrase")).is_err());
        prop_assert!(PrivateKey::from_pkcs8_der(&bytes).is_err());
        prop_assert!(PublicKey::from_spki_der(&bytes).is_err());
    }

    #[test]
    fn any_text(text in any::<String>()) {
        prop_assert!(PrivateKey::import(text.as_bytes(), None).is_err());
        prop_assert!(PublicKey::from_pem(&text).is_err());
    }

    #[test]
    fn anything_in_armour(
        label in "(RSA |ENCRYPTED |OPENSSH |EC |)(PRIVATE|PUBLIC) KEY|CERTIFICATE",
        body in "[A-Za-z0-9+/=\\n: -]{0,400}",
    ) {
        let text = format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n");
        prop_assert!(PrivateKey::import(text.as_bytes(), Some("passphrase")).is_err());
        prop_assert!(PublicKey::from_pem(&text).is_err());
    }

    /// A changed byte leaves the key whole only where it is not part of it.
    #[test]
    fn a_real_key_with_a_changed_byte(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        for file in ["rsa4096-pkcs1.der", "rsa4096-pkcs8.der", "rsa4096-locked.der", "ec.der"] {
            let mut bytes = key_file(file);
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if bytes != key_file(file) {
                let outcome = PrivateKey::import(&bytes, Some("wrong"));
                prop_assert!(outcome.is_err(), "{file} taken with byte {at} changed");
            }
        }
    }

    #[test]
    fn a_real_key_cut_anywhere(at in any::<prop::sample::Index>()) {
        for file in ["rsa4096.key", "rsa4096-locked.key", "rsa4096-openssh.key"] {
            let text = key_text(file);
            let whole = text.trim_end().len();
            let cut: String = text.chars().take(at.index(whole)).collect();
            prop_assert!(PrivateKey::import(cut.as_bytes(), Some("opensesame")).is_err());
        }
    }
}
