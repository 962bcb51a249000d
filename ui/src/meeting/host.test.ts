import { afterEach, expect, test, vi } from 'vitest';

import { chooseHost } from './host';
import { LoopbackHost } from './host/loopback';
import { PipeHost } from './host/pipe';
import { TauriHost } from './host/tauri';

afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, '', location.pathname + location.search);
});

/** A window with nothing of ours in it, but for what is given. */
function page(extra: object = {}): Window {
  return { location, history, ...extra } as unknown as Window;
}

test('the embedded webview is known by Tauri’s own object', () => {
  const host = chooseHost(page({ __TAURI_INTERNALS__: {}, roomkeySend: () => {} }));

  expect(host).toBeInstanceOf(TauriHost);
  expect(host.closesWindow).toBe(true);
});

test('the Chromium window is known by its binding', () => {
  const host = chooseHost(page({ roomkeySend: () => {} }));

  expect(host).toBeInstanceOf(PipeHost);
  expect(host.closesWindow).toBe(true);
});

test('everything else is the system browser', () => {
  vi.stubGlobal('fetch', () => new Promise(() => {}));
  location.hash = '#a-ticket';

  const host = chooseHost(page());

  expect(host).toBeInstanceOf(LoopbackHost);
  expect(host.closesWindow).toBe(false);
  expect(location.href).not.toContain('a-ticket');
});
