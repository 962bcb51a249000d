//! The words that `roomkeyctl` understands; each group of commands has its own
//! in its module.

use clap::ColorChoice;
use clap::Parser;
use clap::Subcommand;

use crate::doctor;
use crate::join;
use crate::key;
use crate::room;
use crate::secret;
use crate::shell;
use crate::tenant;
use crate::token;

/// Make and judge meeting tokens, and set Roomkey up, from a terminal.
///
/// Exit codes: 0 yes (done, valid, as expected), 1 no (invalid, refused, different), 2 wrong
/// use, 3 cannot (keyring, file, network).
#[derive(Debug, Parser)]
#[command(name = "roomkeyctl", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Answer in JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,

    /// When to use colours; NO_COLOR is heeded too
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorChoice,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make tokens, and say what a server makes of them
    #[command(subcommand)]
    Token(token::Command),
    /// The tenants' signing keys, in the operating system's keyring
    #[command(subcommand)]
    Key(key::Command),
    /// The secrets that tenants share with their providers, in the operating system's keyring
    #[command(subcommand)]
    Secret(secret::Command),
    /// The tenants that Roomkey knows
    #[command(subcommand)]
    Tenant(tenant::Command),
    /// A tenant's rooms, as the launcher lists them
    #[command(subcommand)]
    Room(room::Command),
    /// Start Roomkey and join a room
    Join(join::Arguments),
    /// Check everything that a meeting needs, and say how to mend it
    Doctor(doctor::Arguments),
    /// Print a shell's completions
    Completions(shell::CompletionsArguments),
    /// Print the manual page, or write all of them into a folder
    Man(shell::ManArguments),
}
