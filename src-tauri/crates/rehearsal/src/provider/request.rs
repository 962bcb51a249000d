//! What was asked of a provider's REST, without anything that lets in.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use serde_json::Value;

/// One request.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// `GET`, `POST` and so on.
    pub method: String,
    /// The path.
    pub path: String,
    /// What stands behind the path's `?`, without it.
    pub query: Option<String>,
    /// How the token stood in the header `Authorization`.
    pub authorization: Authorization,
    /// The body; null where there was none or it was no JSON. In place of
    /// tokens there stands [`LEFT_OUT`].
    pub body: Value,
}

/// How a token stood in the header `Authorization`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authorization {
    /// There was no such header.
    Missing,
    /// Alone.
    Bare,
    /// Behind `Bearer`.
    Bearer,
}

/// What stands in place of a token.
pub const LEFT_OUT: &str = "[left out]";

impl Authorization {
    /// Reads the header, and gives the token in it.
    pub(super) fn read(headers: &HeaderMap) -> (Self, &str) {
        let text = headers
            .get(AUTHORIZATION)
            .map(|value| value.to_str().unwrap_or_default());
        match text {
            None => (Self::Missing, ""),
            Some(text) => match text.split_once(' ') {
                Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => {
                    (Self::Bearer, token)
                }
                Some(_) | None => (Self::Bare, text),
            },
        }
    }
}

/// A body with every token left out: whatever is called so, and whatever looks so.
pub(super) fn without_tokens(mut body: Value) -> Value {
    leave_out(&mut body);
    body
}

fn leave_out(value: &mut Value) {
    match value {
        Value::String(text) if text.contains("eyJ") => *value = LEFT_OUT.into(),
        Value::Array(values) => values.iter_mut().for_each(leave_out),
        Value::Object(fields) => {
            for (name, value) in fields {
                if name == "token" && !value.is_null() {
                    *value = LEFT_OUT.into();
                } else {
                    leave_out(value);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn tokens_are_left_out_wherever_they_stand() {
        let body = json!({
            "token": "anything",
            "region": "sg001",
            "deep": [{ "jwt": "Bearer eyJhbGciOi" }, 7, null],
            "hostToken": true,
        });
        let expected = json!({
            "token": LEFT_OUT,
            "region": "sg001",
            "deep": [{ "jwt": LEFT_OUT }, 7, null],
            "hostToken": true,
        });
        assert_eq!(without_tokens(body), expected);
    }
}
