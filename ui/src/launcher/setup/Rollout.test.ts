import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../../backend/fake/checks';
import { PASSPHRASE } from '../../backend/fake/rollout';
import { axeFindings, deeds, openLauncher } from '../../testing/launcher';
import { button, step, textbox } from '../../testing/setup';

test('a desk is set up with a rollout file by the keyboard alone', async () => {
  const fake = await openLauncher({ scenario: 'first' });
  await userEvent.keyboard('{Tab}{Tab}{Tab}{Tab}{Enter}');
  await step('A rollout file');
  await expect.element(textbox('Passphrase')).toHaveFocus();
  await userEvent.keyboard(`${PASSPHRASE}{Enter}`);
  await step('This will be set up');
  await expect.element(page.getByText('24 rooms, with its private key')).toBeVisible();
  await expect.element(page.getByText('Replaces the one that is here')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  await expect.element(button('Set up')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('combobox').first()).toBeVisible();
  expect(deeds(fake)).toEqual([
    ['openRollout', null],
    ['unlockRollout', { passphrase: PASSPHRASE }],
    ['acceptRollout', null],
  ]);
});

test.each([
  ['rolloutPassphraseWrong', /does not open this file/],
  ['rolloutDamaged', /Nothing was set up/],
] as const)('%s is said, and nothing is changed', async (code, said) => {
  const fake = await openLauncher({ scenario: 'first' });
  await button(/^I have a rollout file/).click();
  fake.failNext('unlockRollout', fault(code));
  await textbox('Passphrase').fill('amber');
  await button('Unlock').click();
  await expect.element(textbox('Passphrase')).toHaveAccessibleDescription(said);
  expect(fake.view().tenants).toEqual([]);
  await button('Cancel').click();
  await expect.element(button(/^I have a rollout file/)).toBeVisible();
  expect(deeds(fake).at(-1)).toEqual(['forgetRollout', null]);
});

test('a file that Roomkey was started with is opened, also where it is set up', async () => {
  const fake = await openLauncher();
  fake.openRolloutFile({ name: 'globex.roomkey' });
  await step('A rollout file');
  await expect.element(page.getByText(/^globex.roomkey is locked/)).toBeVisible();
});

test('a desk that does not know who sits there asks last', async () => {
  const fake = await openLauncher({ scenario: 'none' });
  fake.change({ person: null });
  fake.openRolloutFile({ name: 'acme.roomkey' });
  await textbox('Passphrase').fill(PASSPHRASE);
  await button('Unlock').click();
  await button('Set up').click();
  await step('This desk is set up');
  await button('Start').click();
  await expect.element(textbox('Name')).toHaveAccessibleDescription(/Your name is missing/);
  await textbox('Name').fill('Ada Lovelace');
  await button('Start').click();
  await expect.element(page.getByRole('heading', { name: /Ada$/ })).toBeVisible();
});

test('a file that cannot be opened is said on the first screen', async () => {
  const fake = await openLauncher({ scenario: 'first' });
  fake.failNext('openRollout', fault('rolloutNotOne'));
  await button(/^I have a rollout file/).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('This is no rollout file.');
});
