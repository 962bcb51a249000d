import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { fault } from '../backend/fake/checks';
import { openSettings } from '../testing/settings';
import { button } from '../testing/setup';
import { speak } from '../texts/text.svelte';

afterEach(() => speak('en'));

test('all is well, and that is said in one line', async () => {
  const fake = await openSettings('check');
  await button('Check now').click();
  await expect.element(page.getByText('Everything is well')).toBeVisible();
  expect(page.getByRole('listitem').filter({ hasText: 'Good' }).elements()).toHaveLength(12);
  expect(fake.calls).toContainEqual(['check', { tenant: 'acme' }]);
});

test('a tenant is rehearsed with what signs its tokens', async () => {
  const fake = await openSettings('check');
  fake.failNext('rehearseKey', fault('keyringMissing'));
  await button('Try in a rehearsal').click();
  await expect.element(page.getByText('not in the keyring')).toBeVisible();
  await button('Try in a rehearsal').click();
  await expect.element(page.getByText('not in the keyring')).not.toBeInTheDocument();
  expect(fake.calls).toContainEqual(['rehearseKey', { tenant: 'acme' }]);
});

test('results come one by one', async () => {
  await openSettings('check', { delay: 60 });
  await button('Check now').click();
  const keyring = page.getByRole('listitem').filter({ hasText: 'Keyring' });
  const devices = page.getByRole('listitem').filter({ hasText: 'Camera and microphone' });
  await expect.element(keyring).toHaveTextContent('Secret Service is open.');
  await expect.element(devices).toHaveTextContent('Waits');
  await expect.element(devices).toHaveTextContent('Good');
});

test('each fault comes with its remedy, in the language in force', async () => {
  await openSettings('check', { scenario: 'checkfails' });
  await button('Check now').click();
  await expect.element(page.getByText('2 faults, one warning')).toBeVisible();
  const line = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect.element(line('Clock')).toHaveTextContent('3 minutes behind. Let your system set the time');
  await expect.element(line('Media servers')).toHaveTextContent('meet-jit-si-turnrelay.jitsi.net:443');
  await expect.element(line('Camera and')).toHaveTextContent('Not looked at: a rehearsal shows it.');
  speak('de');
  await expect.element(line('Medienserver')).toHaveTextContent('Lassen Sie *.8x8.com');
});

test('the report is copied as text', async () => {
  await openSettings('check');
  await button('Check now').click();
  let copied = '';
  document.addEventListener('copy', () => (copied = String(document.getSelection())), { once: true });
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void (copied = text)) },
  });
  await button('Copy as text').click();
  await expect.element(button('Copied, without secrets')).toBeVisible();
  expect(copied).toMatch(/^keyring: pass\nkey: pass/);
});

test('a check that could not run says why', async () => {
  const fake = await openSettings('check');
  fake.failNext('check', fault('keyringStopped'));
  await button('Check now').click();
  await expect.element(page.getByText('Roomkey cannot reach the keyring.')).toBeVisible();
  await expect.element(button('Check now')).toHaveAttribute('aria-disabled', 'false');
});
