//! Why a picture is not taken.

use crate::Kind;
use crate::LARGEST_FILE;
use crate::MOST_PIXELS;

/// What is wrong with the file, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureFault {
    /// It is larger than [`LARGEST_FILE`].
    #[error("This file is too large. Choose one of at most {} MB", LARGEST_FILE >> 20)]
    FileTooLarge,
    /// It is none of the kinds that are read.
    #[error("This is no picture that Roomkey reads. Choose an SVG, a PNG, a JPEG or a WebP")]
    NotAPicture,
    /// The file's name says one kind, its content is another.
    #[error(
        "This file is named as {named} and holds {found}. Give it the right name, and choose it again"
    )]
    OtherKind {
        /// What its name says.
        named: Kind,
        /// What it is.
        found: Kind,
    },
    /// It has more pixels than [`MOST_PIXELS`].
    #[error(
        "This picture has too many pixels. Save it with at most {} million",
        MOST_PIXELS / 1_000_000
    )]
    TooManyPixels,
    /// It begins as a picture and does not go on as one.
    #[error("This picture is damaged or was cut off. Save it anew from where it was made")]
    Damaged,
    /// A drawing has words in it, for which Roomkey has no font.
    #[error(
        "The words in this drawing need a font. Turn them into outlines where it was made, or save it as a PNG"
    )]
    Words,
    /// A drawing holds or names other pictures.
    #[error("This drawing has another picture in it. Save it as a PNG")]
    Embedded,
    /// A drawing asks for more work than any logo does.
    #[error("This drawing is too intricate. Save it as a PNG")]
    Intricate,
}
