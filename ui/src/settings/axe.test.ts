/** Every section and question, in both themes and languages, as axe sees it. */
import { afterEach, describe, expect, test } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';

import { fault } from '../backend/fake/checks';
import type { FakeSettings, FakeSettingsOptions } from '../backend/fake/settings';
import { axeFindings } from '../testing/launcher';
import { openSettings, SMALLEST, tooWide } from '../testing/settings';
import type { Section } from '../texts/settings';
import { SECTIONS } from '../texts/settings';
import { speak } from '../texts/text.svelte';

type Prepare = (fake: FakeSettings) => Promise<void>;

const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const seen = async (text: RegExp) => {
  await expect.element(page.getByText(text).first()).toBeVisible();
};

/** The tenant that is being added, as a provider wants it, with all its fields and a fault. */
const added = (provider: RegExp): Prepare => async () => {
  await page.getByRole('radio', { name: provider }).click();
  await page.getByText(/^(More|Weiteres)/).click();
  await press(/^(Add a tenant|Mandanten hinzu)/);
  await expect.poll(() => document.querySelector('[aria-invalid=true]')).not.toBeNull();
};

const SCREENS: [what: string, section: Section, options: FakeSettingsOptions, prepare: Prepare][] = [
  ['a new tenant', 'tenants', { scenario: 'empty' }, async () => press(/^(Add a tenant|Mandanten hinzu)/)],
  ['a new tenant of a Jitsi', 'tenants', { scenario: 'empty' }, added(/^Jitsi Meet/)],
  ['a new tenant of VideoSDK', 'tenants', { scenario: 'empty' }, added(/^VideoSDK/)],
  ['a new tenant of JioMeet', 'tenants', { scenario: 'empty' }, added(/^JioMeet/)],
  ['a tenant of each provider', 'tenants', { scenario: 'providers' }, async () => {}],
  ['a secret', 'key', { scenario: 'shortsecret' }, async () => {}],
  ['a secret’s removal', 'key', { scenario: 'jitsi' }, async () => press(/^(Remove|Entfernen)/)],
  ['no secret', 'key', { scenario: 'nosecret' }, async () => {}],
  ['a token server', 'key', { scenario: 'tokenserver' }, async () => {}],
  ['a key with a file', 'key', { scenario: 'jitsikey' }, async () => {}],
  [
    'a key without an id',
    'key',
    { scenario: 'jiomeetkey' },
    async () => {
      await press(/^(Make a key|Schlüssel erzeugen)/);
      await seen(/^(A new key waits|Ein neuer Schlüssel wartet)/);
    },
  ],
  [
    'a provider’s rooms',
    'rooms',
    { scenario: 'jiomeet' },
    async () => {
      await page.getByText(/^(For a planned time|Für eine geplante Zeit)/).click();
      await press(/^(Show what is there|Zeigen, was)/);
      await seen(/^Quarterly review$/);
    },
  ],
  [
    'a room that is called off',
    'rooms',
    { scenario: 'jiomeet' },
    async () => {
      await press(/^(Show what is there|Zeigen, was)/);
      await press(/^(Call off|Absagen)/);
    },
  ],
  ['people without features', 'people', { scenario: 'videosdk' }, async () => {}],
  ['two tenants', 'tenants', { scenario: 'two' }, async () => {}],
  ['a tenant’s removal', 'tenants', {}, async () => press(/^(Remove tenant|Mandanten entfernen)/)],
  ['no key', 'key', { scenario: 'nokey' }, async () => {}],
  ['a lost key', 'key', { scenario: 'lostkey' }, async () => {}],
  ['no keyring', 'key', { scenario: 'nokeyring' }, async () => {}],
  [
    'a new key',
    'key',
    { scenario: 'nokey' },
    async () => {
      await press(/^(Make a key|Schlüssel erzeugen)/);
      await seen(/^(A new key waits|Ein neuer Schlüssel wartet)/);
    },
  ],
  ['a next key', 'key', { scenario: 'nextkey' }, async () => {}],
  ['a former key', 'key', { scenario: 'formerkey' }, async () => {}],
  ['a key that was not tried', 'key', { scenario: 'nextkey' }, async () => press(/^(Make current|Umschalten)/)],
  ['no rooms', 'rooms', { scenario: 'norooms' }, async () => {}],
  ['five thousand rooms', 'rooms', { scenario: 'thousands' }, async () => seen(/^(Design weekly 1)$/)],
  ['a room', 'rooms', {}, async () => press(/Board/)],
  [
    'a file with faults',
    'rooms',
    {},
    async (fake) => {
      fake.nextImport({ added: 0, changed: 0, faults: [{ line: 3, error: fault('roomHasSlash') }] });
      await press(/^(Import CSV|CSV importieren)/);
      await seen(/^(Nothing was imported|Nichts wurde)/);
    },
  ],
  [
    'a moderator that cannot be',
    'people',
    {},
    async () => {
      await page.getByRole('textbox', { name: /@domain|@Domäne/ }).fill('nobody');
      await userEvent.keyboard('{Enter}');
      await seen(/(neither an address|weder eine Adresse)/);
    },
  ],
  ['a brand', 'brand', { scenario: 'branded' }, async () => {}],
  ['a meeting’s preview', 'brand', { scenario: 'branded' }, async () => page.getByRole('radio', { name: /^(Meeting|Besprechung)$/ }).click()],
  [
    'a picture that cannot be',
    'brand',
    {},
    async (fake) => {
      fake.failNext('chooseLogo', fault('pictureWords'));
      await press(/^(Choose a logo|Logo wählen)/);
      await seen(/(need a font|brauchen eine Schrift)/);
    },
  ],
  [
    'a check with faults',
    'check',
    { scenario: 'checkfails' },
    async () => {
      await press(/^(Check now|Jetzt prüfen)/);
      await seen(/^(2 faults|2 Fehler)/);
    },
  ],
  [
    'a passphrase',
    'rollout',
    { scenario: 'two' },
    async () => {
      await press(/^(Make the file|Datei erstellen)/);
      await seen(/(shown this once|dieses eine Mal)/);
    },
  ],
  ['a last question', 'slate', {}, async () => press(/^(Remove everything|Alles entfernen)/)],
  ['a broken policy', 'rooms', { scenario: 'broken' }, async () => {}],
  ...SECTIONS.map((section): (typeof SCREENS)[number] => [`${section}, locked`, section, { scenario: 'locked' }, async () => {}]),
  ...SECTIONS.map((section): (typeof SCREENS)[number] => [section, section, {}, async () => {}]),
];

afterEach(async () => {
  speak('en');
  await commands.emulateMedia({ colorScheme: null, reducedMotion: null });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(SCREENS)('axe finds nothing on %s', async (_, section, options, prepare) => {
    await commands.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const fake = await openSettings(section, { language: colorScheme === 'light' ? 'en' : 'de', ...options });
    await prepare(fake);
    expect(await axeFindings()).toEqual([]);
  });
});

test.each(SCREENS)('in the smallest window nothing scrolls sideways on %s', async (_, section, options, prepare) => {
  await commands.emulateMedia({ reducedMotion: 'reduce' });
  const fake = await openSettings(section, { language: 'de', ...options });
  await prepare(fake);
  await page.viewport(...SMALLEST);
  expect(tooWide()).toEqual([]);
});
