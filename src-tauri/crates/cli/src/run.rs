//! From the words to the exit code: the one place that prints.

use std::ffi::OsString;
use std::io;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use serde_json::json;

use crate::answer::Answer;
use crate::answer::Ending;
use crate::arguments::Arguments;
use crate::arguments::Command;
use crate::doctor;
use crate::fault::Fault;
use crate::join;
use crate::key;
use crate::paint::Paint;
use crate::room;
use crate::secret;
use crate::shell;
use crate::tenant;
use crate::token;

/// Runs one command.
pub(crate) fn run(words: Vec<OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(&words) {
        Ok(arguments) => arguments,
        Err(misunderstood) => return explain(&misunderstood, &words),
    };
    let is_json = arguments.json;
    let ending = match obey(arguments) {
        Ok(answer) => match say(&answer, is_json) {
            Ok(()) => answer.ending,
            Err(fault) if fault.kind() == io::ErrorKind::BrokenPipe => answer.ending,
            Err(fault) => complain(&Fault::Output(fault), is_json),
        },
        Err(fault) => complain(&fault, is_json),
    };
    ExitCode::from(ending as u8)
}

fn obey(arguments: Arguments) -> Result<Answer, Fault> {
    let paint = Paint::new(arguments.color);
    match arguments.command {
        Command::Token(command) => token::run(command, paint),
        Command::Key(command) => key::run(command, paint),
        Command::Secret(command) => secret::run(command),
        Command::Tenant(command) => tenant::run(command),
        Command::Room(command) => room::run(command),
        Command::Join(arguments) => join::run(&arguments),
        Command::Doctor(arguments) => doctor::run(&arguments, paint),
        Command::Completions(arguments) => Ok(shell::completions(&arguments)),
        Command::Man(arguments) => shell::man(&arguments),
    }
}

fn say(answer: &Answer, is_json: bool) -> io::Result<()> {
    let mut output = io::stdout().lock();
    if is_json {
        serde_json::to_writer_pretty(&mut output, &answer.data)?;
        writeln!(output)?;
    } else {
        output.write_all(answer.text.as_bytes())?;
        for note in &answer.notes {
            writeln!(io::stderr(), "{note}")?;
        }
    }
    output.flush()
}

fn complain(fault: &Fault, is_json: bool) -> Ending {
    let ending = fault.ending();
    let text = if is_json {
        json!({"error": fault.to_string(), "code": ending as u8}).to_string()
    } else {
        format!("error: {fault}")
    };
    // A console that is gone cannot be told.
    let _ = writeln!(io::stderr(), "{text}");
    ending
}

/// Shows help, the version, or what is wrong with the words. Whoever gave a secret as a word
/// does not read it again.
fn explain(misunderstood: &clap::Error, words: &[OsString]) -> ExitCode {
    let is_secret = misunderstood.use_stderr()
        && (repeats_secret(&misunderstood.to_string(), words)
            || words
                .iter()
                .any(|word| looks_secret(&word.to_string_lossy())));
    let printed = if is_secret {
        writeln!(io::stderr(), "{NOT_REPEATED}")
    } else {
        misunderstood.print()
    };
    let code = match printed {
        Ok(()) => misunderstood.exit_code(),
        Err(_) => Ending::Cannot as i32,
    };
    ExitCode::from(u8::try_from(code).unwrap_or(Ending::WrongUse as u8))
}

const NOT_REPEATED: &str = "error: These words are not understood, and are not repeated because \
     one may be a secret, a key or a token. Give it in a file or on standard input, and see --help for \
     the rest";

/// Whether a message repeats what may be a secret, which looks like any word: what stands where
/// its file is named.
fn repeats_secret(message: &str, words: &[OsString]) -> bool {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let repeats = |word: &str| message.contains(&format!("'{word}'"));
    let mut is_file = false;
    let mut before = "";
    for word in &words {
        let glued = word.strip_prefix("--secret=");
        if is_file && !word.starts_with("--") && repeats(word) || glued.is_some_and(repeats) {
            return true;
        }
        let begins = word == "--secret" || before == "secret" && word == "set";
        is_file = begins || is_file && !word.starts_with("--");
        before = word;
    }
    false
}

/// A token in whatever surroundings, or a piece of PEM.
fn looks_secret(word: &str) -> bool {
    let is_token = word.contains("eyJ") && word.contains('.');
    is_token || word.contains("-----BEGIN") || word.len() > 300
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_and_keys_are_not_repeated() {
        assert!(looks_secret(
            "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJqaXRzaSJ9.c2ln"
        ));
        assert!(looks_secret(
            "https://8x8.vc/a/b?jwt=eyJhbGciOiJSUzI1NiJ9.e30.c2ln"
        ));
        assert!(looks_secret("-----BEGIN PRIVATE KEY-----"));
        assert!(!looks_secret("--romo=standup"));
    }

    #[test]
    fn a_secret_in_its_files_place_is_not_repeated() {
        let repeats = |message: &str, words: &str| {
            let words: Vec<OsString> = words.split(' ').map(OsString::from).collect();
            repeats_secret(message, &words)
        };
        let unexpected = "unexpected argument 'hush' found";
        assert!(repeats(unexpected, "roomkeyctl secret set a hush"));
        assert!(repeats(unexpected, "roomkeyctl token mint --secret a hush"));
        assert!(repeats(unexpected, "roomkeyctl token mint --secret=hush"));
        assert!(!repeats(
            unexpected,
            "roomkeyctl token mint --secret a --room hush"
        ));
        assert!(!repeats(unexpected, "roomkeyctl secret show hush"));
        assert!(!repeats(
            "--room is missing",
            "roomkeyctl token mint --secret a"
        ));
    }

    #[test]
    fn the_words_fit_together() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }
}
