/**
 * Takes the pictures of launcher, settings and inspector that the documents show, from the preview
 * build, in light and dark: `node scripts/screenshots.js [folder [names…]]`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright';

import { launchOptions } from './chromium.js';
import { servePreview } from './preview.js';

/** The fake backend's. */
const PASSPHRASE = 'pcf6-p28b-zk5d-5vnf-5sn9-3mk9';
const APP_ID = 'vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe';

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {{ query: string, section?: string, prepare?: (page: Page) => Promise<unknown> }} Picture
 */

/** The launcher's, at 420 by 640. @type {Record<string, Picture>} */
const LAUNCHER = {
  'first-start': { query: 'scenario=first' },
  'set-up': {
    query: 'scenario=first',
    prepare: async (page) => {
      await toCompany(page);
      await page.getByRole('textbox', { name: 'Company name' }).fill('Acme Meetings');
      await page.getByRole('textbox', { name: 'AppID' }).fill(APP_ID);
      await page.getByRole('textbox', { name: 'Key id' }).fill('4f4910');
      await page.locator('form').evaluate((form) => form.scrollTo(0, 0));
    },
  },
  'set-up-provider': {
    query: 'scenario=first',
    prepare: async (page) => {
      await toCompany(page);
      await page.getByRole('radio', { name: /^Jitsi Meet/ }).check();
      await page.getByRole('textbox', { name: 'Company name' }).fill('Acme Meetings');
      await page.getByRole('textbox', { name: 'Server' }).fill('meet.acme.example');
      await page.getByRole('textbox', { name: 'App ID' }).fill('acme_desks');
      await page.locator('form').evaluate((form) => form.scrollTo(0, 0));
    },
  },
  'set-up-secret': {
    query: 'scenario=first',
    prepare: async (page) => {
      await toCompany(page);
      await page.getByRole('radio', { name: /^VideoSDK/ }).check();
      await page.getByRole('textbox', { name: 'Company name' }).fill('Acme Meetings');
      await page.getByRole('textbox', { name: 'API key' }).fill('8f1c2a44');
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('button', { name: /^Paste/ }).click();
      await page.getByRole('textbox', { name: /^Rooms/ }).fill('Daily stand-up\nCustomer calls');
    },
  },
  launcher: { query: 'scenario=home' },
  'launcher-german': { query: 'scenario=meeting&language=de&accent=%237c3aed' },
  'launcher-branded': { query: 'scenario=branded' },
  fault: { query: 'scenario=failed' },
  'rollout-open': {
    query: 'scenario=first',
    prepare: async (page) => {
      await page.getByRole('button', { name: /^I have a rollout file/ }).click();
      await page.getByRole('textbox').fill(PASSPHRASE);
      await page.getByRole('button', { name: 'Unlock' }).click();
      await page.getByText('Nothing has changed yet.').waitFor();
    },
  },
};

/** The settings window's, at 880 by 640. @type {Record<string, Picture>} */
const SETTINGS = {
  'settings-tenants': { query: 'scenario=two', section: 'tenants' },
  'settings-tenant-new': {
    query: 'scenario=two',
    section: 'tenants',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Add a tenant' }).click();
      await page.getByRole('radio', { name: /^Jitsi Meet/ }).check();
      await page.getByRole('radiogroup', { name: /^Who serves/ }).evaluate((group) => group.scrollIntoView());
    },
  },
  'settings-tenant-videosdk': { query: 'scenario=tokenserver', section: 'tenants' },
  'settings-secret': { query: 'scenario=shortsecret', section: 'key' },
  'settings-key-jitsi': { query: 'scenario=jitsikey', section: 'key' },
  'settings-rooms-there': {
    query: 'scenario=jiomeet',
    section: 'rooms',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Show what is there' }).click();
      await page.getByText('Quarterly review').waitFor();
    },
  },
  'settings-key': { query: 'scenario=nextkey', section: 'key' },
  'settings-key-new': {
    query: 'scenario=nokey',
    section: 'key',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Make a key' }).click();
      await page.getByText('A new key waits').waitFor();
    },
  },
  'settings-key-former': {
    query: 'scenario=formerkey',
    section: 'key',
    prepare: (page) =>
      page.getByRole('heading', { name: 'The former key' }).evaluate((heading) => heading.scrollIntoView()),
  },
  'settings-rooms': { query: 'scenario=one', section: 'rooms' },
  'settings-room': {
    query: 'scenario=one',
    section: 'rooms',
    prepare: (page) => page.getByRole('button', { name: 'Edit Board' }).click(),
  },
  'settings-people': { query: 'scenario=one', section: 'people' },
  'settings-features': {
    query: 'scenario=one',
    section: 'people',
    prepare: (page) =>
      page.getByRole('heading', { name: 'Features by role' }).evaluate((heading) => heading.scrollIntoView()),
  },
  'settings-brand': { query: 'scenario=branded', section: 'brand' },
  'settings-brand-pictures': {
    query: 'scenario=branded',
    section: 'brand',
    prepare: (page) => page.getByRole('heading', { name: 'Name and colour' }).evaluate((heading) => heading.scrollIntoView()),
  },
  'settings-brand-toolbar': {
    query: 'scenario=branded',
    section: 'brand',
    prepare: (page) => page.getByRole('checkbox', { name: 'Salesforce' }).scrollIntoViewIfNeeded(),
  },
  'settings-check': {
    query: 'scenario=checkfails',
    section: 'check',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Check now' }).click();
      await page.getByRole('button', { name: 'Copy as text' }).waitFor();
    },
  },
  'settings-rollout': {
    query: 'scenario=two',
    section: 'rollout',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Make the file' }).click();
      await page.getByText('shown this once').waitFor();
    },
  },
  'settings-preferences': { query: 'scenario=one', section: 'preferences' },
  'settings-clean-slate': {
    query: 'scenario=one',
    section: 'slate',
    prepare: (page) => page.getByRole('button', { name: 'Remove everything' }).click(),
  },
  'settings-locked': { query: 'scenario=locked', section: 'rooms' },
};

/** Two tokens that nobody signed: a moderator's and, expired, a participant's. */
const [LEADS, TAKES_PART] = [
  unsigned('true', 1_795_010_700),
  unsigned('false', 1_794_990_000),
];

/** The delivery that JaaS documents, which the fake backend knows. */
const DELIVERY = {
  body: '{"eventType":"PARTICIPANT_JOINED","sessionId":"9a441d60-ceaf-4eba-b0a8-a7d940a76e1b","timestamp":1632490058278,"fqn":"vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe/sampleappromanticshiftsstripas","idempotencyKey":"9e9e7420-562d-4659-8e22-44b9b22aaa49","customerId":"1fc542a3e4414a44b2611668195e2bfe","appId":"vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe","data":{"avatar":"","name":"Test User","id":"auth0|5f903d7a77f3b4006eb8e67d","participantJid":"fc1ea14a-9bca-4218-a563-8c627e803d56@8x8.vc","moderator":true,"email":"test.user@company.com"}}',
  signature: 't=1632490060,v1=xlzqEojlh4qb21sQpXYsWgyK8x9HVpz+RQldsv18rV0=',
};

/** The inspector's, at 1080 by 720. @type {Record<string, Picture>} */
const INSPECTOR = {
  'inspector-make': {
    query: 'scenario=presets',
    section: 'make',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Moderator', exact: true }).click();
      await page.getByRole('heading', { name: /as moderator/ }).waitFor();
    },
  },
  'inspector-make-wrong': {
    query: 'scenario=presets',
    section: 'make',
    prepare: async (page) => {
      await page.getByRole('button', { name: /^Use Expired moderator/ }).click();
      await page.getByText(/expired/).first().waitFor();
    },
  },
  'inspector-read': {
    query: 'scenario=one',
    section: 'read',
    prepare: async (page) => {
      await page.getByRole('textbox', { name: 'Token', exact: true }).fill(`Bearer ${TAKES_PART}`);
      await page.getByRole('heading', { name: /refuse/ }).waitFor();
    },
  },
  'inspector-compare': {
    query: 'scenario=one',
    section: 'read',
    prepare: async (page) => {
      await page.getByRole('textbox', { name: 'Token', exact: true }).fill(LEADS);
      await page.getByRole('textbox', { name: /^Compare/ }).fill(TAKES_PART);
      await page.getByText(/claims differ/).waitFor();
    },
  },
  'inspector-prove': {
    query: 'scenario=one&leading=everybody',
    section: 'prove',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Start', exact: true }).click();
      await page.getByText(/of 13 differ$/).waitFor();
    },
  },
  'inspector-make-videosdk': {
    query: 'scenario=videosdk',
    section: 'make',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Lobby', exact: true }).click();
      await page.getByText('ask_join').first().waitFor();
    },
  },
  'inspector-prove-videosdk': {
    query: 'scenario=videosdk',
    section: 'prove',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Judge', exact: true }).click();
      await page.getByText(/^All \d+ as expected$/).waitFor();
    },
  },
  'inspector-meetings': { query: 'scenario=one', section: 'meetings' },
  'inspector-webhooks': {
    query: 'scenario=one',
    section: 'webhooks',
    prepare: async (page) => {
      await page.getByRole('button', { name: /^Paste from/ }).click();
      await page.getByRole('textbox', { name: 'Body', exact: true }).fill(DELIVERY.body);
      await page.getByRole('textbox', { name: 'X-Jaas-Signature' }).fill(DELIVERY.signature);
      await page.getByRole('button', { name: 'Verify and explain' }).click();
      await page.getByText(/JaaS signed/).waitFor();
    },
  },
};

const folder = process.argv[2] ?? fileURLToPath(new URL('../../docs/pictures', import.meta.url));
mkdirSync(folder, { recursive: true });

const server = await servePreview();
const browser = await chromium.launch(launchOptions());
const wanted = process.argv.slice(3);
for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  await take('launcher', LAUNCHER, { width: 420, height: 640 }, colorScheme);
  await take('settings', SETTINGS, { width: 880, height: 640 }, colorScheme);
  await take('inspector', INSPECTOR, { width: 1080, height: 720 }, colorScheme);
}
await browser.close();
await server.close();

/** @param {Page} page */
async function toCompany(page) {
  await page.getByRole('button', { name: /^Set up/ }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada Lovelace');
  await page.getByRole('button', { name: 'Next' }).click();
}

/**
 * @param {string} entry
 * @param {Record<string, Picture>} pictures
 * @param {{ width: number, height: number }} viewport
 * @param {'light' | 'dark'} colorScheme
 */
async function take(entry, pictures, viewport, colorScheme) {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    colorScheme,
  });
  for (const [name, { query, section = '', prepare }] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const page = await context.newPage();
    // The same hour every time, so that only what was changed changes.
    await page.clock.setFixedTime(new Date(2026, 10, 18, 9, 30));
    await page.goto(`${server.origin}/${entry}.html?delay=0&${query}#${section}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await prepare?.(page);
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
    await page.close();
  }
  await context.close();
}

/**
 * @param {'true' | 'false'} moderator
 * @param {number} exp
 */
function unsigned(moderator, exp) {
  const user = { id: 'ada', name: 'Ada Lovelace', email: 'ada@acme.example', moderator };
  const context = { user, features: { recording: 'true', livestreaming: 'false' } };
  const claims = { aud: 'jitsi', context, exp, iss: 'chat', nbf: 1_794_980_000, room: 'board', sub: APP_ID };
  const parts = [{ alg: 'RS256', kid: `${APP_ID}/4f4910`, typ: 'JWT' }, claims, 'unsigned'];
  return parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}
