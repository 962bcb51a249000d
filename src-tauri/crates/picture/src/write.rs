//! Makes a picture smaller and writes it.

use image::DynamicImage;
use image::ExtendedColorType;
use image::ImageEncoder;
use image::Rgba;
use image::RgbaImage;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::CompressionType;
use image::codecs::png::FilterType;
use image::codecs::png::PngEncoder;
use image::imageops;

use crate::PictureFault;
use crate::Purpose;

/// Of JPEG: what is lost lies behind a veil.
const QUALITY: u8 = 82;

/// A picture that does not fit its bytes is made smaller; one that does not at this side never will.
const SHORTEST_SIDE: u32 = 64;

/// Writes the pixels in the form and size of their purpose.
pub(crate) fn write(mut pixels: RgbaImage, purpose: Purpose) -> Result<Vec<u8>, PictureFault> {
    let mut longest = purpose.longest_side();
    loop {
        pixels = within(pixels, longest);
        let written = match purpose {
            Purpose::Logo => png(&pixels),
            Purpose::Background => jpeg(&pixels),
        };
        let written = written.map_err(|_| PictureFault::Damaged)?;
        if written.len() <= purpose.most_bytes() {
            return Ok(written);
        }
        longest = longest * 3 / 4;
        if longest < SHORTEST_SIDE {
            return Err(PictureFault::Intricate);
        }
    }
}

/// The picture with no side longer than that.
///
/// Colours are weighed by how opaque they are: the one that nobody sees around a logo would tint
/// its edges otherwise.
fn within(mut pixels: RgbaImage, longest: u32) -> RgbaImage {
    let (width, height) = pixels.dimensions();
    let side = width.max(height);
    if side <= longest {
        return pixels;
    }
    let scaled = |length: u32| {
        let length = u64::from(length) * u64::from(longest) / u64::from(side);
        u32::try_from(length).unwrap_or(longest).max(1)
    };
    pixels.pixels_mut().for_each(weigh);
    let mut smaller = imageops::thumbnail(&pixels, scaled(width), scaled(height));
    smaller.pixels_mut().for_each(unweigh);
    smaller
}

fn weigh(pixel: &mut Rgba<u8>) {
    let [r, g, b, a] = pixel.0;
    let weighed = |c: u8| byte((u32::from(c) * u32::from(a) + 127) / 255);
    pixel.0 = [weighed(r), weighed(g), weighed(b), a];
}

fn unweigh(pixel: &mut Rgba<u8>) {
    let [r, g, b, a] = pixel.0;
    let full = |c: u8| match u32::from(a) {
        0 => 0,
        a => byte((u32::from(c) * 255 + a / 2) / a),
    };
    pixel.0 = [full(r), full(g), full(b), a];
}

fn byte(value: u32) -> u8 {
    u8::try_from(value).unwrap_or(u8::MAX)
}

fn png(pixels: &RgbaImage) -> image::ImageResult<Vec<u8>> {
    let mut written = Vec::new();
    PngEncoder::new_with_quality(&mut written, CompressionType::Best, FilterType::Adaptive)
        .write_image(
            pixels,
            pixels.width(),
            pixels.height(),
            ExtendedColorType::Rgba8,
        )?;
    Ok(written)
}

/// What can be seen through shows white.
fn jpeg(pixels: &RgbaImage) -> image::ImageResult<Vec<u8>> {
    let mut ground = RgbaImage::from_pixel(pixels.width(), pixels.height(), Rgba([255; 4]));
    imageops::overlay(&mut ground, pixels, 0, 0);
    let opaque = DynamicImage::ImageRgba8(ground).into_rgb8();
    let mut written = Vec::new();
    JpegEncoder::new_with_quality(&mut written, QUALITY).encode_image(&opaque)?;
    Ok(written)
}
