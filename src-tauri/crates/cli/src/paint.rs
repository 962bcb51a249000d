//! Colours, where a terminal shows them.

use std::env;
use std::io::IsTerminal;

use anstyle::AnsiColor;
use anstyle::Style;
use clap::ColorChoice;

/// Colours a text, or leaves it as it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    is_on: bool,
}

impl Paint {
    /// For standard output: `--color` first, then `NO_COLOR` (no-color.org), then whether
    /// there is a terminal that can.
    pub(crate) fn new(choice: ColorChoice) -> Self {
        let is_on = match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => {
                let is_refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
                let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
                !is_refused && !is_dumb && std::io::stdout().is_terminal()
            }
        };
        Self { is_on }
    }

    /// What is well.
    pub(crate) fn good(self, text: &str) -> String {
        self.style(AnsiColor::Green.on_default(), text)
    }

    /// What is not.
    pub(crate) fn bad(self, text: &str) -> String {
        self.style(AnsiColor::Red.on_default().bold(), text)
    }

    /// What needs a look.
    pub(crate) fn doubtful(self, text: &str) -> String {
        self.style(AnsiColor::Yellow.on_default(), text)
    }

    /// What is beside the point.
    pub(crate) fn faint(self, text: &str) -> String {
        self.style(Style::new().dimmed(), text)
    }

    /// A heading.
    pub(crate) fn strong(self, text: &str) -> String {
        self.style(Style::new().bold(), text)
    }

    fn style(self, style: Style, text: &str) -> String {
        if self.is_on {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }
}
