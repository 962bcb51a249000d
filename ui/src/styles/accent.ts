/**
 * Derives everything that is coloured by the brand from one accent, for light and dark,
 * so that it holds WCAG AA whatever the brand's colour is. `tokens.css` has the values of
 * Roomkey's own accent and uses what `applyAccent` sets in their place.
 */
import type { Oklch, Rgb } from './colour';
import { contrast, parseHex, toHex, toOklch, toRgb } from './colour';

/** Roomkey's own accent, the ground of its icon. */
export const ROOMKEY_ACCENT = '#136573';

export type Theme = 'light' | 'dark';

/** The tokens that depend on the brand; each is a `#rrggbb`. */
export interface AccentTokens {
  /** Fills what is to be pressed. */
  accent: string;
  /** Text and icons on `accent`; at least 4.5:1. */
  'on-accent': string;
  /** `accent` under the pointer; `on-accent` holds on it too. */
  'accent-strong': string;
  /** The edge of an accent fill, rings and running lines; at least 3:1 on every ground. */
  'accent-edge': string;
  /** Accented text and icons; at least 4.5:1 on every ground. */
  'accent-text': string;
  /** A tint for the brand band and the selected row. */
  'accent-soft': string;
}

export interface Accent {
  /** Degrees; the neutrals lean to it. */
  hue: number;
  /** 0 to 1: how much the neutrals lean; none for a grey brand. */
  lean: number;
  light: AccentTokens;
  dark: AccentTokens;
}

/** Reads the brand's accent; what is not a colour gives Roomkey's own. */
export function deriveAccent(accent: string | null): Accent {
  const rgb = parseHex(accent ?? '') ?? parseHex(ROOMKEY_ACCENT) ?? WHITE;
  const colour = toOklch(rgb);
  return {
    hue: Math.round(colour.h * 10) / 10,
    lean: Math.min(1, Math.round(colour.c * 200) / 10),
    light: tokens('light', colour),
    dark: tokens('dark', colour),
  };
}

/** The least contrast that a colour has with the grounds of a theme under a brand's accent. */
export function leastContrast(colour: string, accent: string, theme: Theme): number {
  const front = parseHex(colour) ?? WHITE;
  const soft = parseHex(deriveAccent(accent)[theme]['accent-soft']) ?? WHITE;
  return Math.min(...[...THEMES[theme].grounds, soft].map((ground) => contrast(front, ground)));
}

/** Hands the brand's tokens to `tokens.css` through the root's style declarations. */
export function applyAccent(root: HTMLElement, accent: string | null): void {
  const derived = deriveAccent(accent);
  root.style.setProperty('--brand-hue', String(derived.hue));
  root.style.setProperty('--brand-lean', String(derived.lean));
  for (const theme of ['light', 'dark'] as const) {
    for (const [name, value] of Object.entries(derived[theme])) {
      root.style.setProperty(`--${theme}-${name}`, value);
    }
  }
}

function tokens(theme: Theme, brand: Oklch): AccentTokens {
  const { grounds, soft, away, fill } = THEMES[theme];
  const softRgb = toRgb({ l: soft.l, c: Math.min(brand.c, soft.c), h: brand.h });
  const everyGround = [...grounds, softRgb];

  const accent = { ...brand, l: Math.min(fill.most, Math.max(fill.least, brand.l)) };
  const onAccent =
    contrast(toRgb(accent), WHITE) >= TEXT || contrast(toRgb(accent), INK) < TEXT ? WHITE : INK;
  const readable = move(accent, onAccent === WHITE ? -1 : 1, [onAccent], TEXT);
  const strong = { ...readable, l: readable.l + (onAccent === WHITE ? -0.06 : 0.05) };
  return {
    accent: toHex(toRgb(readable)),
    'on-accent': toHex(onAccent),
    'accent-strong': toHex(toRgb({ ...strong, l: Math.min(0.97, Math.max(0.05, strong.l)) })),
    'accent-edge': toHex(toRgb(move(readable, away, everyGround, CONTROL))),
    'accent-text': toHex(toRgb(move(readable, away, everyGround, TEXT))),
    'accent-soft': toHex(softRgb),
  };
}

/** Makes the colour darker or lighter until it holds the ratio on all grounds. */
function move(colour: Oklch, direction: 1 | -1, grounds: Rgb[], ratio: number): Oklch {
  let l = colour.l;
  const holds = () => grounds.every((ground) => contrast(toRgb({ ...colour, l }), ground) >= ratio);
  while (!holds() && l > 0 && l < 1) l += direction * 0.005;
  return { ...colour, l };
}

const WHITE: Rgb = [1, 1, 1];
const INK: Rgb = toRgb({ l: 0.2, c: 0.01, h: 250 });

/** WCAG 2.2, 1.4.3 and 1.4.11, with a margin for rounding and the neutrals' lean. */
const TEXT = 4.6;
const CONTROL = 3.1;

/** The grounds that `tokens.css` has, without their lean, and the bounds of the brand's fill. */
const THEMES = {
  light: {
    grounds: [grey(0.985), grey(1), grey(0.955)],
    soft: { l: 0.95, c: 0.02 },
    away: -1,
    fill: { least: 0.2, most: 0.88 },
  },
  dark: {
    grounds: [grey(0.2), grey(0.245), grey(0.285)],
    soft: { l: 0.295, c: 0.032 },
    away: 1,
    fill: { least: 0.5, most: 0.88 },
  },
} as const satisfies Record<Theme, unknown>;

function grey(l: number): Rgb {
  return toRgb({ l, c: 0, h: 0 });
}
