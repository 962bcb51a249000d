//! Searches files and processes for a secret, in whatever form it may have been written
//! down: its bytes, base64 of either alphabet, hexadecimal digits; the texts in UTF-8 and in
//! UTF-16; whole or in pieces, with or without line breaks.

use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use roomkey_core::key::PrivateKey;
use roomkey_core::token::Token;

/// Pieces of so many bytes are searched for. Long enough to be nowhere by chance, and short
/// enough to stand whole in a line of 64 characters, wherever the line begins.
const PIECE: usize = 24;

/// In the PKCS#8 form of an RSA key of 4096 bits, everything from here on is secret; before
/// it stand the headers and the public modulus.
const SECRET_FROM: usize = 600;

/// What is searched for.
pub(crate) struct Secret {
    pieces: HashMap<[u8; 3], Vec<Vec<u8>>>,
    /// Whether a piece begins with these three bytes: most bytes of a file are passed over by
    /// this alone.
    begins: Vec<bool>,
}

impl Secret {
    /// A private key.
    pub(crate) fn key(key: &PrivateKey) -> Self {
        assert_eq!(key.bits(), 4096, "where its secret part begins is known");
        let secret = key.pkcs8_der().get(SECRET_FROM..).unwrap();
        let mut this = Self::nothing();
        // Base64 of a part of a text depends on where the text began, modulo three.
        for shift in 0..3 {
            let pieces = secret.get(shift..).unwrap().chunks_exact(PIECE);
            for piece in pieces {
                this.add(piece.to_vec());
                this.add_text(&STANDARD_NO_PAD.encode(piece));
                this.add_text(&URL_SAFE_NO_PAD.encode(piece));
                this.add_text(&hexadecimal(piece));
                this.add_text(&hexadecimal(piece).to_uppercase());
            }
        }
        this
    }

    /// A token: its claims and its signature. The header says only which key signed.
    pub(crate) fn token(token: &Token) -> Self {
        let mut this = Self::nothing();
        for part in token.reveal().split('.').skip(1) {
            for piece in part.as_bytes().chunks_exact(PIECE) {
                this.add_text(str::from_utf8(piece).unwrap());
            }
        }
        this
    }

    /// A text, such as a webhook's secret.
    pub(crate) fn text(secret: &str) -> Self {
        let mut this = Self::nothing();
        for piece in secret.as_bytes().chunks_exact(PIECE) {
            this.add_text(str::from_utf8(piece).unwrap());
            this.add_text(&STANDARD_NO_PAD.encode(piece));
        }
        this
    }

    /// Whether a part of the secret stands there.
    pub(crate) fn is_in(&self, bytes: &[u8]) -> bool {
        bytes.windows(3).enumerate().any(|(at, begin)| {
            self.begins.get(place(begin)) == Some(&true) && {
                let rest = bytes.get(at..).unwrap_or_default();
                let pieces = <[u8; 3]>::try_from(begin)
                    .ok()
                    .and_then(|begin| self.pieces.get(&begin));
                pieces.is_some_and(|pieces| pieces.iter().any(|piece| rest.starts_with(piece)))
            }
        })
    }

    /// The files of a folder that hold a part of it, named from the folder on. A folder that
    /// is not there holds none.
    pub(crate) fn in_files(&self, folder: &Path) -> Vec<PathBuf> {
        let mut found: Vec<PathBuf> = files(folder)
            .into_iter()
            .filter(|file| self.is_in(&fs::read(file).unwrap_or_default()))
            .map(|file| file.strip_prefix(folder).unwrap().to_owned())
            .collect();
        found.sort();
        found
    }

    fn nothing() -> Self {
        Self {
            pieces: HashMap::new(),
            begins: vec![false; 1 << 24],
        }
    }

    fn add_text(&mut self, text: &str) {
        self.add(text.as_bytes().to_vec());
        self.add(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    }

    fn add(&mut self, piece: Vec<u8>) {
        let begin: [u8; 3] = piece.get(..3).unwrap().try_into().unwrap();
        self.begins[place(&begin)] = true;
        self.pieces.entry(begin).or_default().push(piece);
    }
}

fn place(begin: &[u8]) -> usize {
    begin
        .iter()
        .fold(0, |place, byte| place << 8 | usize::from(*byte))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Every file under a folder; sockets and links are none.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut left = vec![folder.to_owned()];
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => left.push(entry.path()),
                Ok(kind) if kind.is_file() => files.push(entry.path()),
                _ => {}
            }
        }
    }
    files
}

#[test]
fn a_secret_is_found_in_every_form() {
    const KEY: &str = include_str!("../../src-tauri/crates/core/tests/keys/rsa4096.key");
    let key = PrivateKey::import(KEY.as_bytes(), None).unwrap();
    let secret = Secret::key(&key);
    let der = key.pkcs8_der();
    let wide: Vec<u8> = KEY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let lines: Vec<&str> = KEY.lines().collect();
    let text = STANDARD_NO_PAD.encode(der);
    let forms: [(&str, Vec<u8>); 7] = [
        ("the file", KEY.into()),
        ("its last lines alone", lines[40..].join("\r\n").into()),
        ("UTF-16", wide),
        ("DER", der.to_vec()),
        ("base64 of DER", text.clone().into()),
        ("hexadecimal", hexadecimal(der).into()),
        (
            "base64 after a word",
            STANDARD_NO_PAD.encode([b"x", der].concat()).into(),
        ),
    ];
    for (form, bytes) in forms {
        assert!(secret.is_in(&bytes), "{form}");
    }
    assert!(!secret.is_in(key.public().to_pem().as_bytes()));
    assert!(!secret.is_in(&der[..SECRET_FROM]));

    let (claims, signature) = text.split_at(1000);
    let secret = Secret::token(&Token::verbatim(["header", claims, signature].join(".")));
    assert!(secret.is_in(&signature.as_bytes()[100..200]));
    assert!(!secret.is_in(b"header"));
}
