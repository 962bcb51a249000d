//! `roomkeyctl tenant`: the tenants in the settings, and their way to other desks.

mod add;
mod export;
mod import;
mod remove;
mod show;

use clap::Subcommand;

use crate::answer::Answer;
use crate::fault::Fault;

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Set a tenant up; its key or secret comes with roomkeyctl key or secret
    Add(Box<add::Arguments>),
    /// List the tenants
    List,
    /// Show everything about one tenant
    Show(show::Arguments),
    /// Set this desk up with a rollout file
    Import(import::Arguments),
    /// Make a rollout file for other desks
    Export(export::Arguments),
    /// Forget a tenant, its rooms and its key or secret
    Remove(remove::Arguments),
}

pub(crate) fn run(command: Command) -> Result<Answer, Fault> {
    match command {
        Command::Add(arguments) => add::run(*arguments),
        Command::List => show::list(),
        Command::Show(arguments) => show::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Remove(arguments) => remove::run(&arguments),
    }
}
