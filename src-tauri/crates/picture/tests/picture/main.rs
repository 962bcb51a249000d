//! Pictures of every kind, good and bad, through the one door.

mod drawings;
mod photos;

use image::DynamicImage;
use image::RgbaImage;
use roomkey_picture::PictureFault;
use roomkey_picture::Purpose;
use roomkey_picture::make;

/// What is made of a file without a name.
fn made(file: &[u8], purpose: Purpose) -> Result<Vec<u8>, PictureFault> {
    make(file, None, purpose)
}

/// The pixels of what was made, which must be read again.
fn pixels(made: &[u8]) -> RgbaImage {
    let read = image::load_from_memory(made);
    read.unwrap_or_else(|fault| panic!("{fault}")).into_rgba8()
}

/// Written in a form, as any program would.
fn written(picture: impl Into<DynamicImage>, format: image::ImageFormat) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    let written = picture.into().write_to(&mut file, format);
    written.unwrap_or_else(|fault| panic!("{fault}"));
    file.into_inner()
}
