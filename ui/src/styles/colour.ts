/**
 * Colour arithmetic: sRGB, OKLCH and WCAG contrast. Only what deriving a brand's tokens
 * needs; no colour names and no transparency.
 */

/** Lightness 0 to 1, chroma from 0, hue in degrees. */
export interface Oklch {
  l: number;
  c: number;
  h: number;
}

/** Channels from 0 to 1, gamma encoded. */
export type Rgb = readonly [number, number, number];

/** Reads `#rgb` and `#rrggbb`; anything else is `null`. */
export function parseHex(text: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  const digits = short?.slice(1).map((digit) => digit + digit) ?? long?.slice(1);
  if (digits === undefined) return null;
  const [r = 0, g = 0, b = 0] = digits.map((pair) => parseInt(pair, 16) / 255);
  return [r, g, b];
}

export function toHex(rgb: Rgb): string {
  return `#${rgb.map((channel) => hexPair(channel)).join('')}`;
}

/** OKLab by Björn Ottosson, in polar form, as CSS Color 4 defines it. */
export function toOklch(rgb: Rgb): Oklch {
  const [r, g, b] = linear(rgb);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const hue = (Math.atan2(bb, a) * 180) / Math.PI;
  return { l: lightness, c: Math.hypot(a, bb), h: hue < 0 ? hue + 360 : hue };
}

/** The nearest displayable colour of the same lightness and hue: chroma gives way. */
export function toRgb(colour: Oklch): Rgb {
  if (isDisplayable(rawRgb(colour))) return clamp(rawRgb(colour));
  let low = 0;
  let high = colour.c;
  while (high - low > 0.0005) {
    const middle = (low + high) / 2;
    if (isDisplayable(rawRgb({ ...colour, c: middle }))) low = middle;
    else high = middle;
  }
  return clamp(rawRgb({ ...colour, c: low }));
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = linear(rgb);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function rawRgb({ l, c, h }: Oklch): Rgb {
  const angle = (h * Math.PI) / 180;
  const [a, b] = [c * Math.cos(angle), c * Math.sin(angle)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encode(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    encode(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    encode(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

function linear(rgb: Rgb): Rgb {
  const decode = (channel: number) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  return [decode(rgb[0]), decode(rgb[1]), decode(rgb[2])];
}

function encode(channel: number): number {
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;
}

function isDisplayable(rgb: Rgb): boolean {
  return rgb.every((channel) => channel >= -0.0005 && channel <= 1.0005);
}

function clamp(rgb: Rgb): Rgb {
  const within = (channel: number) => Math.min(1, Math.max(0, channel));
  return [within(rgb[0]), within(rgb[1]), within(rgb[2])];
}

function hexPair(channel: number): string {
  return Math.round(channel * 255)
    .toString(16)
    .padStart(2, '0');
}
