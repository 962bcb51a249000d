//! The matrix as JUnit XML: one suite a group, one case a row. The form is the
//! one that Jenkins, GitLab and GitHub's actions read (`testsuites`,
//! `testsuite`, `testcase`, `failure`, `system-out`).

use roomkey_core::matrix::Group;
use roomkey_core::matrix::in_words;
use roomkey_core::time::Timestamp;

use super::matrix::Judged;

/// The whole report.
pub(super) fn report(judged: &[Judged], now: Timestamp) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let all: Vec<&Judged> = judged.iter().collect();
    xml.push_str(&format!(
        "<testsuites name=\"Roomkey token matrix\" {}>\n",
        counts(&all)
    ));
    for group in Group::ALL {
        let cases: Vec<&Judged> = all
            .iter()
            .filter(|line| line.row.group == group)
            .copied()
            .collect();
        suite(&mut xml, group, &cases, now);
    }
    xml.push_str("</testsuites>\n");
    xml
}

fn suite(xml: &mut String, group: Group, cases: &[&Judged], now: Timestamp) {
    let title = group.title();
    // The form has no zone; the time is UTC.
    let timestamp = now.to_string();
    let timestamp = timestamp.trim_end_matches('Z');
    xml.push_str(&format!(
        "  <testsuite name=\"{title}\" {} errors=\"0\" skipped=\"0\" timestamp=\"{timestamp}\">\n",
        counts(cases)
    ));
    for case in cases {
        let name = escaped(&case.row.name);
        xml.push_str(&format!(
            "    <testcase classname=\"roomkey.matrix.{title}\" name=\"{name}\">\n"
        ));
        if !case.is_as_expected() {
            let message = escaped(&case.differences.join("; "));
            xml.push_str(&format!("      <failure message=\"{message}\"/>\n"));
        }
        let judged = escaped(&in_words(&case.verdict));
        let source = escaped(case.row.source);
        xml.push_str(&format!(
            "      <system-out>{judged}\nsource: {source}</system-out>\n"
        ));
        xml.push_str("    </testcase>\n");
    }
    xml.push_str("  </testsuite>\n");
}

fn counts(cases: &[&Judged]) -> String {
    let failures = cases.iter().filter(|case| !case.is_as_expected()).count();
    format!("tests=\"{}\" failures=\"{failures}\"", cases.len())
}

/// XML 1.0 has no control characters but tab and line ends, not even escaped.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\t' | '\n' => escaped.push(letter),
            _ if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {
                escaped.push('\u{fffd}')
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::matrix::tests::with_a_difference;

    #[test]
    fn a_difference_is_a_failure() {
        let (judged, setting) = with_a_difference();
        let xml = report(&judged, setting.now);
        let suite = "<testsuite name=\"Roles\" tests=\"2\" failures=\"1\" errors=\"0\" \
                     skipped=\"0\" timestamp=\"1970-01-01T00:00:00\">";
        assert!(xml.contains(suite), "{xml}");
        let failure =
            "<failure message=\"expected &lt;a&gt; &amp; &quot;b&quot;; judged \u{fffd}\"/>";
        assert_eq!(xml.matches("<failure").count(), 1);
        assert!(xml.contains(failure), "{xml}");
    }
}
