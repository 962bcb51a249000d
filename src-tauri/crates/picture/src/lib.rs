//! Pictures of a brand, made anew: bytes of a file somebody chose go in, bytes of a picture that
//! Roomkey may show come out, or a reason.
//!
//! Nothing of the file itself survives but its pixels. Metadata, colour profiles, further frames
//! and whatever hides behind a picture's end are gone, and so is every drawing (SVG): it is
//! painted here, so that no script, address or entity in it reaches a webview, a meeting or
//! another desk. A painted logo loses nothing that can be seen at the sizes in which it is shown.
//!
//! Nothing here touches the disk, and no more memory is taken than [`MOST_PIXELS`] ask for.

mod drawing;
mod fault;
mod kind;
mod photo;
mod write;

use image::RgbaImage;

pub use fault::PictureFault;
pub use kind::Kind;

/// A larger file is not read: 10 MiB, which a photograph of a telephone fits in.
pub const LARGEST_FILE: usize = 10 << 20;

/// The most pixels of a picture that is read, 40 million: 160 MB while it is made smaller.
pub const MOST_PIXELS: u64 = 40_000_000;

/// What a picture is for, which says how large it becomes and in which form it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Stands beside the name: a PNG of at most 512 pixels a side and 160 KiB.
    Logo,
    /// Lies behind the head of the launcher: a JPEG of at most 1920 pixels a side and 400 KiB.
    Background,
}

impl Purpose {
    /// What it is called, also as the beginning of the file's name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Logo => "logo",
            Self::Background => "background",
        }
    }

    /// The end of the file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Logo => "png",
            Self::Background => "jpg",
        }
    }

    /// The longest side, in pixels.
    fn longest_side(self) -> u32 {
        match self {
            Self::Logo => 512,
            Self::Background => 1920,
        }
    }

    /// The most bytes: it is sent to every window as an address.
    fn most_bytes(self) -> usize {
        match self {
            Self::Logo => 160 << 10,
            Self::Background => 400 << 10,
        }
    }
}

/// Makes a picture anew, smaller where it is too large.
///
/// `extension` is the end of the file's name, where it has one: a file that says one kind there
/// and is another is refused, because somebody was mistaken about it or wants somebody to be. Blocks
/// for up to a second; a drawing that was made to take long may take minutes, so that a caller
/// should not wait for ever.
pub fn make(
    file: &[u8],
    extension: Option<&str>,
    purpose: Purpose,
) -> Result<Vec<u8>, PictureFault> {
    if file.len() > LARGEST_FILE {
        return Err(PictureFault::FileTooLarge);
    }
    let found = Kind::of(file).ok_or(PictureFault::NotAPicture)?;
    match extension.and_then(Kind::of_extension) {
        Some(named) if named != found => return Err(PictureFault::OtherKind { named, found }),
        Some(_) | None => {}
    }
    let pixels: RgbaImage = match found {
        Kind::Svg => drawing::paint(file, purpose.longest_side())?,
        Kind::Jpeg | Kind::Png | Kind::Webp => photo::decode(file, found)?,
    };
    write::write(pixels, purpose)
}
