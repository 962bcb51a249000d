/** A tenant of each provider, added and changed. */
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../../backend/fake/checks';
import type { ProviderFields } from '../../bindings/ProviderFields';
import { changes, openSettings } from '../../testing/settings';
import { APP_ID, button, textbox } from '../../testing/setup';
import { speak } from '../../texts/text.svelte';

const radio = (name: string | RegExp) => page.getByRole('radio', { name });
const more = () => page.getByText('More', { exact: true });
/** The fields, those behind the line too. */
const labels = () =>
  [...document.querySelectorAll<HTMLInputElement>('input[type=text]')].map((one) => one.labels?.[0]?.textContent);

afterEach(() => speak('en'));

describe('a new tenant', () => {
  test('begins with who serves it, and asks for that provider’s fields alone', async () => {
    await openSettings('tenants', { scenario: 'empty' });
    await expect.element(radio(/^JaaS/)).toBeChecked();
    expect(labels()).toEqual(['Title', 'AppID']);
    await radio(/^Jitsi Meet/).click();
    expect(labels()).toEqual(['Title', 'Server', 'App ID', 'Tenant in the address', 'Audience']);
    await radio(/^A private key/).click();
    expect(labels()).toEqual(['Title', 'Server', 'App ID', 'Key’s name', 'Tenant in the address', 'Audience']);
    await radio(/^VideoSDK/).click();
    expect(labels()).toEqual(['Title', 'API key', 'REST’s server', 'Page’s server', 'Page’s version']);
    await radio(/^A token server/).click();
    expect(labels()).toEqual(['Title', 'Token server', 'REST’s server', 'Page’s server', 'Page’s version']);
    await radio(/^JioMeet/).click();
    expect(labels()).toEqual(['Title', 'App ID', 'Issuer', 'Server']);
  });

  test('what is usual is behind a line, with its value in grey', async () => {
    await openSettings('tenants', { scenario: 'empty' });
    await radio(/^VideoSDK/).click();
    await expect.element(textbox('API key')).toBeVisible();
    expect(textbox('REST’s server').elements()).toHaveLength(0);
    await more().click();
    await expect.element(textbox('REST’s server')).toHaveAttribute('placeholder', 'api.videosdk.live');
    await expect.element(textbox('Page’s server')).toHaveAttribute('placeholder', 'embed.videosdk.live');
  });

  test('of a Jitsi is added by the keyboard alone', async () => {
    const fake = await openSettings('tenants', { scenario: 'empty' });
    (radio(/^JaaS/).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}{Tab}Acme Intern{Tab}meet.acme.example{Tab}acme_desks{Tab}{ArrowDown}');
    await userEvent.keyboard('{Tab}Roomkey-2026{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Acme Intern' })).toBeVisible();
    const provider: ProviderFields = {
      kind: 'jitsi',
      domain: 'meet.acme.example',
      tenant: '',
      appId: 'acme_desks',
      audience: '',
      signing: 'key',
      keyName: 'Roomkey-2026',
    };
    expect(changes(fake)).toEqual([['addTenant', { title: 'Acme Intern', provider }]]);
  });

  test('of VideoSDK with a token server has no API key', async () => {
    const fake = await openSettings('tenants', { scenario: 'empty' });
    await radio(/^VideoSDK/).click();
    await textbox('Title').fill('Acme Consulting');
    await textbox('API key').fill('8f1c2a44');
    await radio(/^A token server/).click();
    await button('Add a tenant').click();
    await expect.element(textbox('Token server')).toHaveAccessibleDescription(/The server is missing/);
    expect(changes(fake)).toEqual([]);
    await textbox('Token server').fill('tokens.acme.example');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Acme Consulting' })).toBeVisible();
    expect(fake.view().tenants[0]?.provider).toMatchObject({ signing: 'server', secret: null });
  });

  test('of JioMeet says how its tokens are sent', async () => {
    const fake = await openSettings('tenants', { scenario: 'empty' });
    await radio(/^JioMeet/).click();
    await textbox('Title').fill('Acme India');
    await textbox('App ID').fill('5f3c9a1b7d');
    await more().click();
    await page.getByRole('switch', { name: /Bearer/ }).click();
    await button('Add a tenant').click();
    await expect.element(page.getByRole('heading', { name: 'Acme India' })).toBeVisible();
    expect(fake.view().tenants[0]?.provider.fields).toMatchObject({ kind: 'jioMeet', bearer: true, signing: 'secret' });
  });

  test('what was typed for a provider is there again on the way back', async () => {
    await openSettings('tenants', { scenario: 'empty' });
    await radio(/^Jitsi Meet/).click();
    await textbox('Server').fill('meet.acme.example');
    await radio(/^VideoSDK/).click();
    await radio(/^Jitsi Meet/).click();
    await expect.element(textbox('Server')).toHaveValue('meet.acme.example');
  });

  test.each([
    ['App ID', 'my app', /has spaces/],
    ['App ID', '', /The app ID is missing/],
    ['Tenant in the address', 'a.b', /no tenant’s name. Write it like sales/],
    ['Server', 'http://meet.acme.example', /Without https/],
  ])('says at the field %s what is wrong with “%s”', async (name, typed, said) => {
    const fake = await openSettings('tenants', { scenario: 'empty' });
    await radio(/^Jitsi Meet/).click();
    await more().click();
    await textbox('Title').fill('Acme Intern');
    await textbox('Server').fill('meet.acme.example');
    await textbox('App ID').fill('acme_desks');
    await textbox(name).fill(typed);
    await button('Add a tenant').click();
    await expect.element(textbox(name)).toHaveAccessibleDescription(said);
    expect(fake.view().tenants).toHaveLength(0);
  });

  test('that is there already is said', async () => {
    const fake = await openSettings('tenants', { scenario: 'providers' });
    await button('Add a tenant').click();
    await radio(/^JaaS/).click();
    await textbox('AppID').fill(APP_ID);
    fake.failNext('addTenant', fault('tenantExists'));
    await button('Add a tenant').click();
    await expect.element(textbox('AppID')).toHaveAccessibleDescription(/set up already/);
  });
});

describe('a tenant that is there', () => {
  test('is saved field by field', async () => {
    const fake = await openSettings('tenants', { scenario: 'jitsi' });
    await textbox('Server').fill('besprechung.acme.example');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => fake.view().tenants[0]?.provider.fields).toHaveProperty('domain', 'besprechung.acme.example');
    await more().click();
    await textbox('Audience').fill('two words');
    await userEvent.keyboard('{Tab}');
    await expect.element(textbox('Audience')).toHaveAccessibleDescription(/The audience has spaces/);
    await textbox('Audience').fill('acme');
    await userEvent.keyboard('{Tab}');
    await expect.poll(() => fake.view().tenants[0]?.provider.fields).toHaveProperty('audience', 'acme');
  });

  test('keeps its secret until the name of the key that is to sign is given', async () => {
    const fake = await openSettings('tenants', { scenario: 'jitsi' });
    await radio(/^A private key/).click();
    await expect.element(textbox('Key’s name')).toBeVisible();
    expect(changes(fake)).toEqual([]);
    await textbox('Server').fill('meet2.acme.example');
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => fake.view().tenants[0]?.provider.fields)
      .toMatchObject({ domain: 'meet2.acme.example', signing: 'secret' });
    await textbox('Key’s name').fill('Roomkey-2026');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => fake.view().tenants[0]?.provider).toMatchObject({
      signing: 'key',
      secret: null,
      keyFile: 'f2fdec9b77eb739bde8f37c1f6bcc759630405d9c86e7a8539fb54db8080a8e8.pem',
    });
    await radio(/^A secret/).click();
    await expect.poll(() => fake.view().tenants[0]?.provider.signing).toBe('secret');
  });

  test('changes to a token server when that has a name, and back with an API key', async () => {
    const fake = await openSettings('tenants', { scenario: 'tokenserver' });
    await radio(/^A secret/).click();
    expect(changes(fake)).toEqual([]);
    await textbox('API key').fill('8f1c2a44');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => fake.view().tenants[0]?.provider.signing).toBe('secret');
    await radio(/^A token server/).click();
    await textbox('Token server').fill('tokens.acme.example');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => fake.view().tenants[0]?.provider.signing).toBe('server');
  });

  test('of JioMeet has its switch saved at once', async () => {
    const fake = await openSettings('tenants', { scenario: 'jiomeet' });
    await more().click();
    await page.getByRole('switch', { name: /Bearer/ }).click();
    await expect.poll(() => fake.view().tenants[0]?.provider.fields).toHaveProperty('bearer', true);
    await radio(/^A private key/).click();
    await expect.poll(() => fake.view().tenants[0]?.provider.signing).toBe('key');
  });

  test('loses its secret when it is removed, and that is named', async () => {
    await openSettings('tenants', { scenario: 'videosdk' });
    await button('Remove tenant').click();
    await expect.element(page.getByRole('dialog')).toHaveTextContent('the secret that signs its tokens');
    await expect.element(page.getByRole('dialog')).toHaveTextContent('Nothing changes at VideoSDK.');
  });

  test('is said in German, the fault’s own words too', async () => {
    await openSettings('tenants', { scenario: 'jitsi', language: 'de' });
    await textbox('App-ID').fill('');
    await userEvent.keyboard('{Tab}');
    await expect.element(textbox('App-ID')).toHaveAccessibleDescription(/^Es fehlt: App-ID\./);
  });
});

describe('what a provider cannot do is not shown:', () => {
  test('visitors and features', async () => {
    await openSettings('people', { scenario: 'videosdk' });
    await expect.element(radio(/^Participant/)).toBeVisible();
    expect(radio(/^Visitor/).elements()).toHaveLength(0);
    expect(page.getByRole('table').elements()).toHaveLength(0);
    await expect.element(page.getByText(/Whoever holds the secret can grant anyone any role/)).toBeVisible();
  });

  test('the visitors’ column of a Jitsi’s features', async () => {
    await openSettings('people', { scenario: 'jitsi' });
    const heads = page.getByRole('columnheader').elements().map((head) => head.textContent);
    expect(heads.slice(0, 3)).toEqual(['Feature', 'Moderators', 'Participants']);
    expect(heads).not.toContain('Visitors');
  });

  test('the toolbar and the export of the branding', async () => {
    await openSettings('brand', { scenario: 'videosdk' });
    await expect.element(page.getByRole('heading', { name: 'Name and colour' })).toBeVisible();
    expect(button(/^Export the branding/).elements()).toHaveLength(0);
    expect(page.getByRole('checkbox').elements()).toHaveLength(0);
  });

  test('a room’s subject', async () => {
    await openSettings('rooms', { scenario: 'videosdk' });
    await button('Add a room').click();
    await expect.element(page.getByRole('switch', { name: /^Keep people waiting/ })).toBeVisible();
    expect(textbox(/^Subject/).elements()).toHaveLength(0);
  });
});

describe('the check of the set-up', () => {
  const lines = () => page.getByRole('listitem').elements().map((line) => line.querySelector('strong')?.textContent);

  test.each([
    ['jitsi', ['Secret', 'Meeting’s script'], ['Private key', 'Key id', 'Calls to the provider', 'Media servers']],
    ['videosdk', ['Secret', 'Calls to the provider'], ['Private key', 'Key id', 'Meeting’s script']],
    ['tokenserver', ['Calls to the provider'], ['Keyring', 'Secret', 'Private key']],
  ])('of %s looks at what there is', async (scenario, asked, left) => {
    await openSettings('check', { scenario });
    await button('Check now').click();
    await expect.element(page.getByText('Everything is well')).toBeVisible();
    expect(lines()).toEqual(expect.arrayContaining(asked));
    expect(lines().filter((line) => left.includes(line ?? ''))).toEqual([]);
  });

  test('warns of a short secret', async () => {
    await openSettings('check', { scenario: 'shortsecret' });
    await button('Check now').click();
    await expect.element(page.getByText('one warning')).toBeVisible();
    await expect.element(page.getByText('The secret has 12 bytes, and HS256 wants 32.')).toBeVisible();
  });
});
