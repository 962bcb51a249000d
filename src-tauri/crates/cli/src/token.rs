//! `roomkeyctl token`: tokens made, explained, and judged by the whole table.

mod cases;
mod inspect;
mod judge;
mod lines;
mod matrix;
mod mint;
mod report;

use clap::Subcommand;

use crate::answer::Answer;
use crate::fault::Fault;
use crate::paint::Paint;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a token and print it alone
    Mint(Box<mint::Arguments>),
    /// Explain a token and say what a server makes of it
    Inspect(Box<inspect::Arguments>),
    /// Make and judge every kind of right and wrong token
    Matrix(Box<matrix::Arguments>),
}

pub(crate) fn run(command: Command, paint: Paint) -> Result<Answer, Fault> {
    match command {
        Command::Mint(arguments) => mint::run(&arguments),
        Command::Inspect(arguments) => inspect::run(&arguments, paint),
        Command::Matrix(arguments) => matrix::run(&arguments, paint),
    }
}
