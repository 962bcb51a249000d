//! Finds the token in what somebody pasted.
//!
//! People have tokens bare, in an `Authorization` header, or in a meeting's
//! address, where the web client's page has it in the query and the IFrame
//! API, as JSON, in the fragment too. Logs have them among other words.
//! Nothing is decoded or judged here.

/// More text is not looked through: a server's log, say.
const LONGEST_TEXT: usize = 1024 * 1024;

/// A longer token fits into no address: servers stop at a few kilobytes.
const LONGEST_TOKEN: usize = 64 * 1024;

/// How a token begins: the first two letters of a JSON object in base64url.
const BEGINNING: &str = "eyJ";

/// The one token in a text of any kind, a line of a log included.
pub fn find(text: &str) -> Result<String, PastedFault> {
    if text.len() > LONGEST_TEXT {
        return Err(PastedFault::TooLong);
    }
    // PEM as it is, and wrapped in base64 once more.
    if text.contains("PRIVATE KEY") || text.contains("LS0tLS1CRUdJTi") {
        return Err(PastedFault::PrivateKey);
    }
    if text.contains("PUBLIC KEY") {
        return Err(PastedFault::PublicKey);
    }
    let token = match token_in(text) {
        Some(word) if !word.contains(char::is_whitespace) => word,
        Some(_) | None => among_words(text)?,
    };
    if token.len() > LONGEST_TOKEN {
        return Err(PastedFault::TooLong);
    }
    Ok(token)
}

/// Why no token was taken out of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PastedFault {
    /// There is none.
    #[error("There is no token in it. Give a token, a Bearer header, or an address with ?jwt=")]
    None,
    /// There are several different ones.
    #[error("There are several tokens in it. Give one of them alone")]
    Several,
    /// It is longer than what a token can be.
    #[error("This is longer than any token. Give the token alone")]
    TooLong,
    /// It is a private key.
    #[error(
        "This is a private key and no token. Clear the clipboard, and keep the key out of everything but Roomkey's set-up"
    )]
    PrivateKey,
    /// It is a public key.
    #[error("This is a public key and no token. Give the token")]
    PublicKey,
}

/// The token among the words of a text; the same one may stand there twice.
fn among_words(text: &str) -> Result<String, PastedFault> {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "-_.=".contains(letter);
    let mut found: Option<&str> = None;
    for run in text.split(|letter| !is_letter(letter)) {
        // What stands before it is a name such as `jwt=`, or what is left of a `%22`.
        let Some((_, token)) = run.find(BEGINNING).map(|at| run.split_at(at)) else {
            continue;
        };
        let token = token.trim_end_matches(['.', '=']);
        if !token.contains('.') {
            continue;
        }
        if found.is_some_and(|other| other != token) {
            return Err(PastedFault::Several);
        }
        found = Some(token);
    }
    found.map(str::to_owned).ok_or(PastedFault::None)
}

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

    const ADA: &str = "eyJhIjoxfQ.eyJiIjoyfQ.c2ln";

    #[test]
    fn a_token_is_found_among_other_words() {
        for text in [
            ADA.to_owned(),
            format!("Bearer {ADA}"),
            format!("https://8x8.vc/a/standup#jwt=%22{ADA}%22&config.x=1"),
            format!("12:01 GET /a/standup?jwt={ADA} HTTP/1.1\" 200"),
            format!("GET /a?x=1&jwt=%22{ADA}%22&y=2 and again jwt={ADA}."),
            format!("{{\"jwt\": \"{ADA}\", \"room\": \"standup\"}}"),
            format!("Here it is:\n\n{ADA}\n\nRegards"),
        ] {
            assert_eq!(find(&text).as_deref(), Ok(ADA), "{text}");
        }
        // A broken one is for the verifier to judge.
        assert_eq!(find("a.b.c").as_deref(), Ok("a.b.c"));
    }

    #[test]
    fn what_holds_not_one_token_is_said_to_be_what_it_is() {
        let cases = [
            (
                "There was an error. It is eyJ".to_owned(),
                PastedFault::None,
            ),
            (String::new(), PastedFault::None),
            ("https://8x8.vc/a/standup".to_owned(), PastedFault::None),
            (format!("{ADA}\neyJh.eyJi.c2ln"), PastedFault::Several),
            (
                "-----BEGIN RSA PRIVATE KEY-----\nMIIE".to_owned(),
                PastedFault::PrivateKey,
            ),
            (
                "LS0tLS1CRUdJTiBQUklWQVRF".to_owned(),
                PastedFault::PrivateKey,
            ),
            (
                "-----BEGIN PUBLIC KEY-----\nMIIC".to_owned(),
                PastedFault::PublicKey,
            ),
            ("x".repeat(LONGEST_TEXT + 1), PastedFault::TooLong),
            ("rubbish ".repeat(100_000), PastedFault::None),
            ("a.b".repeat(LONGEST_TOKEN), PastedFault::TooLong),
        ];
        for (text, fault) in cases {
            let start: String = text.chars().take(40).collect();
            assert_eq!(find(&text), Err(fault), "{start}");
        }
    }

    #[test]
    fn a_broken_code_stays_as_it_is() {
        assert_eq!(decoded("a%2Eb%zz%4"), "a.b%zz%4");
        assert_eq!(decoded("%C3%A9%"), "%C3%A9%");
    }
}
