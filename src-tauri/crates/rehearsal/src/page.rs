//! The files of the IFrame API script and of the pages, which are part of the
//! program.

use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::briefing::Briefing;

/// The IFrame API script: the wire and the interface over it, in a scope of
/// their own.
pub(crate) const SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("../page/wire.js"),
    include_str!("../page/external_api.js"),
    "})();\n"
);

/// The wire as the room page's module imports it.
const WIRE: &str = concat!(include_str!("../page/wire.js"), "export { openWire };\n");

const ROOM: &str = include_str!("../page/room.html");
const VISIT: &str = include_str!("../page/visit.html");
const ICONS: &str = include_str!("../page/icons.html");
/// Where the briefing, the icons and the script's name stand in a document.
const BRIEFING: &str = "{briefing}";
const ICONS_HERE: &str = "{icons}";
const SCRIPT_NAME: &str = "{script}";

/// Serves the pages' files.
pub(crate) fn files<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/rehearsal/{file}", get(served))
}

async fn served(Path(name): Path<String>) -> Response {
    match file(&name) {
        Some(file) => ([(CONTENT_TYPE, file.content_type)], file.text).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A file of a page.
#[derive(Clone, Copy, Debug)]
struct File {
    content_type: &'static str,
    text: &'static str,
}

/// The file of that name, if there is one.
fn file(name: &str) -> Option<File> {
    let text = match name {
        "wire.js" => WIRE,
        // The interface's own colours and sizes, so that the room looks like it.
        "tokens.css" => include_str!("../../../../ui/src/styles/tokens.css"),
        "roomkey.svg" => include_str!("../../../icons/roomkey.svg"),
        "base.css" => include_str!("../page/base.css"),
        "controls.css" => include_str!("../page/controls.css"),
        "room.css" => include_str!("../page/room.css"),
        "verdict.css" => include_str!("../page/verdict.css"),
        "room.js" => include_str!("../page/room.js"),
        "address.js" => include_str!("../page/address.js"),
        "client.js" => include_str!("../page/client.js"),
        "connection.js" => include_str!("../page/connection.js"),
        "director.js" => include_str!("../page/director.js"),
        "elements.js" => include_str!("../page/elements.js"),
        "guest.js" => include_str!("../page/guest.js"),
        "host.js" => include_str!("../page/host.js"),
        "media.js" => include_str!("../page/media.js"),
        "menu.js" => include_str!("../page/menu.js"),
        "meter.js" => include_str!("../page/meter.js"),
        "memory.js" => include_str!("../page/memory.js"),
        "pace.js" => include_str!("../page/pace.js"),
        "people.js" => include_str!("../page/people.js"),
        "prebuilt.js" => include_str!("../page/prebuilt.js"),
        "reports.js" => include_str!("../page/reports.js"),
        "roster.js" => include_str!("../page/roster.js"),
        "verdict.js" => include_str!("../page/verdict.js"),
        "view.js" => include_str!("../page/view.js"),
        "visit.js" => include_str!("../page/visit.js"),
        "visit_words_de.js" => include_str!("../page/visit_words_de.js"),
        "visit_words_en.js" => include_str!("../page/visit_words_en.js"),
        "words.js" => include_str!("../page/words.js"),
        "token_de.js" => include_str!("../page/token_de.js"),
        "token_en.js" => include_str!("../page/token_en.js"),
        "words_de.js" => include_str!("../page/words_de.js"),
        "words_en.js" => include_str!("../page/words_en.js"),
        _ => return None,
    };
    let content_type = match name.rsplit_once('.') {
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "svg")) => "image/svg+xml",
        _ => "text/javascript; charset=utf-8",
    };
    Some(File { content_type, text })
}

/// The room's document.
pub(crate) fn room(briefing: &Briefing) -> String {
    let json = serde_json::to_string(briefing).expect("a briefing is plain JSON");
    ROOM.replace(ICONS_HERE, ICONS)
        .replace(BRIEFING, &attribute_escaped(&json))
}

/// The document of another provider's page, which one script makes its own.
pub(crate) fn visit(script: &str) -> String {
    VISIT
        .replace(ICONS_HERE, ICONS)
        .replace(SCRIPT_NAME, script)
}

fn attribute_escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}
