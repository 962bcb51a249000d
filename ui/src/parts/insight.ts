/** Which rows of a long list are in sight, so that only those are made. */

/** Rows made above and below those in sight. */
const SPARE = 4;

export interface Sight {
  /** How far the list is scrolled, its height and a row's, in pixels. */
  top: number;
  height: number;
  row: number;
  count: number;
  /** Made wherever it is: what has the focus or is referred to. */
  kept: number;
}

/** The indices of the rows to make, in order but for the kept one. */
export function inSight({ top, height, row, count, kept }: Sight): number[] {
  const from = Math.max(0, Math.floor(top / row) - SPARE);
  const to = Math.min(count, Math.ceil((top + height) / row) + SPARE);
  const indices = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  if (kept >= 0 && kept < count && (kept < from || kept >= to)) indices.push(kept);
  return indices;
}

/** A length in root ems, in pixels. */
export function inPixels(rems: number): number {
  return rems * parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** Scrolls a list no further than is needed to have the whole row in sight. */
export function scrollTo(box: HTMLElement, index: number, row: number): void {
  const start = index * row;
  const end = start + row;
  if (start < box.scrollTop) box.scrollTop = start;
  else if (end > box.scrollTop + box.clientHeight) box.scrollTop = end - box.clientHeight;
}
