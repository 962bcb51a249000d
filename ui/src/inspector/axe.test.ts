/** Every section, in both themes and languages, as axe sees it. */
import { afterEach, describe, expect, test } from 'vitest';
import { commands, page } from 'vitest/browser';

import { fakeToken } from '../backend/fake/inspect';
import type { FakeInspector, FakeInspectorOptions } from '../backend/fake/inspector';
import { DELIVERY } from '../backend/fake/service';
import { axeFindings } from '../testing/launcher';
import { openInspector } from '../testing/inspector';
import type { Section } from '../texts/inspector';
import { SECTIONS } from '../texts/inspector';
import { speak } from '../texts/text.svelte';

type Prepare = (fake: FakeInspector) => Promise<void>;

const paste = (name: RegExp, text: string) => page.getByRole('textbox', { name }).fill(text);
const seen = async (text: RegExp) => {
  await expect.element(page.getByText(text).first()).toBeVisible();
};
const TOKEN = fakeToken({ alg: 'RS256', kid: 'a/b', typ: 'JWT' }, { aud: 'jitsi', exp: 1, context: { user: {} }, iss: 'chat', sub: 'a' });

const press = (name: RegExp) => page.getByRole('button', { name }).first().click();

async function deliver(body: string, signature = DELIVERY.signature) {
  await page.getByRole('textbox', { name: /^(Body|Inhalt)$/ }).fill(body);
  await page.getByRole('textbox', { name: 'X-Jaas-Signature' }).fill(signature);
  await press(/^(Verify and explain|Prüfen und erklären)$/);
  await expect.element(page.getByText(/(JaaS signed|JaaS hat das|Nobody has|Niemand hat)/)).toBeVisible();
}

const SCREENS: [what: string, section: Section, options: FakeInspectorOptions, prepare: Prepare][] = [
  [
    'every fault and every feature',
    'make',
    { scenario: 'presets' },
    async () => {
      await page.getByRole('button', { name: /^(Use Expired moderator|Expired moderator verwenden)/ }).click();
      await page.getByText(/^(Features|Funktionen):/).click();
      await page.getByRole('button', { name: /^(Add a change|Änderung hinzufügen)/ }).click();
      await page.getByLabelText(/^(Room|Raum)$/).fill('a/b');
      await paste(/^Name/, '');
      await seen(/^(Mend the fields|Berichtigen Sie)/);
    },
  ],
  ['a token that is shown', 'make', {}, async () => page.getByRole('button', { name: /^(Show the token|Token zeigen)/ }).click()],
  ['a question', 'make', {}, async () => page.getByRole('button', { name: /^(Open in the room|Im Raum öffnen)/ }).click()],
  ['a key of the window', 'make', { scenario: 'nokey' }, async () => seen(/(no server knows|kein Server kennt)/)],
  [
    'a refused token beside another',
    'read',
    {},
    async () => {
      await paste(/^Token$/, TOKEN);
      await paste(/^(Compare|Mit einem)/, fakeToken({ alg: 'RS256' }, {}));
      await seen(/^(Side by side|Nebeneinander)/);
    },
  ],
  [
    'a token of another provider',
    'read',
    { scenario: 'providers' },
    async () => {
      await paste(/^Token$/, TOKEN);
      await page.getByRole('combobox', { name: /^(Checked with|Geprüft mit)/ }).selectOptions('tenant:jitsi');
      await page.getByRole('textbox', { name: /^(Room|Raum)$/ }).fill('board');
      await seen(/^(Jitsi Meet would refuse|Jitsi Meet würde)/);
    },
  ],
  ['rubbish', 'read', {}, async () => {
    await paste(/^Token$/, 'rubbish');
    await seen(/(no token in it|kein Token)/);
  }],
  [
    'a proof that runs',
    'prove',
    {},
    async (fake) => {
      fake.proofs.holdAt('participant');
      await press(/^(Start|Starten)$/);
      await seen(/^(1 of 13 done…|1 von 13 fertig…)$/);
    },
  ],
  [
    'a proof with differences',
    'prove',
    {},
    async (fake) => {
      fake.proofs.setLeading('everybody');
      await press(/^(Start|Starten)$/);
      await seen(/^(5 of 13 differ|5 von 13 weichen ab)$/);
      await page.getByText(/^(Where the expectations|Woher die Erwartungen)/).click();
    },
  ],
  [
    'a proof’s question',
    'prove',
    {},
    async () => {
      await page.getByRole('combobox', { name: /^(Where|Wo)$/ }).selectOptions('server');
      await press(/^(Start|Starten)$/);
    },
  ],
  ...SECTIONS.map((section): (typeof SCREENS)[number] => [`${section} of another provider`, section, { scenario: 'videosdk' }, async () => {}]),
  ['tokens for REST alone', 'make', { scenario: 'jiomeet' }, async () => seen(/^JioMeet (lets|lässt)/)],
  [
    'a token of a token server',
    'make',
    { scenario: 'tokenserver' },
    async () => {
      await press(/^(Ask for a token|Token anfordern)$/);
      await seen(/(token server alone|nur der Token-Server)/);
    },
  ],
  [
    'a preset that is not offered',
    'make',
    { scenario: 'providers' },
    async (fake) => {
      const { person } = fake.view();
      const choices = { everyRoom: false, person, role: 'visitor' as const, features: {}, lifetime: '5', begins: '0', hiddenFromRecorder: false, changes: [] };
      fake.change({ presets: [{ name: 'Watcher', choices }] });
      await page.getByRole('combobox', { name: /^(Tenant|Mandant)$/ }).selectOptions('Acme Intern');
      await seen(/Watcher/);
    },
  ],
  [
    'tokens that are judged here',
    'prove',
    { scenario: 'videosdk' },
    async (fake) => {
      fake.table.differAt('expired');
      await press(/^(Judge|Prüfen)$/);
      await seen(/^(One of 6 differs|1 von 6 weicht ab)/);
    },
  ],
  ...SECTIONS.map((section): (typeof SCREENS)[number] => [`${section}, without a tenant`, section, { scenario: 'empty' }, async () => {}]),
  ...SECTIONS.map((section): (typeof SCREENS)[number] => [section, section, { scenario: 'two' }, async () => {}]),
  ['a command without its id', 'meetings', {}, async () => press(/^(Ban the user|Benutzer sperren)$/)],
  [
    'the ban of a token',
    'meetings',
    {},
    async () => {
      await page.getByRole('textbox', { name: 'Token' }).fill('eyJhbGciOiJSUzI1NiJ9.e30.c2ln');
      await press(/^(Ban the token|Token sperren)$/);
      await expect.element(page.getByRole('dialog')).toBeVisible();
    },
  ],
  ['a webhook that nobody checked', 'webhooks', {}, async () => deliver(DELIVERY.body)],
  [
    'a webhook that fits',
    'webhooks',
    {},
    async () => {
      await press(/^(Paste from|Aus der Zwischenablage einfügen)/);
      await deliver(DELIVERY.body);
    },
  ],
  ['a webhook that is none', 'webhooks', {}, async () => deliver('none', 'v1=x')],
];

afterEach(async () => {
  speak('en');
  await commands.emulateMedia({ colorScheme: null, reducedMotion: null });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(SCREENS)('axe finds nothing on %s', async (_, section, options, prepare) => {
    await commands.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const fake = await openInspector(section, { language: colorScheme === 'light' ? 'en' : 'de', ...options });
    await prepare(fake);
    expect(await axeFindings()).toEqual([]);
  });
});
