//! A token, from the grant to its text, beside the raw signature of the same key.

use std::hint::black_box;
use std::time::Instant;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::RSA_PKCS1_SHA256;
use aws_lc_rs::signature::RsaKeyPair;
use roomkey_core::grant::Grant;
use roomkey_core::grant::RoomScope;
use roomkey_core::inspect::Against;
use roomkey_core::inspect::Verdict;
use roomkey_core::inspect::inspect;
use roomkey_core::key::PrivateKey;
use roomkey_core::role::Role;
use roomkey_core::room_name::RoomName;
use roomkey_core::time::Timestamp;
use roomkey_core::token::Token;
use roomkey_store::generate::generate_key;

use super::sample::Sample;
use super::tenant;

const ROUNDS: usize = 200;

#[derive(Default)]
pub(crate) struct Tokens {
    /// With the key in hand.
    pub(crate) token: Sample,
    /// The signature alone, with the key parsed before.
    pub(crate) signature: Sample,
    /// Reading the key from the form in which the keyring has it.
    pub(crate) reading: Sample,
    /// Judging the token before it is handed out.
    pub(crate) judging: Sample,
}

pub(crate) fn measure() -> Tokens {
    let key = generate_key().unwrap();
    let pair = RsaKeyPair::from_pkcs8(key.pkcs8_der()).unwrap();
    let (key_id, now) = (tenant::key_id(), Timestamp(1_800_000_000));
    let room = RoomName::parse("daily-stand-up").unwrap();
    let grant = Grant {
        app_id: key_id.app_id().clone(),
        person: tenant::person(),
        role: Role::default(),
        features: Default::default(),
        room: RoomScope::Exact(room.clone()),
        from: now.minus(10),
        until: now.plus(10_800),
        hidden_from_recorder: false,
    };
    let against = Against {
        key: Some(key.public()),
        key_id: Some(&key_id),
        room: Some(&room),
        now,
    };
    let mut tokens = Tokens::default();
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let token = Token::sign(black_box(&grant), &key_id, &key).unwrap();
        tokens.token.time(began.elapsed());

        let (message, _) = token.reveal().rsplit_once('.').unwrap();
        let mut signature = vec![0; pair.public_modulus_len()];
        let began = Instant::now();
        let random = SystemRandom::new();
        pair.sign(
            &RSA_PKCS1_SHA256,
            &random,
            message.as_bytes(),
            &mut signature,
        )
        .unwrap();
        tokens.signature.time(began.elapsed());
        black_box(&signature);

        let began = Instant::now();
        black_box(PrivateKey::from_pkcs8_der(black_box(key.pkcs8_der())).unwrap());
        tokens.reading.time(began.elapsed());

        let began = Instant::now();
        let verdict = inspect(token.reveal(), black_box(&against)).verdict;
        tokens.judging.time(began.elapsed());
        assert!(matches!(verdict, Verdict::Accepted(_)));
    }
    tokens
}
