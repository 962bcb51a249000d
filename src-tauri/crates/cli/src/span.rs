//! Spans of time, as people write and read them.

use roomkey_core::lifetime::Lifetime;
use roomkey_core::lifetime::LifetimeFault;
use roomkey_core::time::Timestamp;

/// Reads `90s`, `10m`, `3h`, `1h30m`, `2d`, and the same with a sign, in seconds.
pub(crate) fn seconds(text: &str) -> Result<i64, SpanFault> {
    let (sign, mut rest) = match text.trim().strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.trim().trim_start_matches('+')),
    };
    let mut total: i64 = 0;
    if rest.is_empty() {
        return Err(SpanFault::NoSpan);
    }
    while !rest.is_empty() {
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = rest.strip_suffix(digits).unwrap_or_default();
        let number: i64 = number.parse().map_err(|_| SpanFault::NoSpan)?;
        let mut letters = digits.chars();
        let unit = match letters.next() {
            Some('s') => 1,
            Some('m') => 60,
            Some('h') => 3600,
            Some('d') => 86_400,
            Some(_) | None => return Err(SpanFault::NoSpan),
        };
        let part = number.checked_mul(unit).ok_or(SpanFault::NoSpan)?;
        total = total.checked_add(part).ok_or(SpanFault::NoSpan)?;
        rest = letters.as_str();
    }
    Ok(sign * total)
}

/// Reads a token's lifetime: whole minutes, 5 to 1440.
pub(crate) fn lifetime(text: &str) -> Result<Lifetime, SpanFault> {
    let seconds = seconds(text)?;
    if seconds % 60 != 0 {
        return Err(SpanFault::NoMinutes);
    }
    let minutes = u32::try_from((seconds / 60).max(0)).unwrap_or(u32::MAX);
    Ok(Lifetime::minutes(minutes)?)
}

/// A moment as seen from another: `in 9 min`, `8 s ago`, `now`.
pub(crate) fn relative(moment: Timestamp, now: Timestamp) -> String {
    let ahead = moment.since(now);
    match ahead {
        0 => "now".to_owned(),
        1.. => format!("in {}", in_words(ahead.unsigned_abs())),
        _ => format!("{} ago", in_words(ahead.unsigned_abs())),
    }
}

/// The two largest units of a span.
pub(crate) fn in_words(seconds: u64) -> String {
    let units = [
        (seconds / 86_400, "d"),
        (seconds / 3600 % 24, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let first = units
        .iter()
        .position(|(number, _)| *number > 0)
        .unwrap_or(3);
    let words: Vec<String> = units
        .iter()
        .skip(first)
        .take(2)
        .filter(|(number, _)| *number > 0)
        .map(|(number, unit)| format!("{number} {unit}"))
        .collect();
    if words.is_empty() {
        "0 s".to_owned()
    } else {
        words.join(" ")
    }
}

/// Why a text is no span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SpanFault {
    #[error("This is no span of time. Write it like 90s, 10m, 3h or 1h30m")]
    NoSpan,
    #[error("A lifetime is counted in whole minutes. Write it like 10m, 3h or 1h30m")]
    NoMinutes,
    #[error(transparent)]
    Lifetime(#[from] LifetimeFault),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read() {
        for (text, expected) in [
            ("90s", 90),
            ("10m", 600),
            ("3h", 10_800),
            ("1h30m", 5400),
            ("2d", 172_800),
            ("-60s", -60),
            ("+5m", 300),
            ("0s", 0),
        ] {
            assert_eq!(seconds(text), Ok(expected), "{text}");
        }
        for text in [
            "",
            "-",
            "10",
            "m",
            "10x",
            "ten",
            "1.5h",
            "99999999999999999d",
            "--1s",
        ] {
            assert_eq!(seconds(text), Err(SpanFault::NoSpan), "{text}");
        }
    }

    #[test]
    fn a_lifetime_has_its_limits() {
        assert_eq!(lifetime("10m"), Ok(Lifetime::minutes(10).unwrap()));
        assert_eq!(lifetime("301s"), Err(SpanFault::NoMinutes));
        for text in ["4m", "25h", "-10m", "9999999999m"] {
            assert!(
                matches!(lifetime(text), Err(SpanFault::Lifetime(_))),
                "{text}"
            );
        }
    }

    #[test]
    fn moments_are_told_in_words() {
        let now = Timestamp(1_000_000);
        for (seconds, words) in [
            (0, "now"),
            (8, "in 8 s"),
            (-8, "8 s ago"),
            (600, "in 10 min"),
            (-5400, "1 h 30 min ago"),
            (3605, "in 1 h"),
            (90_061, "in 1 d 1 h"),
        ] {
            assert_eq!(relative(now.plus(seconds), now), words);
        }
    }
}
