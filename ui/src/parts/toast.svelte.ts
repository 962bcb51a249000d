/** One short message at the foot of the window, perhaps with something to take back. */
export interface Toast {
  text: string;
  /** Takes back what the message says was done. */
  undo?: () => void;
  /** What waits until it can no longer be taken back. */
  settle?: () => void;
}

/** How long a message stays: long enough to read it twice. */
export const TOAST_TIME = 8000;

export class Toasts {
  current = $state.raw<Toast | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(toast: Toast): void {
    this.close();
    this.current = toast;
    this.resume();
  }

  undo(): void {
    const toast = this.current;
    this.#clear();
    toast?.undo?.();
  }

  close(): void {
    const toast = this.current;
    this.#clear();
    toast?.settle?.();
  }

  /** While the pointer or the focus is on the message, it stays. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  resume(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), TOAST_TIME);
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.current = null;
  }
}
