//! The matrix as JUnit XML: one suite a group, one case a row.

use roomkey_core::junit;
use roomkey_core::junit::Outcome;
use roomkey_core::junit::Suite;
use roomkey_core::junit::TestCase;
use roomkey_core::matrix::Group;
use roomkey_core::matrix::in_words;
use roomkey_core::time::Timestamp;

use super::matrix::Judged;

/// The whole report.
pub(super) fn report(judged: &[Judged], now: Timestamp) -> String {
    let suites = Group::ALL.map(|group| Suite {
        title: group.title().to_owned(),
        cases: judged
            .iter()
            .filter(|line| line.row.group == group)
            .map(test_case)
            .collect(),
    });
    junit::report("Roomkey token matrix", &suites, now)
}

fn test_case(line: &Judged) -> TestCase {
    TestCase {
        class: format!("roomkey.matrix.{}", line.row.group.title()),
        name: line.row.name.clone(),
        outcome: if line.is_as_expected() {
            Outcome::Passed
        } else {
            Outcome::Failed(line.differences.join("; "))
        },
        took: None,
        output: format!("{}\nsource: {}", in_words(&line.verdict), line.row.source),
    }
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
