//! What somebody who watches a page reads in it, one after the other. It is written down in
//! the page at every change, so that a word of half a second is not missed.

use serde_json::Value;

/// Begins to write down what can be read, and gives all of it so far. Of the meeting page
/// that is what stands over the frame, without what only a screen reader hears.
pub(crate) const WRITE_DOWN: &str = "
    if (!window.writtenDown) {
        const texts = window.writtenDown = [];
        const shown = () => {
            const meeting = document.querySelector('main > .place')?.parentElement;
            const parts = meeting ? [...meeting.children] : [document.body];
            const read = parts.filter((part) => part?.checkVisibility() && !part.matches('.unseen'));
            return read.map((part) => part.innerText).join('\\n');
        };
        const write = () => {
            const text = shown();
            if (texts.at(-1) !== text) texts.push(text);
        };
        const changes = { subtree: true, childList: true, characterData: true, attributes: true };
        new MutationObserver(write).observe(document, changes);
        write();
    }
    return { since: performance.timeOrigin, texts: window.writtenDown };
";

/// What was read, one text after the other.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    texts: Vec<String>,
    /// Where the reader is.
    at: usize,
}

/// How much of one page was read. A page that is loaded again begins anew.
#[derive(Debug, Default)]
pub(crate) struct Bookmark {
    since: f64,
    read: usize,
}

impl Seen {
    /// Adds what [`WRITE_DOWN`] gave and was not read yet.
    pub(crate) fn add(&mut self, mut written: Value, bookmark: &mut Bookmark) {
        let since = written["since"].as_f64().unwrap_or_default();
        let texts: Vec<String> =
            serde_json::from_value(written["texts"].take()).unwrap_or_default();
        if since != bookmark.since {
            *bookmark = Bookmark { since, read: 0 };
        }
        let read = std::mem::replace(&mut bookmark.read, texts.len());
        self.texts.extend(texts.into_iter().skip(read));
    }

    /// Whether something is said from where the reader is on; if so, the reader goes there.
    pub(crate) fn says(&mut self, words: &str) -> bool {
        let rest = self.texts.iter().skip(self.at);
        let found = rest.map(|text| text.contains(words)).position(|says| says);
        self.at += found.unwrap_or_default();
        found.is_some()
    }

    /// From here on, only what is new counts.
    pub(crate) fn turn_the_page(&mut self) {
        self.at = self.texts.len();
    }

    /// What was read last.
    pub(crate) fn last(&self) -> &str {
        self.texts.last().map_or("", String::as_str)
    }
}
