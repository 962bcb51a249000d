import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../../backend/fake/checks';
import { APP_ID } from '../../backend/fake/settings-scenarios';
import { focused } from '../../testing/launcher';
import { changes, openSettings } from '../../testing/settings';
import { button, textbox } from '../../testing/setup';

const section = (name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true });

test('a key is made, its public half saved, its id pasted back and kept, by the keyboard alone', async () => {
  const fake = await openSettings('key', { scenario: 'nokey' });
  (button('Make a key').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await vi.waitUntil(() => focused() === 'Save the public key');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Saved as /home/ada/Documents/roomkey.pub.pem')).toBeVisible();
  await userEvent.keyboard('{Tab}{Tab}4f4910{Enter}');
  await expect.element(page.getByText(`${APP_ID}/4f4910`)).toBeVisible();
  await expect.element(page.getByText('RSA, 4096 bits')).toBeVisible();
  expect(changes(fake)).toEqual([
    ['generateKey', { tenant: 'acme' }],
    ['saveStagedPublicKey', { tenant: 'acme' }],
    ['keepKey', { tenant: 'acme', keyId: `${APP_ID}/4f4910` }],
  ]);
});

test('while a key is made, that is said, and nothing else can be begun', async () => {
  await openSettings('key', { scenario: 'nokey', delay: 100 });
  await button('Make a key').click();
  await expect.element(page.getByText(/This takes a few seconds/)).toBeVisible();
  await expect.element(button('Choose a file')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(page.getByText('A new key waits')).toBeVisible();
});

test('a key of another AppID is refused at the field', async () => {
  const fake = await openSettings('key', { scenario: 'nokey' });
  await button('Make a key').click();
  const field = textbox(/^The key id/);
  await field.fill(`${APP_ID.replace('1fc5', '2fc5')}/4f4910`);
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toHaveAccessibleDescription(/belongs to another AppID/);
  expect(changes(fake).map(([name]) => name)).toEqual(['generateKey']);
});

test('a key that is brought may be locked', async () => {
  const fake = await openSettings('key', { scenario: 'nokey' });
  fake.nextKey(fault('keyPassphraseNeeded'));
  await button('Choose a file').click();
  await page.getByLabelText('Passphrase').fill('sesame');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('A new key waits')).toBeVisible();
  await button('Forget it').click();
  await expect.element(page.getByText('No key yet')).toBeVisible();
});

test('a keyring that will not take it is said, and the key waits on', async () => {
  const fake = await openSettings('key', { scenario: 'nokey' });
  await button('Make a key').click();
  await textbox(/^The key id/).fill('4f4910');
  fake.failNext('keepKey', fault('keyringLocked'));
  await button('Keep the key').click();
  await expect.element(page.getByText('The keyring is locked.')).toBeVisible();
  await button('Keep the key').click();
  await expect.element(page.getByRole('heading', { name: 'The key', exact: true })).toBeVisible();
});

test('a replacement becomes the next key, is tried, and takes over', async () => {
  const fake = await openSettings('key');
  await button('Start').click();
  await button('Choose a file').click();
  await textbox(/^The key id/).fill('9c02d7');
  await button('Keep the key').click();
  await expect.element(page.getByRole('heading', { name: 'The next key' })).toBeVisible();
  await button('Try in a rehearsal').click();
  await button('Make current').click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent(`${APP_ID}/4f4910 is kept on this computer`);
  await dialog.getByRole('button', { name: 'Make current' }).click();
  await expect.poll(() => fake.view().tenants[0]?.key?.keyId).toBe(`${APP_ID}/9c02d7`);
  await expect.element(page.getByRole('heading', { name: 'The next key' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('heading', { name: 'The former key' })).toBeVisible();
  expect(changes(fake).map(([name]) => name)).toEqual(['chooseTenantKey', 'keepKey', 'rehearseKey', 'promoteKey']);
  expect(changes(fake).at(-1)).toEqual(['promoteKey', { tenant: 'acme', untried: false }]);
});

test('a key that has not been tried takes over only where that is asked for', async () => {
  const fake = await openSettings('key', { scenario: 'nextkey' });
  await button('Make current').click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent('It has not signed in a rehearsal yet.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(changes(fake)).toEqual([]);
  await button('Make current').click();
  await dialog.getByRole('button', { name: 'Make current untried' }).click();
  await expect.element(page.getByRole('heading', { name: 'The former key' })).toBeVisible();
  expect(changes(fake)).toEqual([['promoteKey', { tenant: 'acme', untried: true }]]);
});

test('a replaced key is brought back', async () => {
  const fake = await openSettings('key', { scenario: 'formerkey' });
  await expect.element(page.getByText(/Keep it until the new one has passed/)).toBeVisible();
  await button('Bring back').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bring back' }).click();
  await expect.poll(() => fake.view().tenants[0]?.key?.keyId).toBe(`${APP_ID}/4f4910`);
  expect(fake.view().tenants[0]?.formerKey?.keyId).toBe(`${APP_ID}/9c02d7`);
});

test('a replaced key is not removed without a word on the new one', async () => {
  const fake = await openSettings('key', { scenario: 'formerkey' });
  await button('Remove').last().click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent('Without this one there is no way back.');
  await dialog.getByRole('button', { name: 'Remove key' }).click();
  await expect.element(page.getByRole('heading', { name: 'The former key' })).not.toBeInTheDocument();
  expect(changes(fake)).toEqual([['removeKey', { tenant: 'acme', which: 'former' }]]);
});

test('a removal asks, and says what follows where it is the last', async () => {
  const fake = await openSettings('key');
  await button('Remove').click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent('nobody joins a meeting from here');
  await dialog.getByRole('button', { name: 'Remove key' }).click();
  await expect.element(page.getByText('No key yet')).toBeVisible();
  expect(changes(fake)).toEqual([['removeKey', { tenant: 'acme', which: 'current' }]]);
});

test('a key that is not in the keyring any more says so', async () => {
  await openSettings('key', { scenario: 'lostkey' });
  await expect.element(page.getByText('The key is not in the keyring.')).toBeVisible();
  expect(button('Save the public key').elements()).toHaveLength(0);
});

test('without a keyring nothing can be begun, and how to get one is said', async () => {
  await openSettings('key', { scenario: 'nokeyring' });
  await expect.element(page.getByRole('alert')).toHaveTextContent('There is no keyring on this computer');
  await expect.element(button('Make a key')).toBeDisabled();
});

test('a locked key can still be shown to the console', async () => {
  await openSettings('key', { scenario: 'locked' });
  await expect.element(button('Save the public key')).toBeEnabled();
  expect(button('Remove').elements()).toHaveLength(0);
  expect(button('Start').elements()).toHaveLength(0);
});

test('a key that was made waits through other sections and tenants, and is no other tenant’s', async () => {
  const fake = await openSettings('key', { scenario: 'nokeys' });
  await button('Make a key').click();
  await textbox(/^The key id/).fill('4f4910');
  await section('Rooms').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Rooms' })).toBeVisible();
  await section('Key').click();
  await expect.element(page.getByText('A new key waits')).toBeVisible();
  await expect.element(textbox(/^The key id/)).toHaveValue(`${APP_ID}/4f4910`);

  await page.getByLabelText('Tenant').selectOptions('Acme Staging');
  await expect.element(page.getByText('No key yet')).toBeVisible();
  await page.getByLabelText('Tenant').selectOptions('Acme Meetings');
  await expect.element(page.getByText('A new key waits')).toBeVisible();
  await button('Keep the key').click();
  await expect.poll(() => fake.view().tenants.map(({ id, key }) => [id, key?.keyId ?? null])).toEqual([
    ['acme', `${APP_ID}/4f4910`],
    ['staging', null],
  ]);
});

test('a replacement that waits is shown again', async () => {
  await openSettings('key');
  await button('Start').click();
  await button('Make a key').click();
  await expect.element(page.getByText('A new key waits')).toBeVisible();
  await section('Rooms').click();
  await section('Key').click();
  await expect.element(page.getByText('A new key waits')).toBeVisible();
});

test('a locked key that waits asks for its passphrase again', async () => {
  const fake = await openSettings('key', { scenario: 'nokey' });
  fake.nextKey(fault('keyPassphraseNeeded'));
  await button('Choose a file').click();
  await expect.element(page.getByLabelText('Passphrase')).toBeVisible();
  await section('Rooms').click();
  await section('Key').click();
  await page.getByLabelText('Passphrase').fill('sesame');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('A new key waits')).toBeVisible();
});
