//! What shows a meeting when the embedded webview cannot: a window made of the person's own
//! Chromium, driven over a pipe, or a page served on loopback for the system browser.
//!
//! Both show one page, whose files come from memory ([`page::Assets`]), and both are held by one
//! [`link::Link`]: texts to the page, texts from the page, and the end. What the texts mean is not
//! known here, nor what a meeting is, nor what a token is; because they may be secret, none is
//! ever written to the log.
//!
//! Left out: the embedded webview, which belongs to the application's shell, and the choice
//! between the surfaces.

pub mod browser;
pub mod chromium;
pub mod link;
pub mod loopback;
pub mod page;
pub mod profile;
