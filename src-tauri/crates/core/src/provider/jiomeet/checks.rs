//! What JioMeet's documentation says that a token must have. The server is not public, and its
//! answers give no reasons that are documented.

use super::{App, Steps};
use crate::inspect::parts::Parts;
use crate::provider::check::{
    self, Against, Finding, Question, Unchecked, body, is_text, refuse_if,
};
use crate::provider::rule::Rule;

pub(super) const QUESTIONS: [Question<App>; 7] = [
    ask(Rule::ThreeParts, three_parts, JWS),
    ask(Rule::Header, readable_header, JWS),
    ask(Rule::Body, readable_body, JWS),
    ask(
        Rule::Alg,
        alg,
        "dev.jiomeet.com: Authentication, Sign the Token",
    ),
    ask(
        Rule::Signature,
        signature,
        "dev.jiomeet.com: Authentication, Sign the Token",
    ),
    ask(
        Rule::NotExpired,
        not_expired,
        "dev.jiomeet.com: Use Short-Lived Tokens",
    ),
    ask(
        Rule::App,
        app,
        "dev.jiomeet.com: Authentication, Prepare Your Payload",
    ),
];

const JWS: &str = "RFC 7515, section 7.1";

const fn ask(
    rule: Rule,
    ask: fn(&App, &Parts, &Against<'_>) -> Finding,
    source: &'static str,
) -> Question<App> {
    Question { rule, ask, source }
}

fn three_parts(_: &App, parts: &Parts, _: &Against<'_>) -> Finding {
    check::compact(parts, None)
}

fn readable_header(_: &App, parts: &Parts, _: &Against<'_>) -> Finding {
    check::readable_header(parts, None)
}

fn readable_body(_: &App, parts: &Parts, _: &Against<'_>) -> Finding {
    check::readable_body(parts, None)
}

fn alg(app: &App, parts: &Parts, _: &Against<'_>) -> Finding {
    let alg = match app.steps {
        Steps::One => "HS256",
        Steps::Two => "RS256",
    };
    check::algorithm(parts, alg, None)
}

fn signature(_: &App, parts: &Parts, against: &Against<'_>) -> Finding {
    check::signature(parts, against, None)
}

fn not_expired(_: &App, parts: &Parts, against: &Against<'_>) -> Finding {
    check::not_expired(parts, against, None)
}

fn app(app: &App, parts: &Parts, _: &Against<'_>) -> Finding {
    let Some(body) = body(parts) else {
        return Finding::Unknown(Unchecked::NoBody);
    };
    refuse_if(
        !is_text(body, "app", app.id.as_str()),
        None,
        "The token's app is not the app's ID. Set it so, as a text",
    )
}
