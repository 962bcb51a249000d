//! The table as JUnit XML: one suite a group, one case a line.

use roomkey_core::junit;
use roomkey_core::junit::Outcome;
use roomkey_core::junit::Suite;
use roomkey_core::junit::TestCase;
use roomkey_core::matrix::Group;
use roomkey_core::time::Timestamp;

use super::lines::Line;

/// The whole report.
pub(super) fn report(lines: &[Line], now: Timestamp) -> String {
    let suites = Group::ALL.map(|group| Suite {
        title: group.title().to_owned(),
        cases: lines
            .iter()
            .filter(|line| line.group == group)
            .map(test_case)
            .collect(),
    });
    let suites: Vec<Suite> = suites
        .into_iter()
        .filter(|suite| !suite.cases.is_empty())
        .collect();
    junit::report("Roomkey token matrix", &suites, now)
}

fn test_case(line: &Line) -> TestCase {
    TestCase {
        class: format!("roomkey.matrix.{}", line.group.title()),
        name: line.name.clone(),
        outcome: match &line.difference {
            None => Outcome::Passed,
            Some(difference) => Outcome::Failed(difference.clone()),
        },
        took: None,
        output: format!("{}\nsource: {}", line.output, line.source),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::lines::tests::with_a_difference;

    #[test]
    fn a_difference_is_a_failure() {
        let xml = report(&with_a_difference(), Timestamp(0));
        let suite = "<testsuite name=\"Roles\" tests=\"2\" failures=\"1\" errors=\"0\" \
                     skipped=\"0\" timestamp=\"1970-01-01T00:00:00\">";
        assert!(xml.contains(suite), "{xml}");
        let failure =
            "<failure message=\"expected &lt;a&gt; &amp; &quot;b&quot;; judged \u{fffd}\"/>";
        assert_eq!(xml.matches("<failure").count(), 1);
        assert!(xml.contains(failure), "{xml}");
    }
}
