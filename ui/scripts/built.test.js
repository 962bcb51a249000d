/**
 * Opens the built pages as the real windows do: under its content security policy and
 * with Object.prototype frozen (`freezePrototype`). Fails on any complaint of the browser's.
 * Components are tested elsewhere; this is about what building does to them.
 */
import { strict as assert } from 'node:assert';
import { after, before, test } from 'node:test';

import { chromium } from 'playwright';

import { launchOptions } from './chromium.js';
import { servePreview } from './preview.js';

let browser;
let server;

before(async () => {
  server = await servePreview();
  browser = await chromium.launch(launchOptions());
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test('joins a room under the policy of the window', async () => {
  const { page, complaints } = await open('home');
  await page.keyboard.type('Project Orion');
  await page.getByText('New room · project-orion').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Project Orion' }).waitFor();
  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByRole('dialog').waitFor();
  assert.deepEqual(complaints, []);
});

test('a room’s menu opens where its button is', async () => {
  const { page, complaints } = await open('home');
  const more = page.getByRole('button', { name: 'More for Daily stand-up' });
  await more.click();
  const [menu, button] = [await page.getByRole('menu').boundingBox(), await more.boundingBox()];
  assert.ok(Math.abs(menu.x + menu.width - (button.x + button.width)) < 2);
  assert.ok(menu.y >= button.y + button.height);
  assert.deepEqual(complaints, []);
});

test('the set-up is loaded when it is asked for', async () => {
  const { page, complaints } = await open('first');
  await page.getByRole('button', { name: /^Set up/ }).click();
  await page.getByRole('textbox', { name: 'Name' }).waitFor();
  assert.deepEqual(complaints, []);
});

test('the screens fit a window of 360 by 520, and one of half that', async () => {
  for (const [width, height] of [[360, 520], [180, 260]]) {
    for (const scenario of ['home', 'branded', 'brands', 'first', 'failed', 'nokey', 'none', 'meeting']) {
      const { page } = await open(scenario, { width, height }, 'de');
      assert.deepEqual(await beyondTheEdge(page), [], `${scenario} at ${width}`);
      const inside = scenario === 'first' ? /^Einrichten/ : 'Einstellungen';
      await page.getByRole('button', { name: inside, exact: true }).click();
      await page.getByRole('textbox', { name: 'Name' }).waitFor();
      assert.deepEqual(await beyondTheEdge(page), [], `inside ${scenario} at ${width}`);
      await page.close();
    }
  }
});

test('every section of the settings under the policy of its window, at half its size too', async () => {
  for (const section of ['tenants', 'key', 'rooms', 'people', 'brand', 'check', 'rollout', 'preferences', 'slate']) {
    for (const viewport of [{ width: 880, height: 640 }, { width: 440, height: 320 }]) {
      const { page, complaints } = await open('branded', viewport, 'de', `settings.html#${section}`);
      assert.deepEqual(await beyondTheEdge(page), [], `${section} at ${viewport.width}`);
      assert.deepEqual(complaints, [], section);
      await page.close();
    }
  }
});

test('every section of the inspector under the policy of its window, at half its size too', async () => {
  for (const section of ['make', 'read']) {
    for (const viewport of [{ width: 1080, height: 720 }, { width: 540, height: 360 }]) {
      const { page, complaints } = await open('presets', viewport, 'de', `inspector.html#${section}`);
      assert.deepEqual(await beyondTheEdge(page), [], `${section} at ${viewport.width}`);
      assert.deepEqual(complaints, [], section);
      await page.close();
    }
  }
});

/** Words and controls that reach over the window's side. */
function beyondTheEdge(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, label, h1, h2, p, strong, code')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (left < 0 || right > innerWidth + 1);
      })
      .map((element) => `${element.tagName} ${element.textContent}`),
  );
}

/** Opens a page in a state of the fake backend, and listens for complaints. */
async function open(scenario, viewport = { width: 420, height: 640 }, language = 'en', entry = 'launcher.html') {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('404')) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => Object.freeze(Object.prototype));
  const [file, section = ''] = entry.split('#');
  await page.goto(`${server.origin}/${file}?scenario=${scenario}&language=${language}&delay=10#${section}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, complaints };
}
