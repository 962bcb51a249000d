//! What is asked of a provider's page, behind the `?` of its address.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use zeroize::Zeroizing;

/// An address that grows by what is asked.
pub(super) struct Address {
    text: Zeroizing<String>,
    separator: char,
}

impl Address {
    /// Begins with an address that may ask for something already.
    pub(super) fn new(text: &str) -> Self {
        Self {
            text: Zeroizing::new(text.to_owned()),
            separator: if text.contains('?') { '&' } else { '?' },
        }
    }

    /// Asks for one thing more.
    pub(super) fn ask(mut self, name: &str, value: &str) -> Self {
        // All of it at once, so that no half of a secret stays in memory that is given back.
        let mut text = Zeroizing::new(String::with_capacity(
            self.text.len() + name.len() + 3 * value.len() + 2,
        ));
        text.push_str(&self.text);
        text.push(self.separator);
        text.push_str(name);
        text.push('=');
        text.extend(encoded(value));
        self.text = text;
        self.separator = '&';
        self
    }

    /// The address as it stands.
    pub(super) fn finish(self) -> Zeroizing<String> {
        self.text
    }
}

/// What stands for itself (RFC 3986, section 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A value as an address carries it.
pub(super) fn encoded(value: &str) -> percent_encoding::PercentEncode<'_> {
    utf8_percent_encode(value, RESERVED)
}
