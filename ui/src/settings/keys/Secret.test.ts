/** What signs where it is no key of JaaS: a secret, a server, a key without an id. */
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../../backend/fake/checks';
import { SECRET } from '../../backend/fake/secrets';
import { focused } from '../../testing/launcher';
import { changes, openSettings } from '../../testing/settings';
import { button, textbox } from '../../testing/setup';

const dialog = () => page.getByRole('dialog');
const focus = (name: string) => (button(name).element() as HTMLElement).focus();

test('a secret is pasted by the keyboard alone, and never comes back', async () => {
  const fake = await openSettings('key', { scenario: 'nosecret' });
  await expect.element(page.getByText(/Copy app_secret from the server’s Prosody configuration/)).toBeVisible();
  focus('Paste from the clipboard');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'The secret' })).toBeVisible();
  await expect.element(page.getByText('Kept in Secret Service.')).toBeVisible();
  expect(changes(fake)).toEqual([['pasteSigningSecret', { tenant: 'jitsi' }]]);
  expect(JSON.stringify(fake.view())).not.toContain(SECRET);
  expect(document.documentElement.outerHTML).not.toContain(SECRET);
});

test.each([
  ['', 'There is no text in the clipboard.'],
  ['-----BEGIN PRIVATE KEY-----', 'This is a key, not a secret.'],
  ['one\ntwo', 'The secret has line breaks'],
  ['a'.repeat(1025), 'The secret is longer than 1024 bytes.'],
])('what is no secret is refused (%j)', async (copied, said) => {
  const fake = await openSettings('key', { scenario: 'nosecret' });
  fake.copySecret(copied);
  await button('Paste from the clipboard').click();
  await expect.element(page.getByText(said)).toBeVisible();
  expect(fake.view().tenants[0]?.provider.secret?.isKept).toBe(false);
});

test('a short secret is taken, with a warning', async () => {
  const fake = await openSettings('key', { scenario: 'nosecret' });
  fake.copySecret('twelve bytes');
  await button('Paste from the clipboard').click();
  await expect.element(page.getByText('The secret has 12 bytes, and HS256 wants 32.')).toBeVisible();
  await expect.element(page.getByText(/Set a longer one at Jitsi Meet/)).toBeVisible();
});

test('another secret takes its place after a question', async () => {
  const fake = await openSettings('key', { scenario: 'shortsecret' });
  await button('Replace from the clipboard').click();
  await expect.element(dialog()).toHaveTextContent('which is lost on this computer');
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  expect(changes(fake)).toEqual([]);
  await button('Replace from the clipboard').click();
  fake.failNext('pasteSigningSecret', fault('keyringLocked'));
  await dialog().getByRole('button', { name: 'Replace from the clipboard' }).click();
  await expect.element(dialog()).toHaveTextContent('The keyring is locked.');
  await dialog().getByRole('button', { name: 'Replace from the clipboard' }).click();
  await expect.poll(() => fake.view().tenants[0]?.provider.secret?.short).toBe(null);
});

test('a removal asks, and says what follows', async () => {
  const fake = await openSettings('key', { scenario: 'jitsi' });
  await button('Remove').click();
  await expect.element(dialog()).toHaveTextContent('nobody joins a meeting from here. Nothing changes at Jitsi Meet.');
  await dialog().getByRole('button', { name: 'Remove secret' }).click();
  await expect.element(page.getByRole('heading', { name: 'No secret yet' })).toBeVisible();
  expect(changes(fake)).toEqual([['removeSigningSecret', { tenant: 'jitsi' }]]);
});

test('a secret that the keyring does not give says so, and can be replaced', async () => {
  const fake = await openSettings('key', { scenario: 'jitsi' });
  const [tenant] = fake.view().tenants;
  if (tenant === undefined) throw new Error('no tenant');
  const secret = { isKept: false, short: null, fault: fault('signingSecretMissing') };
  fake.change({ tenants: [{ ...tenant, provider: { ...tenant.provider, secret } }] });
  await expect.element(page.getByText('The secret is not in the keyring.')).toBeVisible();
  await expect.element(button('Replace from the clipboard')).toBeVisible();
});

test('a token server signs elsewhere, and nothing is kept here', async () => {
  await openSettings('key', { scenario: 'tokenserver' });
  await expect.element(page.getByText(/^tokens.acme.example makes the tokens. Nothing is kept/)).toBeVisible();
  expect(page.getByRole('main').getByRole('button').elements()).toHaveLength(0);
});

test('a key without an id is made and kept by the keyboard alone', async () => {
  const fake = await openSettings('key', { scenario: 'jiomeetkey' });
  focus('Make a key');
  await userEvent.keyboard('{Enter}');
  await vi.waitUntil(() => focused() === 'Keep the key');
  expect(textbox(/key id/).elements()).toHaveLength(0);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'The key', exact: true })).toBeVisible();
  expect(changes(fake)).toEqual([
    ['generateKey', { tenant: 'jiomeet' }],
    ['keepKey', { tenant: 'jiomeet', keyId: '' }],
  ]);
});

test('the file for the server of public keys is named, copied and saved under', async () => {
  await openSettings('key', { scenario: 'jitsikey' });
  await expect.element(page.getByText(/^f2fdec9b77eb.*\.pem$/)).toBeVisible();
  await expect.element(button('Copy', ).first()).toBeVisible();
  await button('Save the public key').click();
  await expect.element(page.getByText(/^Saved as .*\/f2fdec9b77eb.*\.pem$/)).toBeVisible();
});

test('a new key replaces the old one after a question, and there is no next one', async () => {
  const fake = await openSettings('key', { scenario: 'jitsikey' });
  await button('Start').click();
  await button('Choose a file').click();
  await button('Keep the key').click();
  await expect.element(dialog()).toHaveTextContent('The present private key is lost on this computer');
  expect(changes(fake).map(([name]) => name)).toEqual(['chooseTenantKey']);
  await dialog().getByRole('button', { name: 'Replace the key' }).click();
  await expect.poll(() => changes(fake).at(-1)).toEqual(['keepKey', { tenant: 'jitsi', keyId: '' }]);
  await expect.element(page.getByText('A new key waits')).not.toBeInTheDocument();
  expect(fake.view().tenants[0]).toMatchObject({ nextKey: null, formerKey: null, key: { passed: null } });
});
