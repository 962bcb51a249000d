//! Pictures made of pixels: decoded within bounds, and turned as the camera was held.

use std::io::Cursor;

use image::DynamicImage;
use image::ImageDecoder;
use image::ImageError;
use image::ImageFormat;
use image::ImageReader;
use image::Limits;
use image::RgbaImage;

use crate::Kind;
use crate::MOST_PIXELS;
use crate::PictureFault;

/// The most memory of a decoder: four bytes a pixel, and half as much again for its own tables.
const MOST_MEMORY: u64 = MOST_PIXELS * 6;

/// Decodes the first picture of a file of that kind.
pub(crate) fn decode(file: &[u8], kind: Kind) -> Result<RgbaImage, PictureFault> {
    let format = match kind {
        Kind::Jpeg if !has_end(file) => return Err(PictureFault::Damaged),
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::Png => ImageFormat::Png,
        Kind::Webp => ImageFormat::WebP,
        Kind::Svg => return Err(PictureFault::NotAPicture),
    };
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|fault| told(&fault))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(PictureFault::TooManyPixels);
    }
    let orientation = decoder.orientation().map_err(|fault| told(&fault))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|fault| told(&fault))?;
    picture.apply_orientation(orientation);
    Ok(picture.into_rgba8())
}

fn told(fault: &ImageError) -> PictureFault {
    match fault {
        ImageError::Limits(_) => PictureFault::TooManyPixels,
        ImageError::Decoding(_)
        | ImageError::Encoding(_)
        | ImageError::Parameter(_)
        | ImageError::Unsupported(_)
        | ImageError::IoError(_) => PictureFault::Damaged,
    }
}

/// Whether a JPEG's picture ends: its decoder fills what is missing with grey and says nothing.
///
/// Segments are walked to the start of the scan, because a thumbnail before it has an end of its
/// own; in the scan itself the end's two bytes mean nothing else (T.81, B.1.1.5).
fn has_end(file: &[u8]) -> bool {
    let mut rest = file.get(2..).unwrap_or_default();
    while let [0xff, marker, high, low, ..] = *rest {
        if marker == 0xda {
            return rest.windows(2).any(|pair| pair == [0xff, 0xd9]);
        }
        let length = usize::from(u16::from_be_bytes([high, low]));
        // Fill bytes may stand before a marker.
        let step = if marker == 0xff { 1 } else { 2 + length };
        rest = rest.get(step..).unwrap_or_default();
    }
    false
}
