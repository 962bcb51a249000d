/** The set-up of each provider besides JaaS, from its choice to what is sent. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../../backend/fake/checks';
import { SECRET } from '../../backend/fake/secrets';
import type { Fake } from '../../backend/fake';
import { deeds, focused } from '../../testing/launcher';
import { APP_ID, button, step, textbox, toCompany } from '../../testing/setup';
import { speak } from '../../texts/text.svelte';

const radio = (name: string | RegExp) => page.getByRole('radio', { name });
const more = () => page.getByText('More', { exact: true });
const rooms = () => textbox(/^Rooms/);
const sent = (fake: Fake) => deeds(fake).find(([name]) => name === 'finishSetup')?.[1];

async function toSecret(provider: RegExp, field: string): Promise<Fake> {
  const fake = await toCompany();
  await radio(provider).click();
  await textbox('Company name').fill('Acme');
  await textbox(field).fill('8f1c2a44');
  if (field === 'App ID' && textbox('Server').elements().length > 0) await textbox('Server').fill('meet.acme.example');
  await button('Next').click();
  await step('The secret');
  return fake;
}

const toVideoSdk = () => toSecret(/^VideoSDK/, 'API key');

afterEach(() => speak('en'));

test('a Jitsi with a secret is set up by the keyboard alone', async () => {
  const fake = await toCompany();
  await vi.waitUntil(() => focused().startsWith('JaaS'));
  await userEvent.keyboard('{ArrowDown}{Tab}Acme{Tab}meet.acme.example{Tab}acme_desks{Tab}{Tab}{Tab}{ArrowDown}');
  await expect.element(radio(/^Moderator/)).toBeChecked();
  await userEvent.keyboard('{Enter}');
  await step('The secret');
  await vi.waitUntil(() => focused() === 'Paste from the clipboard');
  await userEvent.keyboard('{Enter}');
  await vi.waitUntil(() => focused().startsWith('Rooms'));
  await userEvent.keyboard('Daily stand-up{Tab}{Tab}{Enter}');
  await expect.element(page.getByRole('row').first()).toHaveTextContent('Daily stand-up');
  const provider = {
    kind: 'jitsi',
    domain: 'meet.acme.example',
    tenant: '',
    appId: 'acme_desks',
    audience: '',
    signing: 'secret',
    keyName: '',
  };
  expect(deeds(fake)).toEqual([
    ['pasteSecret', { provider }],
    [
      'finishSetup',
      {
        person: { name: 'Ada Lovelace', email: '' },
        tenant: { title: 'Acme', provider, keyId: '', role: 'moderator' },
        rooms: ['Daily stand-up'],
      },
    ],
  ]);
  expect(JSON.stringify(fake.calls)).not.toContain(SECRET);
});

test('a Jitsi that knows a public key says under which name', async () => {
  const fake = await toCompany();
  await radio(/^Jitsi Meet/).click();
  await textbox('Company name').fill('Acme');
  await textbox('Server').fill('meet.acme.example');
  await textbox('App ID').fill('acme_desks');
  await radio(/^A private key/).click();
  await button('Next').click();
  await expect.element(textbox('Key’s name')).toHaveFocus();
  await textbox('Key’s name').fill('Roomkey-2026');
  await button('Next').click();
  await step('The key');
  await expect.element(page.getByText(/whose public half Jitsi Meet gets/)).toBeVisible();
  await button('Choose a file').click();
  await page.getByText('The public key, for Jitsi Meet').click();
  await expect.element(page.getByText(/^f2fdec9b.*pem$/)).toBeVisible();
  await button('Finish').click();
  await expect.poll(() => sent(fake)).toMatchObject({
    tenant: { provider: { kind: 'jitsi', signing: 'key', keyName: 'Roomkey-2026' }, keyId: '' },
  });
});

test('VideoSDK makes its rooms itself, which is said', async () => {
  const fake = await toVideoSdk();
  expect(rooms().elements()).toHaveLength(0);
  await button('Paste from the clipboard').click();
  await expect.element(rooms()).toHaveAccessibleDescription(/^VideoSDK makes its rooms itself/);
  await rooms().fill('2kyv-gzay-64pg');
  await button('Finish').click();
  await expect.poll(() => sent(fake)).toMatchObject({
    tenant: { provider: { kind: 'videoSdk', apiKey: '8f1c2a44', signing: 'secret' } },
    rooms: ['2kyv-gzay-64pg'],
  });
});

test('VideoSDK with a token server asks for no secret', async () => {
  const fake = await toCompany();
  await radio(/^VideoSDK/).click();
  await textbox('Company name').fill('Acme');
  await radio(/^A token server/).click();
  await textbox('Token server').fill('tokens.acme.example');
  await button('Next').click();
  await step('The rooms');
  await expect.element(page.getByText(/^tokens.acme.example makes the tokens/)).toBeVisible();
  await expect.element(rooms()).toHaveFocus();
  expect(button(/^Paste/).elements()).toHaveLength(0);
  fake.failNext('finishSetup', fault('settingsNotSaved'));
  await button('Finish').click();
  await expect.element(page.getByText(/settings were not saved/i)).toBeVisible();
  await button('Finish').click();
  await expect.element(page.getByRole('heading', { name: /Ada$/ })).toBeVisible();
  expect(deeds(fake).map(([name]) => name)).toEqual(['finishSetup', 'finishSetup']);
});

test('JioMeet is set up with its own server and Bearer', async () => {
  const fake = await toCompany();
  await radio(/^JioMeet/).click();
  await textbox('Company name').fill('Acme India');
  await textbox('App ID').fill('5f3c9a1b7d');
  await more().click();
  await textbox('Server').fill('rc.example.org');
  await page.getByRole('switch', { name: /Bearer/ }).click();
  await button('Next').click();
  await step('The secret');
  await button('Paste from the clipboard').click();
  await button('Finish').click();
  await expect.poll(() => sent(fake)).toMatchObject({
    tenant: { provider: { kind: 'jioMeet', appId: '5f3c9a1b7d', domain: 'rc.example.org', bearer: true } },
  });
});

describe('each field is checked when it is left', () => {
  test.each([
    [/^Jitsi/, 'Server', '', 'The server is missing.'],
    [/^Jitsi/, 'Server', 'http://meet.acme.example', 'could read your token'],
    [/^Jitsi/, 'App ID', 'my app', 'has spaces'],
    [/^Jitsi/, 'Audience', 'two words', 'The audience has spaces'],
    [/^VideoSDK/, 'API key', '', 'The API key is missing'],
    [/^VideoSDK/, 'Page’s version', 'newest', 'Write it like 0.3.44'],
    [/^JioMeet/, 'Issuer', 'two words', 'The issuer has spaces'],
  ])('%s %s “%s”', async (provider, name, typed, said) => {
    await toCompany();
    await radio(provider).click();
    await more().click();
    await textbox(name).fill(typed);
    await textbox(name).click();
    await userEvent.keyboard('{Tab}');
    await expect.element(textbox(name)).toHaveAccessibleDescription(expect.stringContaining(said));
    // What was not left yet is not blamed.
    await expect.element(textbox('Company name')).toHaveAttribute('aria-invalid', 'false');
    expect(document.querySelectorAll('[aria-invalid="true"]')).toHaveLength(1);
  });

  test('and a provider is not blamed for what was left for another', async () => {
    await toCompany();
    await textbox('AppID').click();
    await radio(/^Jitsi Meet/).click();
    await expect.element(textbox('App ID')).toBeVisible();
    await textbox('Company name').click();
    await textbox('Server').click();
    await expect.element(page.getByText('The company’s name is missing.')).toBeVisible();
    await expect.element(textbox('App ID')).toHaveAttribute('aria-invalid', 'false');
  });

  test('what is hidden behind a line and wrong is shown', async () => {
    await toCompany();
    await radio(/^VideoSDK/).click();
    await textbox('Company name').fill('Acme');
    await textbox('API key').fill('8f1c2a44');
    await more().click();
    await textbox('Page’s version').fill('newest');
    await more().click();
    await button('Next').click();
    await expect.element(textbox('Page’s version')).toBeVisible();
    await expect.element(textbox('Page’s version')).toHaveFocus();
  });
});

describe('back and forth', () => {
  test('between providers loses nothing that was typed', async () => {
    await toCompany();
    await textbox('Company name').fill('Acme');
    await textbox('AppID').fill(APP_ID);
    await textbox('Key id').fill('4f4910');
    await radio(/^Jitsi Meet/).click();
    await textbox('Server').fill('meet.acme.example');
    await radio(/^VideoSDK/).click();
    await textbox('API key').fill('8f1c2a44');
    await radio(/^A token server/).click();
    await textbox('Token server').fill('tokens.acme.example');
    await radio(/^Jitsi Meet/).click();
    await expect.element(textbox('Server')).toHaveValue('meet.acme.example');
    await radio(/^VideoSDK/).click();
    await expect.element(textbox('Token server')).toHaveValue('tokens.acme.example');
    await radio(/^A secret/).click();
    await expect.element(textbox('API key')).toHaveValue('8f1c2a44');
    await radio(/^JaaS/).click();
    await expect.element(textbox('AppID')).toHaveValue(APP_ID);
    await expect.element(textbox('Key id')).toHaveValue('4f4910');
    await expect.element(textbox('Company name')).toHaveValue('Acme');
  });

  test('between the steps keeps provider and secret, which is no other provider’s', async () => {
    const fake = await toVideoSdk();
    await button('Paste from the clipboard').click();
    await rooms().fill('Stand-up');
    await button('Back').click();
    await expect.element(radio(/^VideoSDK/)).toBeChecked();
    await radio(/^JioMeet/).click();
    await textbox('App ID').fill('5f3c9a1b7d');
    await button('Next').click();
    await step('The secret');
    await button('Finish').click();
    await expect.element(page.getByText('There is no secret yet.')).toBeVisible();
    await button('Back').click();
    await button('Back').click();
    await button('Back').click();
    await button(/^Set up/).click();
    await button('Next').click();
    await expect.element(radio(/^JioMeet/)).toBeChecked();
    await radio(/^VideoSDK/).click();
    await button('Next').click();
    await expect.element(page.getByText('The secret was read')).toBeVisible();
    await expect.element(rooms()).toHaveValue('Stand-up');
    expect(deeds(fake).map(([name]) => name)).toEqual(['pasteSecret']);
  });

  test('a role that the provider does not know is the usual one there, and kept', async () => {
    await toCompany();
    await radio(/^Visitor/).click();
    await radio(/^VideoSDK/).click();
    await expect.element(radio(/^Participant/)).toBeChecked();
    expect(radio(/^Visitor/).elements()).toHaveLength(0);
    await radio(/^JaaS/).click();
    await expect.element(radio(/^Visitor/)).toBeChecked();
  });
});

describe('the secret', () => {
  test.each([
    ['', 'There is no text in the clipboard.'],
    ['-----BEGIN PRIVATE KEY-----', 'This is a key, not a secret.'],
    ['one\ntwo', 'The secret has line breaks'],
    ['a'.repeat(1025), 'The secret is longer than 1024 bytes.'],
  ])('is refused where it is none (%j)', async (copied, said) => {
    const fake = await toVideoSdk();
    fake.copySecret(copied);
    await button('Paste from the clipboard').click();
    const group = page.getByRole('group', { name: 'The secret' });
    await expect.element(group).toHaveAccessibleDescription(expect.stringContaining(said));
    await button('Finish').click();
    expect(deeds(fake).map(([name]) => name)).toEqual(['pasteSecret']);
  });

  test('is taken with a warning where it is short, and another can be pasted', async () => {
    const fake = await toVideoSdk();
    fake.copySecret('too-short');
    await button('Paste from the clipboard').click();
    await expect.element(page.getByText('The secret has 9 bytes, and HS256 wants 32.')).toBeVisible();
    fake.copySecret(SECRET);
    await button('Paste another').click();
    await expect.element(page.getByText(/HS256 wants 32/)).not.toBeInTheDocument();
  });

  test('is read by the shell where it is pasted; the page does not look at it', async () => {
    const fake = await toVideoSdk();
    const clipboard = new DataTransfer();
    const looked = vi.spyOn(clipboard, 'getData');
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
    );
    await expect.element(page.getByText('The secret was read')).toBeVisible();
    expect(deeds(fake).map(([name]) => name)).toEqual(['pasteSecret']);
    expect(looked).not.toHaveBeenCalled();
  });

  test('that no keyring takes is said, and nothing is lost', async () => {
    const fake = await toVideoSdk();
    await button('Paste from the clipboard').click();
    fake.failNext('finishSetup', fault('keyringAbsent'));
    await button('Finish').click();
    await expect.element(page.getByText(/There is no keyring/)).toBeVisible();
    await expect.element(page.getByText('The secret was read')).toBeVisible();
    await button('Finish').click();
    await expect.element(page.getByRole('heading', { name: /Ada$/ })).toBeVisible();
  });
});

test('what only the end finds wrong with the provider leads back to it', async () => {
  const fake = await toVideoSdk();
  await button('Paste from the clipboard').click();
  fake.failNext('finishSetup', fault('nameEmpty', { what: 'API key' }));
  await button('Finish').click();
  await step('Your company');
  await expect.element(page.getByText('The API key is missing.')).toBeVisible();
});

test('it is all said in German', async () => {
  await toCompany();
  speak('de');
  await radio(/^Jitsi Meet/).click();
  await expect.element(page.getByRole('radiogroup', { name: 'Wer stellt Ihre Besprechungen bereit?' })).toBeVisible();
  await textbox('Server').click();
  await userEvent.keyboard('{Tab}');
  await expect.element(textbox('Server')).toHaveAccessibleDescription(/fehlt/);
});
