/** Every screen and dialog, in both themes and languages, as axe sees it. */
import { afterEach, describe, expect, test } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';

import { fault } from '../backend/fake/checks';
import type { Fake, FakeOptions } from '../backend/fake';
import { axeFindings, openLauncher } from '../testing/launcher';

type Prepare = (fake: Fake) => Promise<void>;

const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
const nothing: Prepare = async () => {};

const APP_ID = 'vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe';

const toPerson: Prepare = async () => press(/^(Set up|Einrichten)/);

const toCompany: Prepare = async (fake) => {
  await toPerson(fake);
  await page.getByLabelText('Name').fill('Ada');
  await press(/^(Next|Weiter)/);
  await expect.element(page.getByLabelText('AppID')).toBeVisible();
};

const toKey: Prepare = async (fake) => {
  await toCompany(fake);
  await page.getByLabelText(/^(Company name|Name der Firma)/).fill('Acme');
  await page.getByLabelText('AppID').fill(APP_ID);
  await page.getByLabelText(/^(Key id|Schlüssel-ID)/).fill('4f4910');
  await press(/^(Next|Weiter)/);
  await expect.element(page.getByRole('button', { name: /^(Paste|Einfügen)/ })).toBeVisible();
};

/** To the last step, with a provider that makes its rooms itself. */
const toVideoSdk = async (fake: Fake, signing: RegExp, field: RegExp, typed: string) => {
  await toCompany(fake);
  await page.getByRole('radio', { name: /^VideoSDK/ }).click();
  await page.getByLabelText(/^(Company name|Name der Firma)/).fill('Acme');
  await page.getByRole('radio', { name: signing }).click();
  await page.getByRole('textbox', { name: field }).fill(typed);
  await press(/^(Next|Weiter)/);
};

const toSecret: Prepare = async (fake) => {
  await toVideoSdk(fake, /^(A secret|Ein Geheimnis)/, /^API/, '8f1c2a44');
  await expect.element(page.getByRole('button', { name: PASTE_SECRET })).toBeVisible();
};

const PASTE_SECRET = /^(Paste from|Aus der)/;

const SCREENS: [what: string, options: FakeOptions, prepare: Prepare][] = [
  ['the first start', { scenario: 'first' }, nothing],
  ['a rehearsal from the first start', { scenario: 'rehearsal' }, nothing],
  ['a brand with pictures', { scenario: 'branded' }, nothing],
  ['two brands', { scenario: 'brands' }, nothing],
  ['the person', { scenario: 'first' }, toPerson],
  ['the company', { scenario: 'first' }, toCompany],
  [
    'the company with faults',
    { scenario: 'first' },
    async (fake) => {
      await toCompany(fake);
      await press(/^(Next|Weiter)/);
      await expect.element(page.getByLabelText('AppID')).toHaveAttribute('aria-invalid', 'true');
    },
  ],
  [
    'another provider with faults',
    { scenario: 'first' },
    async (fake) => {
      await toCompany(fake);
      await page.getByRole('radio', { name: /^Jitsi Meet/ }).click();
      await page.getByText(/^\s*(More|Weiteres)\s*$/).click();
      await press(/^(Next|Weiter)/);
      await expect.element(page.getByRole('textbox', { name: 'Server' })).toHaveAttribute('aria-invalid', 'true');
    },
  ],
  ['the secret', { scenario: 'first' }, toSecret],
  [
    'a secret that is refused',
    { scenario: 'first' },
    async (fake) => {
      await toSecret(fake);
      fake.copySecret('');
      await press(PASTE_SECRET);
      await expect.element(page.getByText(/clipboard\.|Zwischenablage ist/)).toBeVisible();
    },
  ],
  [
    'a secret that is short',
    { scenario: 'first' },
    async (fake) => {
      await toSecret(fake);
      fake.copySecret('too-short');
      await press(PASTE_SECRET);
      await expect.element(page.getByText(/HS256/)).toBeVisible();
    },
  ],
  [
    'the rooms of a token server',
    { scenario: 'first' },
    async (fake) => {
      await toVideoSdk(fake, /^(A token server|Ein Tokenserver)/, /^Token/, 'tokens.acme.example');
      await expect.element(page.getByRole('textbox', { name: /^(Rooms|Räume)/ })).toBeVisible();
    },
  ],
  ['the key', { scenario: 'first' }, toKey],
  [
    'a key that is refused',
    { scenario: 'first' },
    async (fake) => {
      await toKey(fake);
      fake.nextKey(fault('keyPublic'));
      await press(/^(Choose|Datei)/);
    },
  ],
  [
    'a locked key',
    { scenario: 'first' },
    async (fake) => {
      await toKey(fake);
      fake.nextKey(fault('keyPassphraseNeeded'));
      await press(/^(Choose|Datei)/);
    },
  ],
  [
    'a key that was read',
    { scenario: 'first' },
    async (fake) => {
      await toKey(fake);
      await press(/^(Choose|Datei)/);
      await page.getByText(/^(The public key|Der öffentliche)/).click();
    },
  ],
  ['no rooms', { scenario: 'none' }, nothing],
  [
    'preferences that a policy fixes',
    { scenario: 'policy' },
    async () => {
      await press(/^(Preferences|Einstellungen)/);
      await expect.element(page.getByText('Set by IT for all desks.')).toBeVisible();
    },
  ],
  ['one room', { scenario: 'one' }, nothing],
  ['some rooms', {}, nothing],
  ['two hundred rooms', { scenario: 'many' }, nothing],
  ['several companies', { scenario: 'companies' }, nothing],
  ['a yellow brand', { accent: '#ffcc00' }, nothing],
  ['a room that opens', { scenario: 'opening' }, nothing],
  ['a meeting', { scenario: 'meeting' }, nothing],
  ['a failed meeting', { scenario: 'failed' }, nothing],
  ['a notice', { scenario: 'clock' }, nothing],
  ['a grave notice', { scenario: 'nokey' }, nothing],
  [
    'a new room',
    {},
    async () => {
      await userEvent.keyboard('Project Orion');
      await expect.element(page.getByText('project-orion')).toBeVisible();
    },
  ],
  [
    'a room that cannot be',
    {},
    async () => {
      await userEvent.keyboard('über/uns');
      await expect.element(page.getByRole('combobox').first()).toHaveAttribute('aria-invalid', 'true');
    },
  ],
  ['a room’s menu', {}, async () => press(/^(More for|Mehr zu)/)],
  [
    'a message',
    {},
    async () => {
      await press(/^(More for|Mehr zu)/);
      await page.getByRole('menuitem').last().click();
    },
  ],
  ['the preferences', {}, async () => press(/^(Preferences|Einstellungen)/)],
  ['the cases of a rehearsal', {}, async () => press(/^(Choose what|Wählen, was)/)],
];

afterEach(async () => {
  await commands.emulateMedia({ colorScheme: null, reducedMotion: null });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(SCREENS)('axe finds nothing on %s', async (_, options, prepare) => {
    await commands.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const language = colorScheme === 'light' ? 'en' : 'de';
    const fake = await openLauncher({ language, ...options });
    await prepare(fake);
    expect(await axeFindings()).toEqual([]);
  });
});
