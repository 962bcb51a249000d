//! Single values: each reader gives the value or says what is needed.

use std::fmt;

use serde_json::Value;

/// What a reader needs in place of what it found.
pub(super) type Needed = String;

pub(super) fn text(value: &Value) -> Result<&str, Needed> {
    value
        .as_str()
        .ok_or_else(|| "text in quotation marks is needed".to_owned())
}

/// Text of one line that is not empty; every run of space becomes one space.
pub(super) fn line(value: &Value) -> Result<String, Needed> {
    let line = text(value)?
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if line.is_empty() || line.chars().any(char::is_control) {
        return Err("text without control characters is needed".to_owned());
    }
    Ok(line)
}

pub(super) fn flag(value: &Value) -> Result<bool, Needed> {
    value
        .as_bool()
        .ok_or_else(|| "true or false is needed".to_owned())
}

pub(super) fn whole_number(value: &Value) -> Result<i64, Needed> {
    value
        .as_i64()
        .ok_or_else(|| "a whole number is needed".to_owned())
}

/// Text that a type's own `parse` takes.
pub(super) fn parsed<T, F: fmt::Display>(
    parse: impl Fn(&str) -> Result<T, F>,
) -> impl Fn(&Value) -> Result<T, Needed> {
    move |value| parse(text(value)?).map_err(|fault| fault.to_string())
}

/// One of a few words.
pub(super) fn one_of<T: Copy>(words: &[(&str, T)]) -> impl Fn(&Value) -> Result<T, Needed> {
    move |value| {
        let found = words.iter().find(|(word, _)| value.as_str() == Some(*word));
        found.map(|(_, choice)| *choice).ok_or_else(|| {
            let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            format!("one of {} is needed", words.join(", "))
        })
    }
}
