//! The kinds of pictures, told by how a file begins.

use std::fmt;

/// A kind of picture that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// ITU-T T.81
    Jpeg,
    /// PNG, ISO/IEC 15948
    Png,
    /// SVG 1.1 and what SVG 2 has in common with it
    Svg,
    /// WebP, RFC 9649
    Webp,
}

impl Kind {
    /// The kind that a file's content begins as.
    pub(crate) fn of(file: &[u8]) -> Option<Self> {
        if file.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if file.starts_with(b"\xff\xd8\xff") {
            Some(Self::Jpeg)
        } else if file.starts_with(b"RIFF") && file.get(8..12) == Some(b"WEBP") {
            Some(Self::Webp)
        } else if is_drawing(file) {
            Some(Self::Svg)
        } else {
            None
        }
    }

    /// The kind that the end of a file's name says, in upper or lower case.
    pub(crate) fn of_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" | "jpe" | "jfif" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "svg" => Some(Self::Svg),
            "webp" => Some(Self::Webp),
            _ => None,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Svg => "SVG",
            Self::Webp => "WebP",
        })
    }
}

/// Text that begins with a mark-up sign and has an `<svg` element.
fn is_drawing(file: &[u8]) -> bool {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    file.trim_ascii_start().starts_with(b"<") && file.windows(4).any(|word| word == b"<svg")
}
