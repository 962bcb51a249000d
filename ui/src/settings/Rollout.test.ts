import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../backend/fake/checks';
import { PASSPHRASE } from '../backend/fake/rollout';
import { changes, openSettings } from '../testing/settings';
import { button } from '../testing/setup';

test('a file is made of what is chosen, and its passphrase is shown once', async () => {
  const fake = await openSettings('rollout', { scenario: 'two' });
  await page.getByRole('checkbox', { name: /^Acme Staging/ }).click();
  await page.getByRole('switch', { name: 'With the private keys' }).click();
  await expect.element(page.getByText(/until the key or the secret comes/)).toBeVisible();
  (button('Make the file').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(PASSPHRASE)).toHaveFocus();
  await expect.element(page.getByText('roomkey --import acme.roomkey')).toBeVisible();
  expect(changes(fake)).toEqual([['exportRollout', { tenants: ['acme'], withKeys: false }]]);
  await button('I have noted it').click();
  await expect.element(page.getByText(PASSPHRASE)).not.toBeInTheDocument();
});

test('the passphrase is gone when the section is left', async () => {
  await openSettings('rollout');
  await button('Make the file').click();
  await expect.element(page.getByText(PASSPHRASE)).toBeVisible();
  await button('Brand').click();
  await button('Rollout').click();
  await expect.element(button('Make the file')).toBeVisible();
});

test('without a tenant there is nothing to make', async () => {
  const fake = await openSettings('rollout');
  await page.getByRole('checkbox', { name: /^Acme/ }).click();
  (button('Make the file').element() as HTMLElement).click();
  await expect.element(page.getByText('Choose at least one tenant.')).toBeVisible();
  expect(changes(fake)).toEqual([]);
});

test('a file that could not be saved says why', async () => {
  const fake = await openSettings('rollout');
  fake.failNext('exportRollout', fault('fileNotSaved', { why: 'read-only' }));
  await button('Make the file').click();
  await expect.element(page.getByText('The file was not saved (read-only).')).toBeVisible();
});
