//! The codes of the faults of `core`: one match for each of its error types.

use roomkey_core::app_id::AppIdFault;
use roomkey_core::change::ChangeFault;
use roomkey_core::domain::DomainFault;
use roomkey_core::key::KeyFault;
use roomkey_core::key::PublicKeyFault;
use roomkey_core::key_id::KeyIdFault;
use roomkey_core::pasted::PastedFault;
use roomkey_core::person::PersonFault;
use roomkey_core::room_name::RoomNameFault;

use super::Description;
use super::ErrorCode;

fn plain(code: ErrorCode) -> Description {
    (code, Vec::new())
}

fn found(code: ErrorCode, found: &impl ToString) -> Description {
    (code, vec![("found", found.to_string())])
}

pub(super) fn app_id(fault: &AppIdFault) -> Description {
    match fault {
        AppIdFault::Empty => plain(ErrorCode::AppIdEmpty),
        AppIdFault::NoPrefix => plain(ErrorCode::AppIdNoPrefix),
        AppIdFault::IsKeyId => plain(ErrorCode::AppIdIsKeyId),
        AppIdFault::NotHexadecimal { found: c } => found(ErrorCode::AppIdNotHexadecimal, c),
        AppIdFault::Length { found: length } => found(ErrorCode::AppIdLength, length),
    }
}

pub(super) fn key_id(fault: &KeyIdFault) -> Description {
    match fault {
        KeyIdFault::Empty => plain(ErrorCode::KeyIdEmpty),
        KeyIdFault::NoTenant => plain(ErrorCode::KeyIdNoTenant),
        KeyIdFault::Tenant(_) => plain(ErrorCode::KeyIdTenantMalformed),
        KeyIdFault::NoShortId => plain(ErrorCode::KeyIdNoShortId),
        KeyIdFault::IsAppId => plain(ErrorCode::KeyIdIsAppId),
        KeyIdFault::OtherTenant { found: tenant } => found(ErrorCode::KeyIdOfAnotherTenant, tenant),
        KeyIdFault::Character { found: c } => found(ErrorCode::KeyIdCharacter, c),
        KeyIdFault::TooLong { found: length } => found(ErrorCode::KeyIdTooLong, length),
    }
}

pub(super) fn domain(fault: &DomainFault) -> Description {
    match fault {
        DomainFault::Empty => plain(ErrorCode::DomainEmpty),
        DomainFault::Scheme => plain(ErrorCode::DomainScheme),
        DomainFault::MoreThanHost => plain(ErrorCode::DomainMoreThanHost),
        DomainFault::PlainHttp => plain(ErrorCode::DomainInsecure),
        DomainFault::Host { found: host } => found(ErrorCode::DomainMalformed, host),
        DomainFault::Port { found: port } => found(ErrorCode::DomainPort, port),
    }
}

pub(super) fn change(fault: ChangeFault) -> Description {
    match fault {
        ChangeFault::Json => plain(ErrorCode::ValueNotJson),
        ChangeFault::Place(_) => plain(ErrorCode::PlaceMalformed),
    }
}

pub(super) fn public_key(fault: &PublicKeyFault) -> Description {
    match fault {
        PublicKeyFault::NotAPublicKey => plain(ErrorCode::PublicKeyNone),
        PublicKeyFault::NotRsa => plain(ErrorCode::PublicKeyNotRsa),
        PublicKeyFault::Damaged => plain(ErrorCode::PublicKeyDamaged),
    }
}

pub(super) fn pasted(fault: PastedFault) -> Description {
    match fault {
        PastedFault::None => plain(ErrorCode::PastedNone),
        PastedFault::Several => plain(ErrorCode::PastedSeveral),
        PastedFault::TooLong => plain(ErrorCode::PastedTooLong),
        PastedFault::PrivateKey => plain(ErrorCode::PastedPrivateKey),
        PastedFault::PublicKey => plain(ErrorCode::PastedPublicKey),
    }
}

pub(super) fn person(fault: &PersonFault) -> Description {
    match fault {
        PersonFault::Id => plain(ErrorCode::PersonIdMalformed),
        PersonFault::NoName => plain(ErrorCode::PersonNameEmpty),
        PersonFault::NameControl => plain(ErrorCode::PersonNameInvisible),
        PersonFault::NameTooLong { found: length } => found(ErrorCode::PersonNameTooLong, length),
        PersonFault::Email => plain(ErrorCode::EmailMalformed),
        PersonFault::Avatar => plain(ErrorCode::AvatarMalformed),
    }
}

pub(super) fn room(fault: &RoomNameFault) -> Description {
    match fault {
        RoomNameFault::Empty => plain(ErrorCode::RoomEmpty),
        RoomNameFault::UpperCase { found: c } => found(ErrorCode::RoomHasUpperCase, c),
        RoomNameFault::Slash => plain(ErrorCode::RoomHasSlash),
        RoomNameFault::Space => plain(ErrorCode::RoomHasSpace),
        RoomNameFault::OtherLetter { found: c } => found(ErrorCode::RoomHasOtherScript, c),
        RoomNameFault::Character { found: c } => found(ErrorCode::RoomHasExcludedCharacter, c),
        RoomNameFault::TooLong { found: length } => found(ErrorCode::RoomTooLong, length),
    }
}

pub(super) fn key(fault: &KeyFault) -> Description {
    let bits = |code, bits: &usize| (code, vec![("bits", bits.to_string())]);
    match fault {
        KeyFault::Empty => plain(ErrorCode::KeyEmpty),
        KeyFault::TooLarge => plain(ErrorCode::KeyTooLarge),
        KeyFault::NotAKey => plain(ErrorCode::KeyNotAKey),
        KeyFault::PublicKey => plain(ErrorCode::KeyPublic),
        KeyFault::Certificate => plain(ErrorCode::KeyCertificate),
        KeyFault::OpenSsh => plain(ErrorCode::KeyOpenSsh),
        KeyFault::Putty => plain(ErrorCode::KeyPutty),
        KeyFault::Pkcs12 => plain(ErrorCode::KeyPkcs12),
        KeyFault::EllipticCurve => plain(ErrorCode::KeyEllipticCurve),
        KeyFault::OtherAlgorithm => plain(ErrorCode::KeyOtherAlgorithm),
        KeyFault::TooShort { bits: size } => bits(ErrorCode::KeyTooShort, size),
        KeyFault::TooLong { bits: size } => bits(ErrorCode::KeyTooLong, size),
        KeyFault::PassphraseNeeded => plain(ErrorCode::KeyPassphraseNeeded),
        KeyFault::PassphraseWrong => plain(ErrorCode::KeyPassphraseWrong),
        KeyFault::LegacyEncrypted => plain(ErrorCode::KeyLegacyEncrypted),
        KeyFault::UnsupportedEncryption => plain(ErrorCode::KeyUnsupportedEncryption),
        KeyFault::CutOff => plain(ErrorCode::KeyCutOff),
        KeyFault::Damaged => plain(ErrorCode::KeyDamaged),
    }
}
