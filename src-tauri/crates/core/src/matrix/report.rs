//! A table of judged tokens as a report, whichever provider's it is.

use super::Group;
use crate::junit;
use crate::junit::{Outcome, Suite, TestCase};
use crate::time::Timestamp;

/// One kind of token, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub group: Group,
    /// What is special about it.
    pub name: String,
    /// What came of it, in a few words.
    pub words: String,
    /// The same in all words.
    pub output: String,
    /// Who says what is expected.
    pub source: &'static str,
    /// In what it differs from what its source says; none where all is as expected.
    pub difference: Option<String>,
}

/// The table as JUnit XML: one suite a group, one case a line.
pub fn junit(lines: &[Line], now: Timestamp) -> String {
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

    #[test]
    fn a_difference_is_a_failure() {
        let line = |name: &str, difference: Option<&str>| Line {
            group: Group::Roles,
            name: name.to_owned(),
            words: "accepted".to_owned(),
            output: "accepted".to_owned(),
            source: "a source",
            difference: difference.map(str::to_owned),
        };
        let lines = [
            line("moderator", None),
            line("moderator true", Some("expected <a> & \"b\"; judged \u{1}")),
        ];
        let xml = junit(&lines, Timestamp(0));
        let suite = "<testsuite name=\"Roles\" tests=\"2\" failures=\"1\" errors=\"0\" \
                     skipped=\"0\" timestamp=\"1970-01-01T00:00:00\">";
        assert!(xml.contains(suite), "{xml}");
        let failure =
            "<failure message=\"expected &lt;a&gt; &amp; &quot;b&quot;; judged \u{fffd}\"/>";
        assert_eq!(xml.matches("<failure").count(), 1);
        assert!(xml.contains(failure), "{xml}");
    }
}
