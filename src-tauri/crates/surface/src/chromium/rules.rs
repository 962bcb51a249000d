//! What the window may load, and with which headers the page is answered.
//!
//! Every request to our own origin and every request for a document passes here before it leaves
//! the browser. The page is answered from memory. The frames that the page itself makes may show
//! the allowed origins alone. What a tenant's own document frames in turn is the tenant's matter,
//! as in any browser.

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use url::{Origin, Url};

use super::{Grant, OpenFault};
use crate::page::{Asset, Assets};

/// The frames of a window, by the browser's ids.
#[derive(Default)]
pub(super) struct Frames {
    /// The page itself.
    pub(super) top: String,
    /// Frames that the page made.
    pub(super) inner: HashSet<String>,
    /// Other windows that were opened from this one.
    pub(super) strangers: HashSet<String>,
}

/// What becomes of a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Decision {
    /// Answered from memory, or with 404.
    Answer(Option<Asset>),
    /// Goes on to the network.
    Let,
    /// Does not happen.
    Refuse,
    /// Does not happen here: the window is closed, and its address is for the system browser.
    HandOut(String),
}

/// The rules of one window.
pub(super) struct Rules {
    origin: Origin,
    origin_text: String,
    address: String,
    allowed: Vec<Origin>,
    granted: Vec<String>,
    assets: Assets,
}

impl Rules {
    pub(super) fn new(
        origin: &str,
        path: &str,
        allowed: &[String],
        grants: &[Grant],
        assets: Assets,
    ) -> Result<Self, OpenFault> {
        let granted: Vec<&str> = grants.iter().map(|grant| grant.origin.as_str()).collect();
        let origin = parse_origin(origin)?;
        let origin_text = origin.ascii_serialization();
        Ok(Self {
            address: format!("{origin_text}{path}"),
            allowed: allowed
                .iter()
                .map(|allowed| parse_origin(allowed))
                .collect::<Result<_, _>>()?,
            granted: granted
                .into_iter()
                .map(|granted| Ok(parse_origin(granted)?.ascii_serialization()))
                .collect::<Result<_, OpenFault>>()?,
            origin,
            origin_text,
            assets,
        })
    }

    /// The page's own origin.
    pub(super) fn origin(&self) -> &str {
        &self.origin_text
    }

    /// The page's address.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// The page's document.
    pub(super) fn page(&self) -> Option<Asset> {
        self.asset("GET", Url::parse(&self.address).ok()?.path())
    }

    /// Whether someone gets camera, microphone and display.
    pub(super) fn grants_devices(&self) -> bool {
        !self.granted.is_empty()
    }

    /// Whether an address is one of the page's own origin.
    pub(super) fn is_ours(&self, address: &str) -> bool {
        Url::parse(address).is_ok_and(|address| address.origin() == self.origin)
    }

    /// Decides on a request of a frame.
    pub(super) fn decide(&self, frames: &Frames, request: &Request<'_>) -> Decision {
        let Ok(address) = Url::parse(request.address) else {
            return Decision::Refuse;
        };
        let stranger = frames.strangers.contains(request.frame);
        if address.origin() == self.origin {
            if stranger || (request.document && request.frame != frames.top) {
                return Decision::Refuse;
            }
            return Decision::Answer(self.asset(request.method, address.path()));
        }
        if stranger {
            return match address.scheme() {
                "http" | "https" => Decision::HandOut(address.into()),
                _ => Decision::Refuse,
            };
        }
        if !request.document {
            return Decision::Let;
        }
        if request.frame == frames.top {
            return Decision::Refuse;
        }
        if frames.inner.contains(request.frame) && !self.allowed.contains(&address.origin()) {
            return Decision::Refuse;
        }
        Decision::Let
    }

    /// The headers of an answer: those of the file, and those that are not left to it.
    pub(super) fn headers(&self, asset: &Asset) -> Vec<(String, String)> {
        let ours = [
            ("Content-Type", asset.content_type.clone()),
            ("Cache-Control", "no-store".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Permissions-Policy", self.permissions_policy()),
        ];
        let theirs = asset.headers.iter().filter(|(name, _)| {
            !ours
                .iter()
                .any(|(our_name, _)| our_name.eq_ignore_ascii_case(name))
        });
        theirs
            .cloned()
            .chain(
                ours.iter()
                    .map(|(name, value)| ((*name).to_owned(), value.clone())),
            )
            .collect()
    }

    /// Chromium judges camera, microphone and display by the window's own origin and leaves it to
    /// the page whom it hands them to; this header binds the page to the granted origins. The
    /// page must be named too, for what it has not it cannot hand on.
    fn permissions_policy(&self) -> String {
        let mut who = Vec::new();
        if self.grants_devices() {
            who.push("self".to_owned());
        }
        who.extend(self.granted.iter().map(|origin| format!("\"{origin}\"")));
        let who = who.join(" ");
        DEVICES.map(|device| format!("{device}=({who})")).join(", ")
    }

    fn asset(&self, method: &str, path: &str) -> Option<Asset> {
        if method != "GET" {
            return None;
        }
        (self.assets)(path)
    }
}

/// A request that waits for its decision.
pub(super) struct Request<'a> {
    /// The frame that makes it, or that it will fill.
    pub(super) frame: &'a str,
    /// The address, without a fragment.
    pub(super) address: &'a str,
    /// The HTTP method.
    pub(super) method: &'a str,
    /// Whether it is for a document, of a window or a frame.
    pub(super) document: bool,
}

fn parse_origin(text: &str) -> Result<Origin, OpenFault> {
    let fault = || OpenFault::Origin(text.to_owned());
    let origin = Url::parse(text).map_err(|_| fault())?.origin();
    if origin.is_tuple() {
        Ok(origin)
    } else {
        Err(fault())
    }
}

/// The features of Permissions Policy that a grant is about.
const DEVICES: [&str; 3] = ["camera", "microphone", "display-capture"];
