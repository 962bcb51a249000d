//! The order of the measurements. Those that are compared take turns, so that what else the
//! machine does meets all of them.

mod command_line;
mod host;
mod joining;
mod machine;
mod memory;
mod report;
mod roomkey;
mod rooms;
mod sample;
mod starting;
mod tenant;
mod token;

use std::env;
use std::io::Write;
use std::path::Path;

use crate::desk::Desk;
use report::Report;

/// Measures everything, or, where it was started by itself to do so, stores a key.
#[tokio::main]
pub(crate) async fn main() {
    if env::args().nth(1).as_deref() == Some(tenant::STORE_KEY) {
        tenant::store_key().await;
        return;
    }
    let machine = machine::Machine::look();
    let desk = Desk::new();
    let host = host::Host::listen();
    tenant::set_up(&desk, &host);

    say("the token");
    let token = token::measure();
    say("the command line");
    let command_line = command_line::measure(&desk);
    say("the start");
    let starts = starting::measure(&desk);
    say("joining");
    let joins = joining::measure(&desk, &host);

    say("five thousand rooms");
    let rooms = rooms::measure(&desk.path(""));

    let report = Report {
        machine,
        token,
        command_line,
        starts,
        joins,
        rooms,
    };
    let text = report.text();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/performance.md");
    std::fs::write(file, &text).unwrap();
    say(&text);
}

/// Tells whoever waits what is going on.
fn say(what: &str) {
    // Nobody may be listening.
    let _ = writeln!(std::io::stderr(), "{what}");
}
