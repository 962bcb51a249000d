//! What the tests share: a stage with keys, a page without a browser, and a
//! host page in a browser.

pub(crate) mod chromium;
pub(crate) mod host;
pub(crate) mod page;
pub(crate) mod scene;
pub(crate) mod stage;
