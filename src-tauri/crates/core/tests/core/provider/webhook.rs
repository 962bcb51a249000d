//! Webhooks: the documented delivery, what may be wrong with a signature, and what a body
//! tells.

mod event;

use roomkey_core::provider::jaas::webhook::{Accident, Fit, Header, HeaderFault, Secret};
use roomkey_core::time::Timestamp;

/// The example of JaaS's documentation, “Check the webhook signatures”, whole.
pub(crate) const BODY: &str = r#"{"eventType":"PARTICIPANT_JOINED","sessionId":"9a441d60-ceaf-4eba-b0a8-a7d940a76e1b","timestamp":1632490058278,"fqn":"vpaas-magic-cookie-96f0941768964ab380ed0fbada7a502f/sampleappromanticshiftsstripas","idempotencyKey":"9e9e7420-562d-4659-8e22-44b9b22aaa49","customerId":"96f0941768964ab380ed0fbada7a502f","appId":"vpaas-magic-cookie-96f0941768964ab380ed0fbada7a502f","data":{"avatar":"","name":"Test User","id":"auth0|5f903d7a77f3b4006eb8e67d","participantJid":"fc1ea14a-9bca-4218-a563-8c627e803d56@8x8.vc","moderator":true,"email":"test.user@company.com"}}"#;
const SECRET: &str = "whsec_9635df66714a4cf088ee9d0979dd3bf6";
const V1: &str = "xlzqEojlh4qb21sQpXYsWgyK8x9HVpz+RQldsv18rV0=";
const T: &str = "1632490060";

#[test]
fn the_documented_example_fits() {
    let header = Header::parse(&format!("t={T},v1={V1}")).unwrap();
    assert_eq!(header.at(), Timestamp(1_632_490_060));
    assert_eq!(header.fits(&secret(), BODY), Fit::AsPasted);
}

#[test]
fn a_header_is_read_as_people_paste_it() {
    let nothing = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    for text in [
        format!("X-Jaas-Signature: t={T},v1={V1}"),
        format!("x-jaas-signature:t={T}, v1={V1}\n"),
        format!("\"t={T},v1={V1}\""),
        format!("'X-Jaas-Signature: t={T},v1={V1}'"),
        format!("v1={V1},t={T}"),
        format!("t={T},v0=x,v2=y,unknown,v1={V1}"),
        format!("t={T},v1={nothing},v1={V1}"),
        format!("t={T},v1=cut,v1={V1}"),
    ] {
        let header = Header::parse(&text).unwrap();
        assert_eq!(header.fits(&secret(), BODY), Fit::AsPasted, "{text}");
    }
}

#[test]
fn what_is_wrong_with_a_header_is_said() {
    let cases = [
        (String::new(), HeaderFault::Empty),
        ("X-Jaas-Signature:".to_owned(), HeaderFault::Empty),
        (V1.to_owned(), HeaderFault::NoTime),
        (format!("v1={V1}"), HeaderFault::NoTime),
        (format!("t=,v1={V1}"), HeaderFault::TimeMalformed),
        (format!("t=-1,v1={V1}"), HeaderFault::TimeMalformed),
        (format!("t=+1,v1={V1}"), HeaderFault::TimeMalformed),
        (format!("t=soon,v1={V1}"), HeaderFault::TimeMalformed),
        (
            format!("t=99999999999999999999,v1={V1}"),
            HeaderFault::TimeMalformed,
        ),
        (format!("t={T},t={T},v1={V1}"), HeaderFault::SeveralTimes),
        (format!("t={T}"), HeaderFault::NoSignature),
        (format!("t={T},v0={V1}"), HeaderFault::NoSignature),
        (format!("t={T},v1="), HeaderFault::SignatureMalformed),
        (
            format!("t={T},v1=xlzqEojl"),
            HeaderFault::SignatureMalformed,
        ),
        (
            format!("t={T},v1={}", V1.trim_end_matches('=')),
            HeaderFault::SignatureMalformed,
        ),
    ];
    for (text, fault) in cases {
        assert_eq!(Header::parse(&text), Err(fault), "{text}");
    }
}

#[test]
fn another_body_secret_time_or_scheme_does_not_fit() {
    let header = |text: String| Header::parse(&text).unwrap();
    let good = header(format!("t={T},v1={V1}"));
    let altered = BODY.replacen("true", "false", 1);
    assert_eq!(good.fits(&secret(), &altered), Fit::Not);
    assert_eq!(good.fits(&secret(), ""), Fit::Not);
    let other = Secret::parse("whsec_9635df66714a4cf088ee9d0979dd3bf7").unwrap();
    assert_eq!(good.fits(&other, BODY), Fit::Not);
    let later = header(format!("t=1632490061,v1={V1}"));
    assert_eq!(later.fits(&secret(), BODY), Fit::Not);
    let padded = header(format!("t=0{T},v1={V1}"));
    assert_eq!(
        padded.fits(&secret(), BODY),
        Fit::Not,
        "`t` is signed as text"
    );
    let bit = header(format!("t={T},v1={}", V1.replacen('x', "y", 1)));
    assert_eq!(bit.fits(&secret(), BODY), Fit::Not);
}

/// A body with line ends of its own is signed here by the library that verifies: what is
/// tested is what becomes of it on the way.
#[test]
fn an_accident_on_the_way_is_named() {
    let header = Header::parse(&format!("t={T},v1={V1}")).unwrap();
    let laid_out = BODY.replace(',', ",\n  ").replace(':', ": ");
    // The example's texts hold neither comma nor colon, so that nothing but space is added.
    for (accident, pasted) in [
        (Accident::LineEndAdded, format!("{BODY}\n")),
        (Accident::LineEndAdded, format!("{BODY}\r\n")),
        (Accident::SpaceAround, format!("  {BODY} \n\n")),
        (Accident::ByteOrderMark, format!("\u{feff}{BODY}")),
        (Accident::LaidOut, laid_out),
    ] {
        let fit = header.fits(&secret(), &pasted);
        assert_eq!(fit, Fit::After { accident }, "{pasted}");
    }
    // Signed by Python: hmac.new(secret, b"1632490060." + body, "sha256").
    for (body, v1, pasted, accident) in SIGNED_BY_PYTHON {
        let header = Header::parse(&format!("t={T},v1={v1}")).unwrap();
        assert_eq!(header.fits(&secret(), body), Fit::AsPasted, "{body:?}");
        let fit = header.fits(&secret(), pasted);
        assert_eq!(fit, Fit::After { accident }, "{pasted:?}");
    }
}

const SIGNED_BY_PYTHON: [(&str, &str, &str, Accident); 3] = [
    (
        "{\n\"a\":1}",
        "VPZWt6vvC3atFU32Wbb/ycWAOgvIQCR9ISkAkqwpLb8=",
        "{\r\n\"a\":1}",
        Accident::CarriageReturnsAdded,
    ),
    (
        "{\r\n\"a\":1}",
        "K0uP3FADOw4xldQkfj6KxWYWZ7DDxoibm9y+ypot/oQ=",
        "{\n\"a\":1}",
        Accident::CarriageReturnsLost,
    ),
    (
        "{\"a\":1}\n",
        "h25ciPzfBMmLJ8mGIdJe8KjxgNHZytY9XKxwk7rmHXo=",
        "{\"a\":1}",
        Accident::LineEndLost,
    ),
];

fn secret() -> Secret {
    Secret::parse(SECRET).unwrap()
}
