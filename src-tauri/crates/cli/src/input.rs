//! What is read from files and standard input, which `-` stands for.

use std::fs::File;
use std::io;
use std::io::Read;
use std::path::Path;

use roomkey_core::key::KeyFault;
use roomkey_core::key::PrivateKey;
use roomkey_core::key::PublicKey;
use roomkey_core::provider::Secret;
use roomkey_store::rollout;
use roomkey_store::rollout::Passphrase;
use roomkey_store::rollout::Rollout;
use zeroize::Zeroizing;

use crate::fault::Fault;

/// A larger file is no key: RSA-16384 in PEM has 13 kB.
const LARGEST_KEY: u64 = 64 * 1024;
/// A larger text holds no token that a server would take.
const LARGEST_TEXT: u64 = 1024 * 1024;

/// Reads a private key, and its passphrase where a file for it is named.
pub(crate) fn private_key(
    file: &Path,
    passphrase: Option<&Path>,
    fewest_bits: usize,
) -> Result<PrivateKey, Fault> {
    if passphrase.is_some_and(|other| is_standard_input(other) && is_standard_input(file)) {
        return Err(Fault::InputTwice);
    }
    let bytes = read(file, LARGEST_KEY)?;
    let passphrase = passphrase.map(passphrase_in).transpose()?;
    let passphrase = passphrase.as_ref().map(|text| text.as_str());
    match PrivateKey::import_of(&bytes, passphrase, fewest_bits) {
        Ok(key) => Ok(key),
        Err(KeyFault::PassphraseNeeded) => Err(Fault::Passphrase),
        Err(KeyFault::TooShort { bits }) => Err(Fault::KeyTooShort { bits, fewest_bits }),
        Err(fault) => Err(fault.into()),
    }
}

/// Reads a shared secret. The file's name is not repeated: it may be the secret itself.
pub(crate) fn secret(file: &Path) -> Result<Secret, Fault> {
    let text = match text(file, LARGEST_KEY) {
        Err(Fault::Unreadable { source, .. }) => return Err(Fault::SecretUnreadable { source }),
        text => text?,
    };
    Ok(Secret::parse(&text)?)
}

/// Reads a public key in PEM.
pub(crate) fn public_key(file: &Path) -> Result<PublicKey, Fault> {
    let text = text(file, LARGEST_KEY)?;
    Ok(PublicKey::from_pem(&text)?)
}

/// Reads a text in which a token may stand.
pub(crate) fn pasted(file: &Path) -> Result<Zeroizing<String>, Fault> {
    text(file, LARGEST_TEXT)
}

/// Reads a rollout file, and opens it.
pub(crate) fn rollout(file: &Path, passphrase: &Path) -> Result<Rollout, Fault> {
    if is_standard_input(passphrase) && is_standard_input(file) {
        return Err(Fault::InputTwice);
    }
    let sealed = read(file, rollout::LARGEST_FILE)?;
    Rollout::check(&sealed)?;
    let typed = passphrase_in(passphrase)?;
    Ok(Rollout::open(&sealed, &Passphrase::typed(&typed))?)
}

/// Reads a picture's file.
pub(crate) fn picture(file: &Path) -> Result<Vec<u8>, Fault> {
    Ok(read(file, roomkey_picture::LARGEST_FILE as u64)?.to_vec())
}

/// Whether it is `-`.
pub(crate) fn is_standard_input(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// The first line.
fn passphrase_in(file: &Path) -> Result<Zeroizing<String>, Fault> {
    let text = text(file, LARGEST_KEY)?;
    let line = text.lines().next().unwrap_or_default();
    Ok(Zeroizing::new(line.to_owned()))
}

fn text(file: &Path, largest: u64) -> Result<Zeroizing<String>, Fault> {
    let bytes = read(file, largest)?;
    match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(Zeroizing::new(text.to_owned())),
        Err(_) => Err(Fault::NoText {
            path: shown(file).to_owned(),
        }),
    }
}

fn read(file: &Path, largest: u64) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let bytes = if is_standard_input(file) {
        read_at_most(io::stdin().lock(), largest)
    } else {
        File::open(file).and_then(|file| read_at_most(file, largest))
    };
    let path = || shown(file).to_owned();
    let bytes = bytes.map_err(|source| Fault::Unreadable {
        path: path(),
        source,
    })?;
    if bytes.len() as u64 > largest {
        return Err(Fault::TooLarge { path: path() });
    }
    Ok(bytes)
}

/// One byte more than allowed shows that there are more.
fn read_at_most(source: impl Read, largest: u64) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::new());
    source.take(largest + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn shown(file: &Path) -> &Path {
    if is_standard_input(file) {
        Path::new("Standard input")
    } else {
        file
    }
}
