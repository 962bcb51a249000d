//! Finds the token in what somebody pasted.
//!
//! People have tokens bare, in an `Authorization` header, or in a meeting's
//! address, where the web client's page has it in the query and the IFrame
//! API, as JSON, in the fragment too. Nothing is decoded or judged here.

/// The token in a text: the text itself without surrounding space and quotes,
/// what follows `Bearer`, or the address's `jwt`, of which the web client
/// prefers the fragment's (jitsi-meet `parseJWTFromURLParams`). An address or
/// header without a token gives none.
pub fn token_in(text: &str) -> Option<String> {
    let text = unquoted(text);
    let token = if is_address(text) {
        unquoted(&decoded(parameter(text)?)).to_owned()
    } else {
        unquoted(after_bearer(text)).to_owned()
    };
    (!token.is_empty()).then_some(token)
}

fn is_address(text: &str) -> bool {
    text.contains("://") || text.contains("jwt=")
}

/// The value of `jwt`, the fragment's before the query's.
fn parameter(address: &str) -> Option<&str> {
    let (rest, fragment) = address.split_once('#').unwrap_or((address, ""));
    let (_, query) = rest.split_once('?').unwrap_or(("", rest));
    [fragment, query]
        .into_iter()
        .flat_map(|parameters| parameters.split('&'))
        .find_map(|parameter| parameter.strip_prefix("jwt="))
}

fn after_bearer(text: &str) -> &str {
    let text = behind(text, "authorization:").unwrap_or(text).trim_start();
    match behind(text, "bearer") {
        Some(rest) if rest.is_empty() || rest.starts_with(char::is_whitespace) => rest,
        Some(_) | None => text,
    }
    .trim_start()
}

/// What stands behind the first letters, in any case.
fn behind<'a>(text: &'a str, letters: &str) -> Option<&'a str> {
    let (first, rest) = text.split_at_checked(letters.len())?;
    first.eq_ignore_ascii_case(letters).then_some(rest)
}

fn unquoted(text: &str) -> &str {
    text.trim().trim_matches(['"', '\'']).trim()
}

/// Percent-decoding (RFC 3986, section 2.1) of what a token or its quotes
/// can be; anything else stays as it is.
fn decoded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        plain.push_str(before);
        let code = after.split_at_checked(2);
        let byte = code.and_then(|(hex, _)| u8::from_str_radix(hex, 16).ok());
        match (byte.filter(u8::is_ascii), code) {
            (Some(byte), Some((_, behind))) => {
                plain.push(char::from(byte));
                rest = behind;
            }
            _ => {
                plain.push('%');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_found_wherever_it_is() {
        for text in [
            "e30.e30.c2ln",
            "  e30.e30.c2ln\n",
            "\"e30.e30.c2ln\"",
            "Bearer e30.e30.c2ln",
            "bearer   e30.e30.c2ln",
            "Authorization: Bearer e30.e30.c2ln",
            "https://8x8.vc/vpaas-magic-cookie-1/standup?jwt=e30.e30.c2ln",
            "https://8x8.vc/a/standup?lang=de&jwt=e30.e30.c2ln&x=y#config.prejoin=true",
            "https://8x8.vc/a/standup#jwt=%22e30.e30.c2ln%22&config.x=1",
            "https://8x8.vc/a/standup?jwt=old#jitsi_meet_external_api_id=0&jwt=%22e30.e30.c2ln%22",
            "jwt=e30.e30.c2ln",
        ] {
            assert_eq!(token_in(text).as_deref(), Some("e30.e30.c2ln"), "{text}");
        }
    }

    #[test]
    fn where_there_is_none_none_is_found() {
        for text in [
            "",
            "  ",
            "\"\"",
            "Bearer ",
            "https://8x8.vc/vpaas-magic-cookie-1/standup",
            "https://8x8.vc/a/standup?jwt=",
            "https://8x8.vc/a/standup?xjwt=e30.e30.c2ln",
        ] {
            assert_eq!(token_in(text), None, "{text}");
        }
    }

    #[test]
    fn a_broken_code_stays_as_it_is() {
        assert_eq!(decoded("a%2Eb%zz%4"), "a.b%zz%4");
        assert_eq!(decoded("%C3%A9%"), "%C3%A9%");
    }
}
