//! Lightness, chroma and hue as people see them: OKLab by Björn Ottosson in polar form, as CSS
//! Color 4 defines it.

use super::Rgb;

/// Lightness 0 to 1, chroma from 0, hue in degrees.
#[derive(Clone, Copy)]
pub(super) struct Oklch {
    pub(super) l: f64,
    pub(super) c: f64,
    pub(super) h: f64,
}

impl Oklch {
    pub(super) fn of(rgb: Rgb) -> Self {
        let [r, g, b] = rgb.0.map(linear);
        let long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b).cbrt();
        let medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b).cbrt();
        let short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b).cbrt();
        let a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
        let b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
        Self {
            l: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
            c: a.hypot(b),
            h: b.atan2(a).to_degrees().rem_euclid(360.0),
        }
    }

    /// The nearest colour that can be shown, of the same lightness and hue: chroma gives way.
    pub(super) fn rgb(self) -> Rgb {
        let clamped = |channels: [f64; 3]| Rgb(channels.map(|channel| channel.clamp(0.0, 1.0)));
        if is_shown(self.channels()) {
            return clamped(self.channels());
        }
        let (mut low, mut high) = (0.0, self.c);
        while high - low > 0.0005 {
            let c = (low + high) / 2.0;
            if is_shown(Self { c, ..self }.channels()) {
                low = c;
            } else {
                high = c;
            }
        }
        clamped(Self { c: low, ..self }.channels())
    }

    /// Outside 0 to 1 where it cannot be shown.
    fn channels(self) -> [f64; 3] {
        let (sine, cosine) = self.h.to_radians().sin_cos();
        let (a, b) = (self.c * cosine, self.c * sine);
        let long = (self.l + 0.3963377774 * a + 0.2158037573 * b).powi(3);
        let medium = (self.l - 0.1055613458 * a - 0.0638541728 * b).powi(3);
        let short = (self.l - 0.0894841775 * a - 1.291485548 * b).powi(3);
        [
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
        ]
        .map(encoded)
    }
}

/// The light of a gamma-encoded channel (IEC 61966-2-1).
pub(super) fn linear(channel: f64) -> f64 {
    if channel <= 0.04045 {
        channel / 12.92
    } else {
        ((channel + 0.055) / 1.055).powf(2.4)
    }
}

fn encoded(light: f64) -> f64 {
    if light <= 0.003_130_8 {
        light * 12.92
    } else {
        1.055 * light.powf(1.0 / 2.4) - 0.055
    }
}

fn is_shown(channels: [f64; 3]) -> bool {
    channels
        .iter()
        .all(|channel| (-0.0005..=1.0005).contains(channel))
}
