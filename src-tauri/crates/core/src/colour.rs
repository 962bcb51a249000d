//! Colours: what a brand's accent becomes where it cannot be read.
//!
//! The interface paints with the same rule (`ui/src/styles/accent.ts`); `tests/vectors/accents.json`
//! holds both to the same shades. Contrast is WCAG 2.2's, 1.4.3; lightness and hue are OKLCH's (CSS
//! Color 4).

mod oklch;

use std::fmt;

use oklch::Oklch;

/// Where words in the accent have to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark words on light grounds.
    Light,
    /// Light words on dark grounds.
    Dark,
}

/// A colour of the screen (sRGB), each channel gamma encoded from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rgb([f64; 3]);

/// An accent as words can be read in it, in one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shade {
    /// The colour: the accent itself, or as little darker or lighter as is needed.
    pub colour: Rgb,
    /// The least contrast of the accent itself with the theme's grounds, 1 to 21.
    pub chosen: f64,
    /// The least contrast of `colour` with them.
    pub contrast: f64,
}

impl Rgb {
    /// Reads `#00aa77`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        // Reading a number allows a sign.
        if digits.starts_with('+') {
            return None;
        }
        let value = u32::from_str_radix(digits, 16).ok()?;
        let [_, r, g, b] = value.to_be_bytes();
        Some(Self([r, g, b].map(|channel| f64::from(channel) / 255.0)))
    }

    /// WCAG's contrast ratio, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(oklch::linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The colour as it is written, which is the nearest of 16 million.
    fn rounded(self) -> Self {
        Self(self.0.map(|channel| (channel * 255.0).round() / 255.0))
    }
}

/// As style sheets write it, `#00aa77`.
impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a channel is 0 to 1"
        )]
        let [r, g, b] = self.0.map(|channel| (channel * 255.0).round() as u8);
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// The accent as words can be read in it on every ground of a theme.
pub fn shade(accent: Rgb, theme: Theme) -> Shade {
    let brand = Oklch::of(accent);
    let grounds = grounds(theme, brand);
    let least = |colour: Rgb| {
        let contrasts = grounds.iter().map(|ground| colour.contrast(*ground));
        contrasts.fold(21.0, f64::min)
    };
    let away = match theme {
        Theme::Light => -1.0,
        Theme::Dark => 1.0,
    };
    let moved = moved(fill(theme, brand), away, |colour| least(colour) >= TEXT);
    let colour = moved.rgb().rounded();
    Shade {
        colour,
        chosen: least(accent),
        contrast: least(colour),
    }
}

/// The darkest ground of a theme, leaning to the accent's hue.
pub fn ground(accent: Rgb) -> Rgb {
    let brand = Oklch::of(accent);
    let leaning = Oklch {
        l: DARK_GROUND,
        c: 0.01 * (brand.c * 20.0).min(1.0),
        h: brand.h,
    };
    leaning.rgb().rounded()
}

/// WCAG AA asks for 4.5; the rest is for rounding and for grounds that lean to the brand's hue.
const TEXT: f64 = 4.6;

const DARK_GROUND: f64 = 0.2;

const WHITE: Rgb = Rgb([1.0; 3]);

/// The grounds of `ui/src/styles/tokens.css`, as grey, and the tint of the brand's own.
fn grounds(theme: Theme, brand: Oklch) -> [Rgb; 4] {
    let (greys, l, c) = match theme {
        Theme::Light => ([0.985, 1.0, 0.955], 0.95, 0.02),
        Theme::Dark => ([DARK_GROUND, 0.245, 0.285], 0.295, 0.032),
    };
    let [a, b, c_] = greys.map(|l| Oklch { l, c: 0.0, h: 0.0 }.rgb());
    let tint = Oklch {
        l,
        c: brand.c.min(c),
        h: brand.h,
    };
    [a, b, c_, tint.rgb()]
}

/// What is to be pressed is filled with this: the accent, where a word on it can be read.
fn fill(theme: Theme, brand: Oklch) -> Oklch {
    let least = match theme {
        Theme::Light => 0.2,
        Theme::Dark => 0.5,
    };
    let ink = Oklch {
        l: 0.2,
        c: 0.01,
        h: 250.0,
    };
    let filled = Oklch {
        l: brand.l.clamp(least, 0.88),
        ..brand
    };
    let holds = |word: Rgb| move |colour: Rgb| colour.contrast(word) >= TEXT;
    let (is_white, is_ink) = (holds(WHITE)(filled.rgb()), holds(ink.rgb())(filled.rgb()));
    if is_white || !is_ink {
        moved(filled, -1.0, holds(WHITE))
    } else {
        moved(filled, 1.0, holds(ink.rgb()))
    }
}

/// Darker or lighter, step by step, until it holds.
fn moved(mut colour: Oklch, direction: f64, holds: impl Fn(Rgb) -> bool) -> Oklch {
    while !holds(colour.rgb()) && colour.l > 0.0 && colour.l < 1.0 {
        colour.l += direction * 0.005;
    }
    colour
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rgb(text: &str) -> Rgb {
        Rgb::parse(text).unwrap()
    }

    /// The greys are WebAIM's well-known borders of AA on white; the others were computed with the
    /// formula of WCAG 2.2 by hand.
    #[test]
    fn contrast_is_wcags() {
        for (front, back, ratio) in [
            ("#000000", "#ffffff", 21.0),
            ("#ffffff", "#ffffff", 1.0),
            ("#767676", "#ffffff", 4.54),
            ("#777777", "#ffffff", 4.48),
            ("#949494", "#ffffff", 3.03),
            ("#ff0000", "#ffffff", 4.00),
            ("#0000ff", "#ffffff", 8.59),
            ("#00ff00", "#000000", 15.30),
        ] {
            let found = rgb(front).contrast(rgb(back));
            assert!((found - ratio).abs() < 0.005, "{front} on {back}: {found}");
            assert!((rgb(back).contrast(rgb(front)) - found).abs() < 1e-9);
        }
    }

    #[test]
    fn every_accent_can_be_read_in_both_themes() {
        for channels in 0..(6 * 6 * 6) {
            let [r, g, b] = [channels / 36, channels / 6 % 6, channels % 6].map(|step| step * 51);
            let accent = rgb(&format!("#{r:02x}{g:02x}{b:02x}"));
            for theme in [Theme::Light, Theme::Dark] {
                let shade = shade(accent, theme);
                assert!(shade.contrast >= 4.5, "{accent} {theme:?} {shade:?}");
            }
        }
    }

    /// The interface's test reads the same file.
    #[test]
    fn the_shades_are_those_that_the_interface_paints() {
        let vectors = include_str!("../../../../tests/vectors/accents.json");
        let vectors: serde_json::Value = serde_json::from_str(vectors).unwrap();
        let vectors = vectors.as_object().unwrap();
        assert!(vectors.len() > 50);
        for (accent, shades) in vectors {
            let of = |theme| shade(rgb(accent), theme).colour.to_string();
            assert_eq!(of(Theme::Light), shades["light"], "{accent}");
            assert_eq!(of(Theme::Dark), shades["dark"], "{accent}");
        }
    }

    #[test]
    fn an_accent_that_is_read_well_stays_as_it_is() {
        let teal = shade(rgb("#136573"), Theme::Light);
        assert_eq!(teal.colour.to_string(), "#136573");
        let yellow = shade(rgb("#ffcc00"), Theme::Light);
        assert!(yellow.chosen < 1.6 && yellow.contrast >= 4.6, "{yellow:?}");
    }

    #[test]
    fn whatever_is_no_colour_is_none() {
        for text in ["", "#", "#fff", "#gggggg", "123456", "#1234567", "#+12345"] {
            assert_eq!(Rgb::parse(text), None, "{text}");
        }
    }
}
