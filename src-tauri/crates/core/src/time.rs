//! Points in time, as tokens count them.
//!
//! There is no clock here: whoever knows the time hands it in.

mod rfc3339;

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whole seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Reads RFC 3339, such as `2023-10-02T22:00:52Z` or `2023-10-03T00:00:52+02:00`.
    /// Fractions of a second are dropped.
    pub fn parse(text: &str) -> Result<Self, TimestampFault> {
        let seconds = rfc3339::seconds(text.trim()).ok_or(TimestampFault)?;
        Ok(Self(seconds))
    }

    /// The number of seconds.
    pub fn seconds(self) -> i64 {
        self.0
    }

    /// So many seconds later, at most the last moment that can be counted.
    #[must_use]
    pub fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// So many seconds earlier, at least the first moment that can be counted.
    #[must_use]
    pub fn minus(self, seconds: i64) -> Self {
        Self(self.0.saturating_sub(seconds))
    }

    /// Seconds from `earlier` to here; negative where that one is later.
    pub fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// RFC 3339 in UTC, such as `2023-10-02T22:00:52Z`.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = self.0.div_euclid(SECONDS_A_DAY);
        let second = self.0.rem_euclid(SECONDS_A_DAY);
        let (year, month, day) = civil(days);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
        )
    }
}

/// The text is no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is no time. Write it like 2026-09-21T14:30:00Z or 2026-09-21T16:30:00+02:00")]
pub struct TimestampFault;

const SECONDS_A_DAY: i64 = 86_400;

/// Days since 1970-01-01 to year, month and day of the Gregorian calendar.
///
/// Years are counted from March, so that the leap day is the last of its year,
/// in eras of 400 years, which all have 146,097 days.
fn civil(days: i64) -> (i64, i64, i64) {
    let from_march_of_year_0 = days + 719_468;
    let era = from_march_of_year_0.div_euclid(146_097);
    let day_of_era = from_march_of_year_0.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By `date -u -d @N +%FT%TZ`.
    #[test]
    fn moments_are_written_in_utc() {
        let cases = [
            (0, "1970-01-01T00:00:00Z"),
            (1_696_284_052, "2023-10-02T22:00:52Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (951_868_799, "2000-02-29T23:59:59Z"),
            (951_868_800, "2000-03-01T00:00:00Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (1_735_689_599, "2024-12-31T23:59:59Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (-62_135_596_800, "0001-01-01T00:00:00Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"),
        ];
        for (seconds, text) in cases {
            assert_eq!(Timestamp(seconds).to_string(), text);
        }
    }

    #[test]
    fn the_ends_of_time_hold() {
        let last = Timestamp(i64::MAX);
        assert_eq!(last.plus(1), last);
        assert_eq!(Timestamp(i64::MIN).minus(1), Timestamp(i64::MIN));
        assert_eq!(last.since(Timestamp(i64::MIN)), i64::MAX);
        assert!(last.to_string().ends_with('Z') && Timestamp(i64::MIN).to_string().ends_with('Z'));
    }

    #[test]
    fn differences_have_a_sign() {
        assert_eq!(Timestamp(10).since(Timestamp(3)), 7);
        assert_eq!(Timestamp(3).since(Timestamp(10)), -7);
    }

    #[test]
    fn a_moment_is_read_back_as_it_is_written() {
        let moments = [
            0,
            951_782_399,
            951_868_800,
            4_107_542_399,
            -1,
            -62_167_219_200,
        ];
        for seconds in moments {
            let written = Timestamp(seconds).to_string();
            assert_eq!(
                Timestamp::parse(&written),
                Ok(Timestamp(seconds)),
                "{written}"
            );
        }
    }

    #[test]
    fn offsets_fractions_and_small_letters_are_read() {
        for text in [
            "2023-10-02T22:00:52Z",
            "2023-10-02t22:00:52z",
            " 2023-10-02 22:00:52Z ",
            "2023-10-02T22:00:52.999Z",
            "2023-10-03T00:00:52+02:00",
            "2023-10-02T16:30:52-05:30",
            "2023-10-02T22:00:52-00:00",
        ] {
            assert_eq!(
                Timestamp::parse(text),
                Ok(Timestamp(1_696_284_052)),
                "{text}"
            );
        }
        let leap_second = Timestamp::parse("2016-12-31T23:59:60Z").unwrap();
        assert_eq!(leap_second.to_string(), "2017-01-01T00:00:00Z");
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "now",
            "2023-10-02",
            "2023-10-02T22:00:52",
            "2023-10-02T22:00Z",
            "2023-13-02T22:00:52Z",
            "2023-00-02T22:00:52Z",
            "2023-02-29T22:00:52Z",
            "1900-02-29T22:00:52Z",
            "2023-10-32T22:00:52Z",
            "2023-10-00T22:00:52Z",
            "2023-10-02T24:00:52Z",
            "2023-10-02T22:60:52Z",
            "2023-10-02T22:00:61Z",
            "2023-10-02T22:00:52.Z",
            "2023-10-02T22:00:52+2:00",
            "2023-10-02T22:00:52+24:00",
            "2023-10-02T22:00:52+02:60",
            "2023-10-02T22:00:52Zx",
            "+023-10-02T22:00:52Z",
            "2023-1é-2T22:00:52Z",
        ] {
            assert_eq!(Timestamp::parse(text), Err(TimestampFault), "{text}");
        }
    }
}
