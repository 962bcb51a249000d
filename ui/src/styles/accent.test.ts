import './base.css';

import { afterEach, describe, expect, test } from 'vitest';
import { commands } from 'vitest/browser';

import vectors from '../../../tests/vectors/accents.json?raw';
import type { Theme } from './accent';
import { applyAccent, deriveAccent, ROOMKEY_ACCENT } from './accent';
import type { Rgb } from './colour';
import { contrast, parseHex, toHex, toOklch, toRgb } from './colour';

const THEMES: Theme[] = ['light', 'dark'];

/** Every hue at three lightnesses, the greys, and colours that brands are known to choose. */
const BRANDS = [
  ...Array.from({ length: 24 }, (_, index) => index * 15).flatMap((h) =>
    [0.3, 0.55, 0.85].map((l) => toHex(toRgb({ l, c: 0.17, h }))),
  ),
  '#000000',
  '#777777',
  '#ffffff',
  '#ffcc00',
  '#00ff00',
  '#0000ff',
  '#0a2540',
];

/** What is read on what, and how well at least. */
const PAIRS: [front: string, back: string, least: number][] = [
  ...['--ground', '--surface', '--sunken', '--accent-soft'].flatMap(
    (back): [string, string, number][] => [
      ['--text', back, 4.5],
      ['--muted', back, 4.5],
      ['--accent-text', back, 4.5],
      ['--accent-edge', back, 3],
    ],
  ),
  ...['--ground', '--surface'].flatMap((back): [string, string, number][] => [
    ['--edge', back, 3],
    ['--good', back, 4.5],
    ['--warn', back, 4.5],
    ['--bad', back, 4.5],
  ]),
  ['--on-accent', '--accent', 4.5],
  ['--on-accent', '--accent-strong', 4.5],
  ['--good', '--good-soft', 4.5],
  ['--warn', '--warn-soft', 4.5],
  ['--bad', '--bad-soft', 4.5],
  ['--text', '--warn-soft', 4.5],
  ['--text', '--bad-soft', 4.5],
  ['--muted', '--bad-soft', 4.5],
  ['--accent-text', '--bad-soft', 4.5],
];

afterEach(async () => {
  document.documentElement.removeAttribute('style');
  await commands.emulateMedia({ colorScheme: null });
});

describe.each(THEMES)('in %s', (theme) => {
  test('every brand’s colours hold their contrast on every ground', async () => {
    await commands.emulateMedia({ colorScheme: theme });
    const failures = BRANDS.flatMap((brand) => {
      applyAccent(document.documentElement, brand);
      return PAIRS.flatMap(([front, back, least]) => {
        const ratio = contrast(painted(front), painted(back));
        return ratio >= least ? [] : [`${brand}: ${front} on ${back} is ${ratio.toFixed(2)}`];
      });
    });
    expect(failures).toEqual([]);
  });

  test('without a brand, the tokens are those of Roomkey’s own accent', async () => {
    await commands.emulateMedia({ colorScheme: theme });
    const names = ['--ground', '--text', ...Object.keys(deriveAccent(null)[theme]).map((name) => `--${name}`)];
    const written = names.map((name) => toHex(painted(name)));
    applyAccent(document.documentElement, ROOMKEY_ACCENT);
    expect(written).toEqual(names.map((name) => toHex(painted(name))));
  });
});

test('a brand’s colour that can be used as it is stays as it is', () => {
  expect(deriveAccent('#e4002b').light.accent).toBe('#e4002b');
  expect(deriveAccent('#ffcc00').light).toMatchObject({ accent: '#ffcc00', 'on-accent': '#13161a' });
});

test('what is not a colour gives Roomkey’s own', () => {
  expect(deriveAccent('red; background: url(x)')).toEqual(deriveAccent(null));
  expect(deriveAccent('#f00')).toEqual(deriveAccent('#ff0000'));
});

test('colours survive the way to OKLCH and back', () => {
  for (const brand of BRANDS) {
    expect(toHex(toRgb(toOklch(parseHex(brand) ?? [0, 0, 0])))).toBe(brand);
  }
});

/** The colour a token is painted with, in sRGB. */
function painted(token: string): Rgb {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const probe = document.createElement('i');
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  if (context === null) throw new Error('there is no canvas');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r / 255, g / 255, b / 255];
}

test('words are in the shades that Rust tells the administrator of', () => {
  const shades = JSON.parse(vectors) as Record<string, Record<Theme, string>>;
  expect(Object.keys(shades).length).toBeGreaterThan(50);
  for (const [accent, told] of Object.entries(shades)) {
    for (const theme of THEMES) expect(deriveAccent(accent)[theme]['accent-text'], accent).toBe(told[theme]);
  }
});
