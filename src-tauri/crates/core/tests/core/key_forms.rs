//! Every form in which a good key may come.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use roomkey_core::key::{KeyFormat, PrivateKey, PublicKey};

use crate::core::fixtures::{KEY, key_file, key_text};

const PASSPHRASE: Option<&str> = Some("opensesame");

#[test]
fn pem_and_der_of_both_standards_are_the_same_key() {
    let cases = [
        ("rsa4096.key", None, KeyFormat::Pkcs1),
        ("rsa4096-pkcs1.der", None, KeyFormat::Pkcs1),
        ("rsa4096-pkcs8.key", None, KeyFormat::Pkcs8),
        ("rsa4096-pkcs8.der", None, KeyFormat::Pkcs8),
        ("rsa4096-locked.key", PASSPHRASE, KeyFormat::EncryptedPkcs8),
        ("rsa4096-locked.der", PASSPHRASE, KeyFormat::EncryptedPkcs8),
        (
            "rsa4096-locked-sha1.key",
            PASSPHRASE,
            KeyFormat::EncryptedPkcs8,
        ),
        (
            "rsa4096-locked-scrypt.key",
            PASSPHRASE,
            KeyFormat::EncryptedPkcs8,
        ),
    ];
    for (file, passphrase, format) in cases {
        let key = PrivateKey::import(&key_file(file), passphrase)
            .unwrap_or_else(|fault| panic!("{file}: {fault}"));
        assert_eq!(key.format(), format, "{file}");
        assert_eq!(key.pkcs8_der(), key_file("rsa4096-pkcs8.der"), "{file}");
        assert_eq!(key.bits(), 4096, "{file}");
    }
}

#[test]
fn a_passphrase_that_is_not_needed_does_no_harm() {
    let key = PrivateKey::import(&key_file("rsa4096.key"), Some("anything")).unwrap();
    assert_eq!(key.format(), KeyFormat::Pkcs1);
}

#[test]
fn texts_that_went_through_other_hands_are_read() {
    let pem = key_text("rsa4096.key");
    let locked = key_text("rsa4096-locked.key");
    let der = key_file("rsa4096-pkcs1.der");
    let padded = key_text("rsa4096-pkcs8.key");
    assert!(STANDARD.encode(&padded).ends_with('='));
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("CRLF", pem.replace('\n', "\r\n").into()),
        ("CR alone", pem.replace('\n', "\r").into()),
        ("\\n written out", pem.trim().replace('\n', "\\n").into()),
        (
            "\\r\\n written out",
            pem.trim().replace('\n', "\\r\\n").into(),
        ),
        (
            "JSON string",
            format!("{{\"key\": {}}}", serde_json::to_string(&pem).unwrap()).into(),
        ),
        (
            "environment line",
            format!("KEY=\"{}\"", pem.trim().replace('\n', "\\n")).into(),
        ),
        ("one line", pem.replace('\n', " ").into()),
        ("indented", pem.replace('\n', "\n      ").into()),
        ("BOM", format!("\u{feff}{pem}").into()),
        ("UTF-16 LE", utf16(&pem, u16::to_le_bytes)),
        ("UTF-16 BE", utf16(&pem, u16::to_be_bytes)),
        (
            "text around",
            format!("Hello,\n\nthe key:\n\n{pem}\nBye -- Ada").into(),
        ),
        ("blank lines", format!("\n\n\t {pem} \n\n").into()),
        ("base64 of PEM", STANDARD.encode(&pem).into()),
        (
            "base64 of PEM in lines",
            lines(&STANDARD.encode(&pem)).into(),
        ),
        (
            "base64 of PEM, unpadded",
            STANDARD.encode(&padded).trim_end_matches('=').into(),
        ),
        ("base64 of DER", STANDARD.encode(&der).into()),
        ("base64 of locked PEM", STANDARD.encode(&locked).into()),
        (
            "after its certificate",
            format!("{}{pem}", key_text("rsa4096.crt")).into(),
        ),
        (
            "after its public key",
            format!("{}{pem}", key_text("rsa4096.key.pub")).into(),
        ),
    ];
    for (what, bytes) in cases {
        let key = PrivateKey::import(&bytes, PASSPHRASE)
            .unwrap_or_else(|fault| panic!("{what}: {fault}"));
        assert_eq!(key.pkcs8_der(), KEY.pkcs8_der(), "{what}");
    }
}

#[test]
fn a_stored_key_reads_back_and_signs_the_same() {
    let stored = PrivateKey::from_pkcs8_der(KEY.pkcs8_der()).unwrap();
    assert_eq!(stored.pkcs8_der(), KEY.pkcs8_der());
    assert_eq!(stored.public(), KEY.public());
    assert_eq!(stored.format(), KeyFormat::Pkcs8);
}

/// The sequence of the algorithm is 13 bytes with its null, 11 without.
#[test]
fn a_key_without_the_algorithms_null_is_read() {
    let mut bare = key_file("rsa4096-pkcs8.der");
    assert_eq!(bare[7..9], [0x30, 13]);
    bare.drain(20..22);
    bare[8] = 11;
    let length = u16::from_be_bytes([bare[2], bare[3]]) - 2;
    bare[2..4].copy_from_slice(&length.to_be_bytes());
    let key = PrivateKey::import(&bare, None).unwrap();
    assert_eq!(key.pkcs8_der(), KEY.pkcs8_der());
}

#[test]
fn a_stored_key_fits_the_windows_credential_manager() {
    assert!(KEY.pkcs8_der().len() <= 2560, "{}", KEY.pkcs8_der().len());
}

#[test]
fn the_public_half_is_what_openssl_writes() {
    assert_eq!(KEY.public().to_pem(), key_text("rsa4096.key.pub"));
}

#[test]
fn public_keys_of_both_standards_are_the_same_key() {
    for file in ["rsa4096.key.pub", "rsa4096-pkcs1.pub"] {
        let key = PublicKey::from_pem(&key_text(file)).unwrap();
        assert_eq!(&key, KEY.public(), "{file}");
    }
}

#[test]
fn debug_says_nothing_of_the_key() {
    assert_eq!(format!("{:?}", *KEY), "PrivateKey([redacted], 4096 bits)");
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{feff}{text}")
        .encode_utf16()
        .flat_map(bytes)
        .collect()
}

fn lines(text: &str) -> String {
    let lines: Vec<&str> = text
        .as_bytes()
        .chunks(76)
        .map(|line| std::str::from_utf8(line).unwrap())
        .collect();
    lines.join("\n")
}
