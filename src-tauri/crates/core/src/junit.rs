//! Reports as JUnit XML, in the form that Jenkins, GitLab and GitHub's actions
//! read: `testsuites`, `testsuite`, `testcase`, `failure`, `skipped` and
//! `system-out`.

use std::time::Duration;

use crate::time::Timestamp;

/// Cases that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suite {
    /// Its heading.
    pub title: String,
    /// In their order.
    pub cases: Vec<TestCase>,
}

/// One case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestCase {
    /// Where it belongs, with dots, as a class would be named.
    pub class: String,
    /// What it is called.
    pub name: String,
    /// How it went.
    pub outcome: Outcome,
    /// How long it took; none where that says nothing.
    pub took: Option<Duration>,
    /// What is to be read beside it.
    pub output: String,
}

/// How a case went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// As it should.
    Passed,
    /// Otherwise, and in what.
    Failed(String),
    /// Not to its end, and why.
    Skipped(String),
}

/// The whole report, made at `at`.
pub fn report(title: &str, suites: &[Suite], at: Timestamp) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let all: Vec<&TestCase> = suites.iter().flat_map(|suite| &suite.cases).collect();
    let title = escaped(title);
    xml.push_str(&format!("<testsuites name=\"{title}\" {}>\n", counts(&all)));
    for each in suites {
        suite(&mut xml, each, at);
    }
    xml.push_str("</testsuites>\n");
    xml
}

fn suite(xml: &mut String, suite: &Suite, at: Timestamp) {
    let title = escaped(&suite.title);
    // The form has no zone; the time is UTC.
    let timestamp = at.to_string();
    let timestamp = timestamp.trim_end_matches('Z');
    let cases: Vec<&TestCase> = suite.cases.iter().collect();
    let skipped = count(&cases, |outcome| matches!(outcome, Outcome::Skipped(_)));
    xml.push_str(&format!(
        "  <testsuite name=\"{title}\" {} errors=\"0\" skipped=\"{skipped}\" timestamp=\"{timestamp}\">\n",
        counts(&cases)
    ));
    for case in cases {
        test_case(xml, case);
    }
    xml.push_str("  </testsuite>\n");
}

fn test_case(xml: &mut String, case: &TestCase) {
    let (class, name) = (escaped(&case.class), escaped(&case.name));
    let time = case
        .took
        .map(|took| format!(" time=\"{:.3}\"", took.as_secs_f64()));
    xml.push_str(&format!(
        "    <testcase classname=\"{class}\" name=\"{name}\"{}>\n",
        time.unwrap_or_default()
    ));
    let told = match &case.outcome {
        Outcome::Passed => None,
        Outcome::Failed(why) => Some(("failure", why)),
        Outcome::Skipped(why) => Some(("skipped", why)),
    };
    if let Some((element, why)) = told {
        let message = escaped(why);
        xml.push_str(&format!("      <{element} message=\"{message}\"/>\n"));
    }
    let output = escaped(&case.output);
    xml.push_str(&format!("      <system-out>{output}</system-out>\n"));
    xml.push_str("    </testcase>\n");
}

fn counts(cases: &[&TestCase]) -> String {
    let failures = count(cases, |outcome| matches!(outcome, Outcome::Failed(_)));
    format!("tests=\"{}\" failures=\"{failures}\"", cases.len())
}

fn count(cases: &[&TestCase], is_meant: impl Fn(&Outcome) -> bool) -> usize {
    cases.iter().filter(|case| is_meant(&case.outcome)).count()
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

    #[test]
    fn outcomes_are_counted_and_texts_escaped() {
        let case = |name: &str, outcome| TestCase {
            class: "roomkey.x".to_owned(),
            name: name.to_owned(),
            outcome,
            took: Some(Duration::from_millis(1_250)),
            output: "a\nb".to_owned(),
        };
        let suites = [Suite {
            title: "Roles".to_owned(),
            cases: vec![
                case("one", Outcome::Passed),
                case("two", Outcome::Failed("<a> & \"b\" \u{1}".to_owned())),
                case("three", Outcome::Skipped("stopped".to_owned())),
            ],
        }];

        let xml = report("It's", &suites, Timestamp(0));

        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<testsuites name=\"It&apos;s\" tests=\"3\" failures=\"1\">
  <testsuite name=\"Roles\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\" timestamp=\"1970-01-01T00:00:00\">
    <testcase classname=\"roomkey.x\" name=\"one\" time=\"1.250\">
      <system-out>a
b</system-out>
    </testcase>
    <testcase classname=\"roomkey.x\" name=\"two\" time=\"1.250\">
      <failure message=\"&lt;a&gt; &amp; &quot;b&quot; \u{fffd}\"/>
      <system-out>a
b</system-out>
    </testcase>
    <testcase classname=\"roomkey.x\" name=\"three\" time=\"1.250\">
      <skipped message=\"stopped\"/>
      <system-out>a
b</system-out>
    </testcase>
  </testsuite>
</testsuites>
";
        assert_eq!(xml, expected);
    }
}
