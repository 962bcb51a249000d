/**
 * Takes the pictures of the launcher that the documents show, from the preview build, in
 * light and dark: `node scripts/screenshots.js [folder]`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright';

import { launchOptions } from './chromium.js';
import { servePreview } from './preview.js';

const APP_ID = 'vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe';

/** @type {Record<string, { query: string, prepare?: (page: import('playwright').Page) => Promise<void> }>} */
const PICTURES = {
  'first-start': { query: 'scenario=first' },
  'set-up': {
    query: 'scenario=first',
    prepare: async (page) => {
      await page.getByRole('button', { name: /^Set up/ }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace');
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('textbox', { name: 'Company name' }).fill('Acme Meetings');
      await page.getByRole('textbox', { name: 'AppID' }).fill(APP_ID);
      await page.getByRole('textbox', { name: 'Key id' }).fill('4f4910');
      await page.keyboard.press('Tab');
      await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'radio');
    },
  },
  launcher: { query: 'scenario=home' },
  'launcher-german': { query: 'scenario=meeting&language=de&accent=%237c3aed' },
  fault: { query: 'scenario=failed' },
};

const folder = process.argv[2] ?? fileURLToPath(new URL('../../docs/pictures', import.meta.url));
mkdirSync(folder, { recursive: true });

const server = await servePreview();
const browser = await chromium.launch(launchOptions());
for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  const context = await browser.newContext({
    viewport: { width: 420, height: 640 },
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    colorScheme,
  });
  for (const [name, { query, prepare }] of Object.entries(PICTURES)) {
    const page = await context.newPage();
    // The same hour every time, so that only what was changed changes.
    await page.clock.setFixedTime(new Date(2026, 10, 18, 9, 30));
    await page.goto(`${server.origin}/launcher.html?delay=0&${query}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await prepare?.(page);
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
    await page.close();
  }
  await context.close();
}
await browser.close();
await server.close();
