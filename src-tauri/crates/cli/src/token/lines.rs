//! A table of judged tokens, line by line, whichever provider's it is.

use roomkey_core::matrix::Group;
use roomkey_core::matrix::Line;

use crate::answer::Ending;
use crate::paint::Paint;
use crate::table::Table;

/// How many are as expected.
pub(super) fn passed(lines: &[Line]) -> usize {
    let is_right = |line: &&Line| line.difference.is_none();
    lines.iter().filter(is_right).count()
}

pub(super) fn ending(lines: &[Line]) -> Ending {
    if passed(lines) == lines.len() {
        Ending::Yes
    } else {
        Ending::No
    }
}

pub(super) fn text(lines: &[Line], paint: Paint) -> String {
    let mut text = String::new();
    for group in Group::ALL {
        let of_group: Vec<&Line> = lines.iter().filter(|line| line.group == group).collect();
        if of_group.is_empty() {
            continue;
        }
        let mut table = Table::<3>::new(2);
        for line in &of_group {
            match &line.difference {
                None => table.line(["pass", &line.name, &line.words]),
                Some(difference) => table.line(["FAIL", &line.name, difference]),
            }
        }
        let table = table.render(|column, number, cell| {
            let line = of_group.get(number);
            let is_as_expected = line.is_some_and(|line| line.difference.is_none());
            match (column, is_as_expected) {
                (0, true) => paint.good(cell),
                (0, false) => paint.bad(cell),
                (2, true) => paint.faint(cell),
                _ => cell.to_owned(),
            }
        });
        text.push_str(&format!("{}\n{table}\n", paint.strong(group.title())));
    }
    let passed = passed(lines);
    let sum = format!("{passed} of {} as expected", lines.len());
    text.push_str(&if passed == lines.len() {
        paint.good(&sum)
    } else {
        paint.bad(&sum)
    });
    text
}

#[cfg(test)]
mod tests {
    use clap::ColorChoice;

    use super::*;

    /// Two lines, of which the second came out differently.
    fn with_a_difference() -> Vec<Line> {
        let line = |name: &str, difference: Option<&str>| Line {
            group: Group::Roles,
            name: name.to_owned(),
            words: "accepted".to_owned(),
            output: "accepted".to_owned(),
            source: "a source",
            difference: difference.map(str::to_owned),
        };
        vec![
            line("moderator", None),
            line("moderator true", Some("expected <a> & \"b\"; judged \u{1}")),
        ]
    }

    #[test]
    fn a_difference_is_a_no_and_is_seen() {
        let lines = with_a_difference();
        assert_eq!(ending(&lines), Ending::No);
        assert_eq!(ending(&lines[..1]), Ending::Yes);
        let text = text(&lines, Paint::new(ColorChoice::Never));
        assert!(
            text.starts_with("Roles\n  pass  moderator       accepted\n"),
            "{text}"
        );
        assert!(
            text.contains("  FAIL  moderator true  expected <a>"),
            "{text}"
        );
        assert!(text.ends_with("1 of 2 as expected"), "{text}");
        assert!(!text.contains("Features"), "{text}");
    }
}
