//! What `inspect` says that a server would answer, the meeting understands.

use crate::inspect::Refusal;
use crate::meeting::refusal::TokenRefusal;
use crate::time::Timestamp;

#[test]
fn every_refusal_that_inspect_foretells_is_understood() {
    let now = Timestamp(1_800_000_008);
    let expired = |iat| Refusal::Expired {
        exp: 1_800_000_000.0,
        now,
        iat,
    };
    let rows = [
        (Refusal::TokenMissing, TokenRefusal::Missing),
        (Refusal::NoDot, TokenRefusal::Malformed),
        (Refusal::HeaderUnreadable, TokenRefusal::Malformed),
        (Refusal::KeyIdMissing, TokenRefusal::Malformed),
        (Refusal::KeyIdNotText, TokenRefusal::Malformed),
        (Refusal::KeyIdIncomplete, TokenRefusal::Malformed),
        (Refusal::KeyUnknown, TokenRefusal::UnknownKey),
        (Refusal::NotThreeParts, TokenRefusal::Malformed),
        (Refusal::BodyUnreadable, TokenRefusal::Malformed),
        (Refusal::Typ, TokenRefusal::Malformed),
        (Refusal::Alg, TokenRefusal::Malformed),
        (Refusal::Signature, TokenRefusal::BadSignature),
        (Refusal::ExpNotNumber, TokenRefusal::Malformed),
        (Refusal::NbfNotNumber, TokenRefusal::Malformed),
        (expired(None), TokenRefusal::Expired),
        (expired(Some(1_799_990_000.0)), TokenRefusal::Expired),
        (
            Refusal::NotYetValid {
                nbf: 1_800_000_100.0,
            },
            TokenRefusal::NotYetValid,
        ),
        (Refusal::IssuerMissing, TokenRefusal::Issuer),
        (Refusal::Issuer, TokenRefusal::Issuer),
        (Refusal::AudienceMissing, TokenRefusal::Audience),
        (Refusal::Audience, TokenRefusal::Audience),
        (Refusal::ContextMissing, TokenRefusal::NoContext),
        (Refusal::TenantMissing, TokenRefusal::WrongTenant),
        (Refusal::TenantMismatch, TokenRefusal::WrongTenant),
        // That one comes as another error, with its own failure.
        (Refusal::RoomMismatch, TokenRefusal::Other),
    ];
    for (refusal, understood) in rows {
        assert_eq!(
            TokenRefusal::read(&refusal.wire_text()),
            understood,
            "{refusal:?}"
        );
    }
}
