//! Pictures made of pixels.

use image::ImageFormat;
use image::Rgb;
use image::RgbImage;
use image::Rgba;
use image::RgbaImage;
use roomkey_picture::Kind;
use roomkey_picture::LARGEST_FILE;
use roomkey_picture::PictureFault;
use roomkey_picture::Purpose;
use roomkey_picture::make;

use crate::made;
use crate::pixels;
use crate::written;

const READ: [(ImageFormat, &str); 3] = [
    (ImageFormat::Png, "png"),
    (ImageFormat::Jpeg, "jpg"),
    (ImageFormat::WebP, "webp"),
];

#[test]
fn every_kind_becomes_a_small_png_or_jpeg() {
    for (format, extension) in READ {
        let file = written(RgbImage::from_pixel(1000, 500, Rgb([200, 30, 40])), format);

        let logo = make(&file, Some(extension), Purpose::Logo).unwrap();
        assert_eq!(image::guess_format(&logo).unwrap(), ImageFormat::Png);
        assert_eq!(pixels(&logo).dimensions(), (512, 256), "{extension}");

        let background = make(&file, Some(extension), Purpose::Background).unwrap();
        assert_eq!(image::guess_format(&background).unwrap(), ImageFormat::Jpeg);
        assert_eq!(pixels(&background).dimensions(), (1000, 500), "{extension}");
    }
}

#[test]
fn what_is_made_is_made_the_same_again() {
    let file = written(
        RgbaImage::from_pixel(600, 600, Rgba([1, 2, 3, 128])),
        ImageFormat::Png,
    );
    let once = made(&file, Purpose::Logo).unwrap();
    assert_eq!(made(&once, Purpose::Logo).unwrap(), once);
}

/// Red that cannot be seen must not tint the edge of a green logo.
#[test]
fn a_logo_keeps_its_colour_at_its_edges() {
    let half = RgbaImage::from_fn(1024, 1024, |x, _| {
        if x % 2 == 0 {
            Rgba([0, 200, 0, 255])
        } else {
            Rgba([255, 0, 0, 0])
        }
    });
    let logo = pixels(&made(&written(half, ImageFormat::Png), Purpose::Logo).unwrap());
    for pixel in logo.pixels() {
        let [r, g, b, a] = pixel.0;
        assert!((127..=128).contains(&a), "{pixel:?}");
        assert!(r < 3 && g.abs_diff(200) < 3 && b < 3, "{pixel:?}");
    }
}

/// Noise is the picture that no form makes small.
#[test]
fn even_noise_fits() {
    let mut state = 1_u32;
    let noise = RgbImage::from_fn(2400, 1600, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [a, b, c, _] = state.to_be_bytes();
        Rgb([a, b, c])
    });
    let file = written(noise, ImageFormat::Jpeg);
    assert!(made(&file, Purpose::Logo).unwrap().len() <= 160 << 10);
    assert!(made(&file, Purpose::Background).unwrap().len() <= 400 << 10);
}

#[test]
fn metadata_goes_and_the_camera_is_turned_upright() {
    let mut file = written(
        RgbImage::from_pixel(40, 20, Rgb([9, 9, 9])),
        ImageFormat::Jpeg,
    );
    let place = b"48.137N 11.575E";
    file.splice(2..2, exif(6, place));

    let logo = made(&file, Purpose::Logo).unwrap();

    assert_eq!(pixels(&logo).dimensions(), (20, 40));
    assert!(!logo.windows(place.len()).any(|part| part == place));
}

/// An APP1 segment with one tag, the orientation, and something after it.
fn exif(orientation: u8, more: &[u8]) -> Vec<u8> {
    let mut tiff = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    tiff.extend([orientation, 0, 0, 0, 0, 0, 0]);
    tiff.extend(more);
    let length = u16::try_from(tiff.len() + 2).expect("a tag is short");
    let length = length.to_be_bytes();
    [&[0xff, 0xe1], &length[..], &tiff].concat()
}

#[test]
fn what_was_cut_off_is_damaged() {
    let picture = RgbImage::from_fn(300, 300, |x, y| Rgb([x as u8, y as u8, (x * y) as u8]));
    for (format, extension) in READ {
        let file = written(picture.clone(), format);
        for part in [20, file.len() / 2, file.len() - 20] {
            let cut = file.get(..part).unwrap();
            let fault = made(cut, Purpose::Logo).unwrap_err();
            assert_eq!(fault, PictureFault::Damaged, "{extension} at {part}");
        }
    }
}

/// A JPEG's thumbnail ends, though the picture does not.
#[test]
fn a_thumbnails_end_is_not_the_pictures() {
    let mut file = written(RgbImage::new(200, 200), ImageFormat::Jpeg);
    file.truncate(file.len() - 10);
    file.splice(2..2, exif(1, b"\xff\xd8\xff\xd9"));
    assert_eq!(
        made(&file, Purpose::Logo).unwrap_err(),
        PictureFault::Damaged
    );
}

#[test]
fn what_is_no_picture_is_not_taken_for_one() {
    for file in [
        &b""[..],
        b"hello",
        b"%PDF-1.7",
        b"GIF89a\x01\0\x01\0",
        b"MZ\x90\0",
        b"<html><body/></html>",
        b"RIFF\0\0\0\0WAVE",
        b"\x1f\x8b\x08",
    ] {
        assert_eq!(
            made(file, Purpose::Logo).unwrap_err(),
            PictureFault::NotAPicture
        );
    }
}

#[test]
fn a_file_is_what_its_name_says() {
    let png = written(RgbImage::new(4, 4), ImageFormat::Png);
    assert!(make(&png, Some("PNG"), Purpose::Logo).is_ok());
    assert!(make(&png, Some("bak"), Purpose::Logo).is_ok());
    assert_eq!(
        make(&png, Some("svg"), Purpose::Logo).unwrap_err(),
        PictureFault::OtherKind {
            named: Kind::Svg,
            found: Kind::Png
        }
    );
}

#[test]
fn too_large_a_file_is_not_read() {
    let mut file = written(RgbImage::new(4, 4), ImageFormat::Png);
    file.resize(LARGEST_FILE + 1, 0);
    assert_eq!(
        made(&file, Purpose::Logo).unwrap_err(),
        PictureFault::FileTooLarge
    );
}

/// A few kilobytes that would take gigabytes: a header that says so is enough.
#[test]
fn a_bomb_does_not_go_off() {
    let mut file = written(RgbImage::new(4, 4), ImageFormat::Png);
    let sides = [30_000_u32.to_be_bytes(), 30_000_u32.to_be_bytes()].concat();
    file.splice(16..24, sides);
    let sum = crc(file.get(12..29).unwrap()).to_be_bytes();
    file.splice(29..33, sum);
    assert_eq!(
        made(&file, Purpose::Logo).unwrap_err(),
        PictureFault::TooManyPixels
    );
}

/// CRC-32 as PNG has it (ISO/IEC 15948, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    };
    !bytes.iter().fold(!0, step)
}
