import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../backend/fake/checks';
import type { FakeOptions } from '../backend/fake';
import { speak } from '../texts/text.svelte';
import { deeds, openLauncher } from '../testing/launcher';

afterEach(() => speak('en'));

async function openPreferences(options: FakeOptions = {}) {
  const fake = await openLauncher(options);
  await page.getByRole('button', { name: 'Preferences' }).click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  return fake;
}

test('name and address are saved when they are left, and that is said', async () => {
  const fake = await openPreferences();
  await page.getByRole('textbox', { name: 'Name' }).fill('Grace Hopper');
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByText('Saved')).toBeVisible();
  expect(deeds(fake)).toEqual([['setPerson', { name: 'Grace Hopper', email: 'ada@acme.example' }]]);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('heading', { name: /Grace$/ })).toBeVisible();
});

test('leaving a field as it was saves nothing', async () => {
  const fake = await openPreferences();
  await userEvent.keyboard('{Tab}{Tab}');
  expect(deeds(fake)).toEqual([]);
});

test('a name that cannot be is said at its field and not saved', async () => {
  const fake = await openPreferences();
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('');
  await userEvent.keyboard('{Tab}');
  await expect.element(name).toHaveAccessibleDescription(/Your name is missing/);
  expect(fake.view().person?.name).toBe('Ada Lovelace');
  await name.fill('Ada Lovelace');
  await userEvent.keyboard('{Tab}');
  await expect.element(name).toHaveAttribute('aria-invalid', 'false');
});

test('the language changes everything at once, the page’s own too', async () => {
  const fake = await openPreferences();
  await page.getByRole('combobox', { name: 'Language' }).selectOptions('Deutsch');
  await expect.element(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  expect(document.documentElement.lang).toBe('de');
  expect(deeds(fake)).toEqual([['setPreferences', { language: 'de', surface: 'auto' }]]);
  await page.getByRole('button', { name: 'Schließen' }).click();
  await expect.element(page.getByRole('button', { name: 'Daily stand-up beitreten' })).toBeVisible();
  await page.getByRole('button', { name: 'Einstellungen' }).click();
  await page.getByRole('combobox', { name: 'Sprache' }).selectOptions('Wie das System');
  await expect.element(page.getByRole('heading', { name: 'Preferences' })).toBeVisible();
});

test('a fault is translated with everything else', async () => {
  const fake = await openLauncher();
  fake.failNext('join', fault('keyringLocked'));
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('The keyring is locked.');
  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByRole('combobox', { name: 'Language' }).selectOptions('Deutsch');
  await page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Der Schlüsselbund ist gesperrt.');
});

test('the window for meetings is chosen', async () => {
  const fake = await openPreferences();
  await page.getByRole('combobox', { name: 'Meetings open in' }).selectOptions('The system browser');
  await expect.poll(() => deeds(fake)).toEqual([
    ['setPreferences', { language: null, surface: 'browser' }],
  ]);
});

test('what could not be saved is said', async () => {
  const fake = await openPreferences();
  fake.failNext('setPreferences', fault('settingsNotSaved', { why: 'disk full' }));
  await page.getByRole('combobox', { name: 'Meetings open in' }).selectOptions('The system browser');
  await expect.element(page.getByText('Your settings were not saved (disk full).')).toBeVisible();
});

test('says what one joins as, and Roomkey’s version', async () => {
  await openLauncher({ scenario: 'moderator' });
  await page.getByRole('button', { name: 'You join as moderator' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent('end the meeting. Your company decides this.');
  await expect.element(dialog).toHaveTextContent('Roomkey 0.1.0');
});

test('another company is set up from here', async () => {
  await openPreferences();
  await page.getByRole('button', { name: 'Set up another company' }).click();
  await expect.element(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
});

test('on the first start the language is one press away', async () => {
  const fake = await openLauncher({ scenario: 'first' });
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect.element(page.getByRole('button', { name: /^Einrichten/ })).toBeVisible();
  expect(deeds(fake)).toEqual([['setPreferences', { language: 'de', surface: 'auto' }]]);
});

test('what a policy fixes is locked, with the reason', async () => {
  await openPreferences({ scenario: 'policy' });
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent('Set by IT for all desks.');
  await expect.element(dialog.getByRole('combobox', { name: 'Language' })).toBeDisabled();
  await expect.element(dialog.getByRole('textbox', { name: 'Name' })).toBeEnabled();
});
