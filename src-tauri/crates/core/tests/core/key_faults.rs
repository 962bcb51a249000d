//! Every wrong thing that people choose, and the command that mends it.

use roomkey_core::key::{KeyFault, PrivateKey, PublicKey, PublicKeyFault};

use crate::core::fixtures::{KEY, key_file, key_text};

const MAKE: &str = "ssh-keygen -t rsa -b 4096 -m PEM -f jaasauth.key";
const RELOCK: &str = "openssl pkcs8 -topk8 -v2 aes-256-cbc -in jaasauth.key -out jaasauth-new.key";

#[test]
fn each_wrong_file_has_its_own_fault() {
    let cases = [
        ("rsa4096.key.pub", KeyFault::PublicKey, MAKE),
        ("rsa4096-pkcs1.pub", KeyFault::PublicKey, MAKE),
        ("rsa4096-ssh.pub", KeyFault::PublicKey, MAKE),
        ("rsa4096.crt", KeyFault::Certificate, MAKE),
        ("rsa4096.csr", KeyFault::Certificate, MAKE),
        (
            "rsa4096-openssh.key",
            KeyFault::OpenSsh,
            "ssh-keygen -p -m PEM -N \"\" -f jaasauth.key",
        ),
        (
            "rsa4096-openssh-locked.key",
            KeyFault::OpenSsh,
            "ssh-keygen -p -m PEM -N \"\" -f jaasauth.key",
        ),
        (
            "rsa3072-openssh.key",
            KeyFault::TooShort { bits: 3072 },
            MAKE,
        ),
        ("ed25519-openssh.key", KeyFault::EllipticCurve, MAKE),
        ("ec.key", KeyFault::EllipticCurve, MAKE),
        ("ec-pkcs8.key", KeyFault::EllipticCurve, MAKE),
        ("ec.der", KeyFault::EllipticCurve, MAKE),
        ("ed25519.key", KeyFault::EllipticCurve, MAKE),
        ("rsa-pss.key", KeyFault::OtherAlgorithm, MAKE),
        ("dsa.key", KeyFault::OtherAlgorithm, MAKE),
        ("rsa2048.key", KeyFault::TooShort { bits: 2048 }, MAKE),
        ("rsa8448.key", KeyFault::TooLong { bits: 8448 }, MAKE),
        (
            "rsa4096-locked.key",
            KeyFault::PassphraseNeeded,
            "openssl pkcs8 -in jaasauth.key -out jaasauth-open.key",
        ),
        (
            "rsa4096-locked.der",
            KeyFault::PassphraseNeeded,
            "openssl pkcs8 -in jaasauth.key -out jaasauth-open.key",
        ),
        ("rsa4096-legacy.key", KeyFault::LegacyEncrypted, RELOCK),
        (
            "rsa4096-locked-des3.key",
            KeyFault::UnsupportedEncryption,
            RELOCK,
        ),
        (
            "rsa4096-locked-v1.key",
            KeyFault::UnsupportedEncryption,
            RELOCK,
        ),
        (
            "rsa4096-locked-slow.key",
            KeyFault::UnsupportedEncryption,
            RELOCK,
        ),
        (
            "rsa4096.p12",
            KeyFault::Pkcs12,
            "openssl pkcs12 -in jaasauth.p12 -nocerts -nodes -out jaasauth.key",
        ),
    ];
    for (file, fault, command) in cases {
        let found = PrivateKey::import(&key_file(file), None).expect_err(file);
        assert_eq!(found, fault, "{file}");
        assert!(found.to_string().ends_with(command), "{file}: {found}");
    }
}

#[test]
fn a_wrong_passphrase_is_told_apart_from_none() {
    let check = "openssl pkey -in jaasauth.key -noout";
    for file in [
        "rsa4096-locked.key",
        "rsa4096-locked.der",
        "rsa4096-locked-scrypt.key",
    ] {
        let wrong = PrivateKey::import(&key_file(file), Some("open sesame")).expect_err(file);
        assert_eq!(wrong, KeyFault::PassphraseWrong, "{file}");
        assert!(wrong.to_string().ends_with(check), "{wrong}");

        let empty = PrivateKey::import(&key_file(file), Some("")).expect_err(file);
        assert_eq!(empty, KeyFault::PassphraseNeeded, "{file}");
    }
}

/// With this one the padding comes out right by chance, as for one in 256.
#[test]
fn a_wrong_passphrase_that_passes_the_padding_is_still_wrong() {
    let fault = PrivateKey::import(&key_file("rsa4096-locked.key"), Some("wrong 131")).unwrap_err();
    assert_eq!(fault, KeyFault::PassphraseWrong);
}

#[test]
fn a_locked_key_of_another_kind_is_told_once_it_is_open() {
    let locked = key_file("ec-locked.key");
    let fault = |passphrase| PrivateKey::import(&locked, passphrase).unwrap_err();
    assert_eq!(fault(None), KeyFault::PassphraseNeeded);
    assert_eq!(fault(Some("opensesame")), KeyFault::EllipticCurve);
}

#[test]
fn what_holds_no_key_is_told_apart() {
    let huge = vec![b'A'; 64 * 1024 + 1];
    let cases: Vec<(&str, &[u8], KeyFault, &str)> = vec![
        ("empty", b"", KeyFault::Empty, MAKE),
        ("blank", b" \r\n\t ", KeyFault::Empty, MAKE),
        (
            "a lone byte order mark",
            b"\xef\xbb\xbf",
            KeyFault::Empty,
            MAKE,
        ),
        ("huge", &huge, KeyFault::TooLarge, MAKE),
        ("a word", b"hello", KeyFault::NotAKey, MAKE),
        (
            "a sentence",
            "Grüße aus Köln".as_bytes(),
            KeyFault::NotAKey,
            MAKE,
        ),
        ("bytes", b"\x00\x01\x02\xff", KeyFault::NotAKey, MAKE),
        ("half UTF-16", b"\xff\xfeA", KeyFault::NotAKey, MAKE),
        (
            "base64 of a word",
            b"aGVsbG8gd29ybGQ=",
            KeyFault::NotAKey,
            MAKE,
        ),
        ("a bare sequence", b"\x30\x00", KeyFault::NotAKey, MAKE),
        (
            "some other PEM",
            b"-----BEGIN PGP MESSAGE-----\n\nx",
            KeyFault::NotAKey,
            MAKE,
        ),
        (
            "PuTTY's form",
            b"PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n",
            KeyFault::Putty,
            "ssh-keygen -p -m PEM -N \"\" -f jaasauth.key",
        ),
        (
            "an SSH line of another kind",
            b"ssh-ed25519 AAAA ada@desk",
            KeyFault::PublicKey,
            MAKE,
        ),
        (
            "an SSH2 public key",
            b"---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----",
            KeyFault::PublicKey,
            MAKE,
        ),
    ];
    for (what, bytes, fault, command) in cases {
        let found = PrivateKey::import(bytes, None).expect_err(what);
        assert_eq!(found, fault, "{what}");
        assert!(found.to_string().ends_with(command), "{what}: {found}");
    }
}

#[test]
fn a_key_that_breaks_off_says_so() {
    let pem = key_text("rsa4096.key");
    let half: String = pem.chars().take(pem.len() / 2).collect();
    let fault = PrivateKey::import(half.as_bytes(), None).unwrap_err();
    assert_eq!(fault, KeyFault::CutOff);
    assert!(fault.to_string().ends_with("cat jaasauth.key"), "{fault}");
}

#[test]
fn a_key_with_a_missing_line_is_damaged() {
    let pem = key_text("rsa4096.key");
    let lines: Vec<&str> = pem
        .lines()
        .enumerate()
        .filter(|(number, _)| *number != 20)
        .map(|(_, line)| line)
        .collect();
    let fault = PrivateKey::import(lines.join("\n").as_bytes(), None).unwrap_err();
    assert_eq!(fault, KeyFault::Damaged);
    assert!(
        fault
            .to_string()
            .ends_with("openssl pkey -in jaasauth.key -check -noout"),
        "{fault}"
    );
}

/// The structure is whole: it is the trial signature that fails.
#[test]
fn a_key_with_a_flipped_bit_in_any_number_is_never_taken() {
    let der = key_file("rsa4096-pkcs1.der");
    for at in [100, 700, 1200, 1500, 1700, 2000, 2300] {
        let mut flipped = der.clone();
        flipped[at] ^= 1;
        let fault = PrivateKey::import(&flipped, None).map(|_| at).unwrap_err();
        assert_eq!(fault, KeyFault::Damaged, "bit in byte {at}");
    }
}

/// Byte 20 begins the algorithm's parameters, which are null for RSA.
#[test]
fn a_key_with_odd_parameters_is_damaged() {
    let mut odd = key_file("rsa4096-pkcs8.der");
    assert_eq!(odd[20..22], [5, 0]);
    odd[20] = 4;
    assert_eq!(
        PrivateKey::import(&odd, None).unwrap_err(),
        KeyFault::Damaged
    );
}

#[test]
fn what_is_no_stored_key_is_damaged() {
    for file in ["rsa4096-pkcs1.der", "ec-pkcs8.key", "rsa4096-locked.der"] {
        let fault = PrivateKey::from_pkcs8_der(&key_file(file)).expect_err(file);
        assert_eq!(fault, KeyFault::Damaged, "{file}");
    }
    let mut longer = KEY.pkcs8_der().to_vec();
    longer.push(0);
    assert_eq!(
        PrivateKey::from_pkcs8_der(&longer).unwrap_err(),
        KeyFault::Damaged
    );
}

#[test]
fn public_keys_have_faults_of_their_own() {
    let fault = |file| PublicKey::from_pem(&key_text(file)).unwrap_err();
    assert_eq!(fault("rsa4096.key"), PublicKeyFault::NotAPublicKey);
    assert_eq!(fault("rsa4096-ssh.pub"), PublicKeyFault::NotAPublicKey);
    assert_eq!(PublicKey::from_pem(""), Err(PublicKeyFault::NotAPublicKey));

    let edwards = "-----BEGIN PUBLIC KEY-----\n\
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n\
        -----END PUBLIC KEY-----\n";
    assert_eq!(PublicKey::from_pem(edwards), Err(PublicKeyFault::NotRsa));

    let broken = key_text("rsa4096.key.pub").replace("MIICIj", "MIICIg");
    assert_eq!(PublicKey::from_pem(&broken), Err(PublicKeyFault::Damaged));
}

/// A provider may take less than JaaS: then a key of OpenSSH's own form is only in the wrong form.
#[test]
fn other_providers_take_smaller_keys() {
    let import = |name: &str, fewest| {
        let key = PrivateKey::import_of(&key_file(name), None, fewest);
        key.map(|key| key.bits())
    };
    assert_eq!(import("rsa2048.key", 2048), Ok(2048));
    let bits = 2048;
    assert_eq!(
        import("rsa2048.key", 3072),
        Err(KeyFault::TooShort { bits })
    );
    assert_eq!(import("rsa3072-openssh.key", 2048), Err(KeyFault::OpenSsh));
}
