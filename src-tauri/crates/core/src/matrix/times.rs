//! From when until when, on clocks that agree and clocks that do not. The
//! server allows no leeway.

use serde_json::json;

use super::row::Row;
use super::{Group, LIFE, Setting};
use crate::inspect::{ClientCode, Refusal};
use crate::time::Timestamp;

/// `M.verify`: `os.time() >= exp`, `os.time() < nbf`, numbers only.
const VERIFY: &str = "jitsi-meet: resources/prosody-plugins/luajwtjitsi.lib.lua";
/// By how much the maker's clock is wrong in two rows.
const SKEW: i64 = 30;

pub(super) fn rows(setting: &Setting) -> Vec<Row> {
    let row = |name: &str| Row::good(setting, Group::Times, name, VERIFY);
    let now = setting.now;
    let expired = |exp: Timestamp, iat: Option<Timestamp>| Refusal::Expired {
        exp: exp.seconds() as f64,
        now,
        iat: iat.map(|iat| iat.seconds() as f64),
    };
    let not_yet = |nbf: Timestamp| Refusal::NotYetValid {
        nbf: nbf.seconds() as f64,
    };
    let ended = now.minus(8);
    let begun = ended.minus(LIFE);
    let later = now.plus(60);
    let fast = now.plus(SKEW);
    let slow = now.minus(SKEW);
    vec![
        row("valid"),
        row("expired for 8 s")
            .set("exp", json!(ended))
            .refused(expired(ended, None))
            .reported(&[ClientCode::TokenExpired]),
        row("expired for 8 s, with the time it was made")
            .set("exp", json!(ended))
            .set("iat", json!(begun))
            .refused(expired(ended, Some(begun)))
            .reported(&[ClientCode::TokenExpired]),
        row("expires this second")
            .set("exp", json!(now))
            .refused(expired(now, None)),
        row("not yet valid")
            .set("nbf", json!(later))
            .refused(not_yet(later))
            .reported(&[ClientCode::NbfFuture]),
        row("valid from this second")
            .set("nbf", json!(now))
            .grants(|granted| granted.from = Some(now)),
        row("made by a clock 30 s fast")
            .set("nbf", json!(fast.minus(10)))
            .set("exp", json!(fast.plus(LIFE)))
            .refused(not_yet(fast.minus(10)))
            .reported(&[ClientCode::NbfFuture]),
        row("made by a clock 30 s slow")
            .set("nbf", json!(slow.minus(10)))
            .set("exp", json!(slow.plus(LIFE)))
            .grants(|granted| {
                granted.from = Some(slow.minus(10));
                granted.until = Some(slow.plus(LIFE));
            }),
        row("no exp")
            .omit("exp")
            .grants(|granted| granted.until = None)
            .reported(&[ClientCode::ExpInvalid]),
        row("no nbf")
            .omit("nbf")
            .grants(|granted| granted.from = None),
        row("exp in words")
            .set("exp", json!("soon"))
            .refused(Refusal::ExpNotNumber)
            .reported(&[ClientCode::ExpInvalid]),
        row("nbf in words")
            .set("nbf", json!("now"))
            .refused(Refusal::NbfNotNumber)
            .reported(&[ClientCode::NbfInvalid]),
        row("exp with half a second")
            .set("exp", json!(now.plus(LIFE).seconds() as f64 + 0.5))
            .grants(|granted| granted.until = Some(now.plus(LIFE + 1))),
        row("exp in milliseconds, far away")
            .set("exp", json!(now.plus(LIFE).seconds() * 1000))
            .grants(|granted| {
                granted.until = Some(Timestamp(now.plus(LIFE).seconds() * 1000));
            }),
    ]
}
