import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { deeds, openLauncher } from '../testing/launcher';

describe('around the rooms', () => {
  test('microphone and camera are switched for the arrival', async () => {
    const fake = await openLauncher();
    await expect.element(page.getByRole('switch', { name: 'Microphone' })).toBeChecked();
    await page.getByRole('switch', { name: 'Camera' }).click();
    await expect.element(page.getByRole('switch', { name: 'Camera' })).toBeChecked();
    expect(deeds(fake)).toEqual([['setArrival', { microphoneOn: true, cameraOn: true }]]);
  });

  test('a rehearsal starts at once, or with a case that is chosen', async () => {
    const fake = await openLauncher();
    await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
    await expect.element(page.getByRole('heading', { name: 'Rehearsal · Daily stand-up' })).toBeVisible();
    fake.meeting(null);
    await page.getByRole('button', { name: 'Choose what happens' }).click();
    await page.getByRole('button', { name: 'The token expires, then the connection drops' }).click();
    await expect.poll(() => deeds(fake)).toEqual([
      ['rehearse', { case: null }],
      ['rehearse', { case: 'silentDeath' }],
    ]);
    await expect.element(page.getByRole('heading', { name: 'Rehearsal · Demonstration' })).toBeVisible();
  });

  test('another company is chosen in the brand band', async () => {
    const fake = await openLauncher({ scenario: 'companies' });
    await page.getByRole('combobox', { name: 'Company' }).selectOptions('Globex Research and Development');
    await expect.poll(() => deeds(fake)).toEqual([['chooseTenant', { tenant: 'globex' }]]);
    expect(fake.view().tenant?.title).toBe('Globex Research and Development');
  });

  test('the brand’s picture and accent are used', async () => {
    const logo = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>';
    await openLauncher({ accent: '#e4002b', logo });
    expect(document.querySelector('header img')?.getAttribute('src')).toBe(logo);
    const join = page.getByRole('button', { name: 'Join Daily stand-up' }).element();
    expect(getComputedStyle(join).backgroundColor).toBe('rgb(228, 0, 43)');
  });
});

describe('notices', () => {
  test.each([
    ['clock', 'This computer’s clock is 3 minutes slow', false],
    ['keyring', 'There is no keyring on this computer', true],
    ['locked', 'The keyring is locked', true],
    ['nokey', 'The key is not in the keyring', true],
    ['nochromium', 'Meetings open in your browser', false],
    ['damaged', 'The settings could not be read', false],
    ['warning', 'A part of the settings was not understood', false],
    ['couldnot', 'That room could not be joined', true],
  ])('%s is said, opened where no meeting would open', async (scenario, said, grave) => {
    await openLauncher({ scenario });
    const notice = page.getByRole('listitem').filter({ hasText: said });
    await expect.element(notice.getByText(said)).toBeVisible();
    const close = notice.getByRole('button', { name: 'Close' });
    if (!grave) await notice.getByText(said).click();
    await close.click();
    await expect.element(page.getByText(said)).not.toBeInTheDocument();
  });

  test('names the file, and the command that mends it', async () => {
    await openLauncher({ scenario: 'damaged' });
    await page.getByText('The settings could not be read').click();
    await expect.element(page.getByText('settings.damaged-1.json')).toBeVisible();
  });

  test('a missing key leads to where it is brought in', async () => {
    const fake = await openLauncher({ scenario: 'nokey' });
    await page.getByRole('button', { name: 'Open Key in the settings' }).click();
    expect(fake.calls.at(-1)).toEqual(['openSettings', { section: 'key' }]);
  });

  test('what was asked for in vain is said with its reason, in the language in force', async () => {
    const fake = await openLauncher({ scenario: 'couldnot' });
    await expect.element(page.getByText('Roomkey does not know the company “acme”')).toBeVisible();
    await fake.setPreferences({ ...fake.view().preferences, language: 'de' });
    await expect.element(page.getByText('Diesem Raum konnten Sie nicht beitreten')).toBeVisible();
    await expect.element(page.getByText('Die Firma „acme“ kennt Roomkey nicht')).toBeVisible();
  });
});
