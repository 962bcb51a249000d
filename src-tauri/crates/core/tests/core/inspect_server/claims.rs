//! What `luajwtjitsi.lib.lua` and 8x8 ask of the body.

use roomkey_core::inspect::{Refusal, Rule, Verdict};
use serde_json::{Value, json};

use super::{refused, remove};
use crate::core::fixtures::{APP_ID, NOW, OTHER_APP_ID, inspected};

/// `verify`: "exp must be number". Lua's null is no number and `false` is
/// absent.
#[test]
fn exp_is_no_number() {
    for exp in [
        json!("1790003600"),
        json!(null),
        json!(true),
        json!([]),
        json!({}),
    ] {
        let inspection = inspected(|_, claims| claims["exp"] = exp.clone());
        refused(
            &inspection,
            Rule::ExpNumber,
            &Refusal::ExpNotNumber,
            "exp must be number",
        );
    }
}

#[test]
fn a_token_without_an_end_is_accepted() {
    for change in [
        |claims: &mut Value| remove(claims, "exp"),
        |claims: &mut Value| claims["exp"] = json!(false),
    ] {
        let inspection = inspected(|_, claims| change(claims));
        assert!(
            matches!(inspection.verdict, Verdict::Accepted(_)),
            "{:?}",
            inspection.verdict
        );
    }
}

/// `verify`: "nbf must be number".
#[test]
fn nbf_is_no_number() {
    for nbf in [json!("0"), json!(null), json!(true)] {
        let inspection = inspected(|_, claims| claims["nbf"] = nbf.clone());
        refused(
            &inspection,
            Rule::NbfNumber,
            &Refusal::NbfNotNumber,
            "nbf must be number",
        );
    }
}

/// `verify`: "Not acceptable by exp (…)"; measured with 8.0.
#[test]
fn expired() {
    let now = NOW.seconds();
    let cases = [
        (
            json!(now),
            None,
            "Not acceptable by exp (0.0 sec since expired)",
        ),
        (
            json!(now - 8),
            None,
            "Not acceptable by exp (8.0 sec since expired)",
        ),
        (
            json!(now as f64 - 0.5),
            None,
            "Not acceptable by exp (0.5 sec since expired)",
        ),
        (
            json!(now as f64 - 1.0 / 3.0),
            None,
            "Not acceptable by exp (0.33333325386047 sec since expired)",
        ),
        (
            json!(now as f64 - 1e-5),
            None,
            "Not acceptable by exp (1.0013580322266e-05 sec since expired)",
        ),
        (
            json!(0),
            None,
            "Not acceptable by exp (1790000000.0 sec since expired)",
        ),
        (
            json!(-1e20),
            None,
            "Not acceptable by exp (1.0000000000179e+20 sec since expired)",
        ),
        (
            json!(now - 8),
            Some(now - 3608),
            "Not acceptable by exp (8.0 sec since expired, valid for:3600.0 sec)",
        ),
    ];
    for (exp, iat, text) in cases {
        let inspection = inspected(|_, claims| {
            claims["exp"] = exp.clone();
            if let Some(iat) = iat {
                claims["iat"] = json!(iat);
            }
        });
        let refusal = Refusal::Expired {
            exp: exp.as_f64().unwrap(),
            now: NOW,
            iat: iat.map(|iat| iat as f64),
        };
        refused(&inspection, Rule::NotExpired, &refusal, text);
    }
    let last_second = inspected(|_, claims| claims["exp"] = json!(now + 1));
    assert!(matches!(last_second.verdict, Verdict::Accepted(_)));
}

/// `verify`: "Not acceptable by nbf"; measured.
#[test]
fn not_yet_valid() {
    let soon = NOW.seconds() + 1;
    let inspection = inspected(|_, claims| claims["nbf"] = json!(soon));
    let refusal = Refusal::NotYetValid { nbf: soon as f64 };
    refused(&inspection, Rule::Begun, &refusal, "Not acceptable by nbf");

    let first_second = inspected(|_, claims| claims["nbf"] = json!(NOW.seconds()));
    assert!(matches!(first_second.verdict, Verdict::Accepted(_)));
}

/// `verify`: "'iss' claim is missing" and "invalid 'iss' claim"; the second
/// measured. The accepted ones are those of `prosody.cfg.lua.j2`.
#[test]
fn issuer() {
    let missing = inspected(|_, claims| remove(claims, "iss"));
    refused(
        &missing,
        Rule::Issuer,
        &Refusal::IssuerMissing,
        "'iss' claim is missing",
    );
    for iss in [json!("CHAT"), json!(""), json!(null), json!(["chat"])] {
        let inspection = inspected(|_, claims| claims["iss"] = iss.clone());
        refused(
            &inspection,
            Rule::Issuer,
            &Refusal::Issuer,
            "invalid 'iss' claim",
        );
    }
    for iss in ["jitsi", "chat", "callresponse", "spot", "PROD-SPOT", "vmms"] {
        let inspection = inspected(|_, claims| claims["iss"] = json!(iss));
        assert!(matches!(inspection.verdict, Verdict::Accepted(_)), "{iss}");
    }
}

/// `verify`: "'aud' claim is missing" and "invalid 'aud' claim"; the second
/// measured.
#[test]
fn audience() {
    let missing = inspected(|_, claims| remove(claims, "aud"));
    refused(
        &missing,
        Rule::Audience,
        &Refusal::AudienceMissing,
        "'aud' claim is missing",
    );
    for aud in [json!("8x8"), json!(["jitsi"]), json!(null)] {
        let inspection = inspected(|_, claims| claims["aud"] = aud.clone());
        refused(
            &inspection,
            Rule::Audience,
            &Refusal::Audience,
            "invalid 'aud' claim",
        );
    }
    for aud in ["jitsi", "spot", "SPOT"] {
        let inspection = inspected(|_, claims| claims["aud"] = json!(aud));
        assert!(matches!(inspection.verdict, Verdict::Accepted(_)), "{aud}");
    }
}

/// `process_and_verify_token`: "jwt missing required context claim"; measured.
#[test]
fn no_context() {
    for change in [
        |claims: &mut Value| remove(claims, "context"),
        |claims: &mut Value| claims["context"] = json!(null),
    ] {
        let inspection = inspected(|_, claims| change(claims));
        let text = "jwt missing required context claim";
        refused(&inspection, Rule::Context, &Refusal::ContextMissing, text);
    }
}

/// `validate_vpaas_token`: "'tenant' is missing from session" and "kid and
/// jwt tenant do not match"; the second measured. Case counts.
#[test]
fn tenant() {
    let missing = inspected(|_, claims| remove(claims, "sub"));
    let text = "'tenant' is missing from session";
    refused(&missing, Rule::Tenant, &Refusal::TenantMissing, text);
    let subs = [
        json!(OTHER_APP_ID),
        json!(APP_ID.to_uppercase()),
        json!("*"),
        json!(null),
        json!(1),
    ];
    for sub in subs {
        let inspection = inspected(|_, claims| claims["sub"] = sub.clone());
        let text = "kid and jwt tenant do not match";
        refused(&inspection, Rule::Tenant, &Refusal::TenantMismatch, text);
    }
}
