/**
 * Measures what one keystroke in the filter of five thousand rooms costs, in the preview
 * build and Chromium: from the key's event until the page is laid out anew. Prints JSON,
 * milliseconds a key for each window. `./dev bench` reads it.
 */
import { chromium } from 'playwright';

import { launchOptions } from './chromium.js';
import { servePreview } from './preview.js';

/** As one looks for a room, mistypes and begins anew. */
const TYPED = ['r', 're', 'ret', 'retr', 'retro', 'retro ', 'retro 1', 'retro 12', 'retro 1', 'retro', 're', ''];

/** The first rounds are not counted: the engine compiles then. */
const ROUNDS = 12;
const WARM_UP = 2;

const WINDOWS = {
  launcher: { page: 'launcher.html', field: 'input[role=combobox]', viewport: { width: 420, height: 640 } },
  settings: { page: 'settings.html', section: 'rooms', field: 'input[type=search]', viewport: { width: 880, height: 640 } },
};

const server = await servePreview();
const browser = await chromium.launch(launchOptions());
const measured = {};
for (const [name, { page: entry, section = '', field, viewport }] of Object.entries(WINDOWS)) {
  const page = await browser.newPage({ viewport });
  await page.goto(`${server.origin}/${entry}?delay=0&scenario=thousands#${section}`);
  await page.locator(field).waitFor();
  await page.getByText('Research').first().waitFor();
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const text of TYPED) {
      const time = await page.evaluate(key, { field, text });
      if (round >= WARM_UP) times.push(time);
    }
  }
  measured[name] = times;
  await page.close();
}
await browser.close();
await server.close();
process.stdout.write(JSON.stringify(measured));

/** One keystroke, in the page. What the backend then answers is another frame's. */
async function key({ field, text }) {
  const input = document.querySelector(field);
  await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
  const start = performance.now();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  // Svelte changes the page in a microtask.
  await Promise.resolve();
  void document.body.offsetHeight;
  return performance.now() - start;
}
