/** What Rust makes of a brand, as the interface's own rule has it. */
import type { AccentShades } from '../../bindings/AccentShades';
import type { ShadeView } from '../../bindings/ShadeView';
import type { Theme } from '../../styles/accent';
import { deriveAccent, leastContrast } from '../../styles/accent';

/** A picture as Rust gives it: small, and a `data:` address. */
export const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="12" fill="#3b6ea5"/><circle cx="24" cy="24" r="11" fill="#fff"/></svg>',
)}`;

/** A company’s: a logo, and a picture to lie behind it. */
export const LOGO = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="12" fill="#ffc400"/><path d="M12 34 24 12l12 22h-7l-5-10-5 10z" fill="#1d1a10"/></svg>',
)}`;
export const DUSK = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 160"><defs><linearGradient id="a" x2="0" y2="1"><stop stop-color="#f6d27a"/><stop offset="1" stop-color="#c98a3c"/></linearGradient></defs><rect width="420" height="160" fill="url(#a)"/><path d="M0 130 90 70l60 40 90-60 80 50 100-50v110H0z" fill="#7a4f24" opacity=".55"/></svg>',
)}`;

export function shadesOf(accent: string): AccentShades;
export function shadesOf(accent: string | null): AccentShades | null;
export function shadesOf(accent: string | null): AccentShades | null {
  if (accent === null) return null;
  const shade = (theme: Theme): ShadeView => {
    const colour = deriveAccent(accent)[theme]['accent-text'];
    const down = (ratio: number) => Math.floor(ratio * 10) / 10;
    return {
      colour,
      chosen: down(leastContrast(accent, accent, theme)),
      contrast: down(leastContrast(colour, accent, theme)),
    };
  };
  return { light: shade('light'), dark: shade('dark') };
}
