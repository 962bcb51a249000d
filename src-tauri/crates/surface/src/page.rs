//! The files of the page, answered from memory.
//!
//! Where they come from (the application's own bundle, a test) is the caller's matter.

use std::fmt;
use std::sync::Arc;

/// Looks a file up by its path, which begins with `/` and carries no query.
pub type Assets = Arc<dyn Fn(&str) -> Option<Asset> + Send + Sync>;

/// One answer to a request of the page.
#[derive(Clone, PartialEq, Eq)]
pub struct Asset {
    /// The HTTP status, 200 for a file that is there.
    pub status: u16,
    /// The media type with its parameters, such as `text/html; charset=utf-8`.
    pub content_type: String,
    /// Further response headers, such as the Content-Security-Policy.
    pub headers: Vec<(String, String)>,
    /// The bytes.
    pub body: Vec<u8>,
}

impl Asset {
    /// A file that is there, with no further headers.
    pub fn new(content_type: impl Into<String>, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 200,
            content_type: content_type.into(),
            headers: Vec::new(),
            body: body.into(),
        }
    }
}

impl fmt::Debug for Asset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Asset")
            .field("status", &self.status)
            .field("content_type", &self.content_type)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}
