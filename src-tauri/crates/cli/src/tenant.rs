//! `roomkeyctl tenant`: the tenants in the settings.

mod add;
mod remove;
mod show;

use clap::Subcommand;

use crate::answer::Answer;
use crate::fault::Fault;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Set a JaaS tenant up; its key comes with roomkeyctl key
    Add(add::Arguments),
    /// List the tenants
    List,
    /// Show everything about one tenant
    Show(show::Arguments),
    /// Forget a tenant, its rooms and its key
    Remove(remove::Arguments),
}

pub(crate) fn run(command: Command) -> Result<Answer, Fault> {
    match command {
        Command::Add(arguments) => add::run(arguments),
        Command::List => show::list(),
        Command::Show(arguments) => show::run(&arguments),
        Command::Remove(arguments) => remove::run(&arguments),
    }
}
