import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../backend/fake/checks';
import { changes, openSettings } from '../testing/settings';
import { button, textbox } from '../testing/setup';
import { speak } from '../texts/text.svelte';

afterEach(() => speak('en'));

test('the language changes everything at once', async () => {
  const fake = await openSettings('preferences');
  await page.getByRole('combobox', { name: 'Language' }).selectOptions('Deutsch');
  await expect.element(page.getByRole('heading', { name: 'Persönliches' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Einrichtung prüfen' })).toBeVisible();
  expect(changes(fake)).toEqual([['setPreferences', { language: 'de', surface: 'auto' }]]);
});

test('who one is is saved when the field is left', async () => {
  const fake = await openSettings('preferences');
  await textbox('Name').fill('Grace Hopper');
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
  await textbox(/^Email/).fill('grace');
  await userEvent.keyboard('{Tab}');
  await expect.element(textbox(/^Email/)).toHaveAccessibleDescription(/no email address/);
  expect(fake.view().person).toEqual({ name: 'Grace Hopper', email: 'ada@acme.example' });
});

test('the meeting profile is reset after a question about what it costs', async () => {
  const fake = await openSettings('slate');
  await button('Reset the profile').click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent('bills by monthly active user');
  fake.failNext('resetProfile', fault('meetingOpen'));
  await dialog.getByRole('button', { name: 'Reset the profile' }).click();
  await expect.element(dialog).toHaveTextContent('A meeting is open. End it first.');
  await dialog.getByRole('button', { name: 'Reset the profile' }).click();
  await expect.element(page.getByText('The profile is new')).toBeVisible();
});

test('everything is removed after a question that names it', async () => {
  const fake = await openSettings('slate', { scenario: 'nextkey' });
  await button('Remove everything').click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent('one tenant with its rooms and brand');
  await expect.element(dialog).toHaveTextContent('2 private keys');
  await userEvent.keyboard('{Escape}');
  expect(changes(fake)).toEqual([]);
  await button('Remove everything').click();
  await dialog.getByRole('button', { name: 'Remove everything' }).click();
  await expect.poll(() => fake.view().tenants).toEqual([]);
});

test('what a policy would only bring back is not removed', async () => {
  await openSettings('slate', { scenario: 'locked' });
  await expect.element(button('Remove everything')).toBeDisabled();
  await expect.element(button('Reset the profile')).toBeEnabled();
});
