/**
 * A row that is moved by its handle. Pointer events, not the browser's own dragging: that
 * one belongs to files that are dropped on the window.
 */

/** How near to the list's edge it scrolls, and by how much, in pixels. */
const EDGE = 32;
const STEP = 10;

export class RowDrag {
  /** The row that is held, and the gap it would go into. */
  held = $state<number | null>(null);
  gap = $state(0);

  readonly #box: () => HTMLElement | undefined;
  readonly #row: () => number;
  readonly #count: () => number;

  constructor(box: () => HTMLElement | undefined, row: () => number, count: () => number) {
    this.#box = box;
    this.#row = row;
    this.#count = count;
  }

  begin(event: PointerEvent, index: number): void {
    if (event.button !== 0 || !(event.currentTarget instanceof Element)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.held = index;
    this.gap = index;
  }

  move(event: PointerEvent): void {
    const box = this.#box();
    if (this.held === null || box === undefined) return;
    const { top, bottom } = box.getBoundingClientRect();
    if (event.clientY < top + EDGE) box.scrollTop -= STEP;
    else if (event.clientY > bottom - EDGE) box.scrollTop += STEP;
    const within = event.clientY - top + box.scrollTop;
    this.gap = Math.max(0, Math.min(this.#count(), Math.round(within / this.#row())));
  }

  /** The place the row was let go at, counted without the row itself; none if it stays. */
  end(): number | null {
    const { held, gap } = this;
    this.held = null;
    if (held === null || gap === held || gap === held + 1) return null;
    return gap > held ? gap - 1 : gap;
  }

  cancel(): void {
    this.held = null;
  }
}
