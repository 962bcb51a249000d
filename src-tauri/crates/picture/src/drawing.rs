//! Drawings (SVG), painted. What they may contain is read by `weight`, before anything is painted.

mod weight;

use image::RgbaImage;
use resvg::tiny_skia::Pixmap;
use resvg::tiny_skia::Transform;
use resvg::usvg::ImageHrefResolver;
use resvg::usvg::Options;
use resvg::usvg::Tree;
use resvg::usvg::roxmltree::Document;
use resvg::usvg::roxmltree::Error;
use resvg::usvg::roxmltree::ParsingOptions;

use crate::PictureFault;

/// A longer text is no logo.
const LONGEST_TEXT: usize = 1 << 20;

/// The most elements and texts that are read.
const MOST_NODES: u32 = 50_000;

/// Paints a drawing so that its longer side has so many pixels.
pub(crate) fn paint(file: &[u8], longest: u32) -> Result<RgbaImage, PictureFault> {
    if file.len() > LONGEST_TEXT {
        return Err(PictureFault::Intricate);
    }
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let text = std::str::from_utf8(file).map_err(|_| PictureFault::Damaged)?;
    weight::check_entities(text)?;
    let reading = ParsingOptions {
        // Widespread programs name their namespaces by entities. They are bounded, and none is
        // ever fetched.
        allow_dtd: true,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, reading).map_err(|fault| {
        if matches!(fault, Error::NodesLimitReached) {
            PictureFault::Intricate
        } else {
            PictureFault::Damaged
        }
    })?;
    weight::check(&document)?;
    let tree = Tree::from_xmltree(&document, &options()).map_err(|_| PictureFault::Damaged)?;
    pixels(&tree, longest).ok_or(PictureFault::Damaged)
}

/// No picture inside the picture, whether it stands there or elsewhere.
fn options() -> Options<'static> {
    Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}

fn pixels(tree: &Tree, longest: u32) -> Option<RgbaImage> {
    let size = tree.size();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred pixels")]
    let scale = longest as f32 / size.width().max(size.height());
    let side = |length: f32| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "rounded, positive and at most the longest side"
        )]
        let pixels = (length * scale).round() as u32;
        pixels.clamp(1, longest)
    };
    let mut painted = Pixmap::new(side(size.width()), side(size.height()))?;
    resvg::render(
        tree,
        Transform::from_scale(scale, scale),
        &mut painted.as_mut(),
    );
    let (width, height) = (painted.width(), painted.height());
    RgbaImage::from_raw(width, height, painted.take_demultiplied())
}
