//! `roomkeyctl`, Roomkey's command line: what a tester proves of a token and
//! an admin sets up, without a window.
//!
//! It shares settings file and keyring with the application. A key comes from
//! a file, standard input or the keyring and goes to the keyring alone, and so
//! does a secret; a token goes to standard output where one was asked for, and nowhere else.

mod answer;
mod arguments;
mod clock;
mod desk;
mod doctor;
mod fault;
mod input;
mod join;
mod key;
mod paint;
mod provider;
mod role;
mod room;
mod run;
mod secret;
mod shell;
mod signer;
mod span;
mod table;
mod tenant;
mod token;
mod wait;

use std::process::ExitCode;

fn main() -> ExitCode {
    run::run(std::env::args_os().collect())
}
