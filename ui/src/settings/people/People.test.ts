import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { APP_ID } from '../../backend/fake/settings-scenarios';
import { FEATURES } from '../../texts/features';
import { changes, openSettings, SMALLEST, tooWide } from '../../testing/settings';
import { button, textbox } from '../../testing/setup';

test('the default role is chosen by the keyboard', async () => {
  const fake = await openSettings('people');
  (page.getByRole('radio', { name: /^Participant/ }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => fake.view().tenants[0]?.role).toBe('visitor');
  expect(changes(fake)).toEqual([
    [
      'setTenant',
      {
        tenant: 'acme',
        title: 'Acme Meetings',
        provider: { kind: 'jaas', appId: APP_ID, domain: '8x8.vc' },
        lifetimeMinutes: 180,
        role: 'visitor',
      },
    ],
  ]);
});

test('moderators are added, several at once, and removed', async () => {
  const fake = await openSettings('people');
  const field = textbox('Address or @domain');
  await field.fill('Grace@Acme.example, @globex.example; ada@acme.example');
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Remove @globex.example')).toBeVisible();
  await expect.element(field).toHaveFocus();
  expect(fake.view().tenants[0]?.moderators).toEqual([
    'ada@acme.example',
    '@board.acme.example',
    'grace@acme.example',
    '@globex.example',
  ]);
  await button('Remove ada@acme.example').click();
  await expect.poll(() => fake.view().tenants[0]?.moderators).not.toContain('ada@acme.example');
  await expect.element(field).toHaveFocus();
});

test('who cannot be is said, and stays to be mended', async () => {
  const fake = await openSettings('people');
  const field = textbox('Address or @domain');
  await field.fill('ada.acme.example');
  await button('Add').click();
  await expect.element(field).toHaveAccessibleDescription(/neither an address nor a domain/);
  await expect.element(field).toHaveValue('ada.acme.example');
  expect(changes(fake)).toEqual([]);
});

test('each feature has a switch for each role and says what it does and costs', async () => {
  const fake = await openSettings('people');
  expect(page.getByRole('switch').elements()).toHaveLength(3 * Object.keys(FEATURES).length);
  await expect.element(page.getByRole('row', { name: /^Recording by the minute Records/ })).toBeInTheDocument();
  const recording = page.getByRole('switch', { name: 'Recording: Participants' });
  await expect.element(recording).not.toBeChecked();
  (recording.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.element(recording).toBeChecked();
  expect(changes(fake)).toEqual([
    [
      'setFeatures',
      {
        tenant: 'acme',
        role: 'participant',
        features: { 'screen-sharing': true, 'send-groupchat': true, recording: true },
      },
    ],
  ]);
});

test('that whoever holds the key can grant anything is said, and what a policy fixes is locked', async () => {
  await openSettings('people', { scenario: 'locked' });
  await expect.element(page.getByText(/Whoever holds the private key can grant anyone any role/)).toBeInTheDocument();
  await expect.element(page.getByRole('switch').first()).toBeDisabled();
  await expect.element(page.getByRole('radio').first()).toBeDisabled();
});

test('in the smallest window the words of a feature stand above its switches', async () => {
  await openSettings('people', { language: 'de' });
  await page.viewport(...SMALLEST);
  const rows = page.getByRole('main').element().querySelectorAll('tbody tr:has(td)');
  expect(rows.length).toBe(Object.keys(FEATURES).length);
  for (const row of rows) {
    const words = row.querySelector('th')?.getBoundingClientRect();
    const switches = [...row.querySelectorAll('td')].map((cell) => cell.getBoundingClientRect());
    expect(words?.width).toBeGreaterThan(250);
    expect(Math.min(...switches.map(({ top }) => top))).toBeGreaterThanOrEqual(words?.bottom ?? Infinity);
  }
  expect(tooWide()).toEqual([]);
});
