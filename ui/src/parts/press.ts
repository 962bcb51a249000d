/**
 * A field that is left by pressing something else must not move that from under the
 * pointer before the press has become a click: its fault waits until then.
 */
let isPressed = false;

addEventListener('pointerdown', () => (isPressed = true), true);
for (const end of ['pointerup', 'pointercancel']) {
  addEventListener(end, () => (isPressed = false), true);
}

/** Does it at once, or where a press is under way, once its click has been dealt with. */
export function afterPress(act: () => void): void {
  if (!isPressed) {
    act();
    return;
  }
  const ended = new AbortController();
  for (const end of ['pointerup', 'pointercancel']) {
    addEventListener(
      end,
      () => {
        ended.abort();
        setTimeout(act);
      },
      { signal: ended.signal, capture: true },
    );
  }
}
