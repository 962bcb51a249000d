import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../../../backend/fake/checks';
import type { FakeInspectorOptions } from '../../../backend/fake/inspector';
import { openInspector } from '../../../testing/inspector';
import { button } from '../../../testing/setup';
import { speak } from '../../../texts/text.svelte';

const open = (options: FakeInspectorOptions = {}) => openInspector('prove', { scenario: 'videosdk', ...options });
const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
const status = (words: string) => page.getByRole('status').filter({ hasText: words });
const box = (name: string) => page.getByRole('checkbox', { name, exact: true });

afterEach(() => speak('en'));

test('says plainly that tokens are judged here and no window is opened', async () => {
  await open();
  await expect.element(page.getByText(/judges it here, by the rules that VideoSDK has published\. No window is opened/)).toBeVisible();
  await expect.element(status('Nothing has been judged yet')).toBeVisible();
  await expect.element(row('expired')).toHaveTextContent('Refused at “It has not expired”: TOKEN_EXPIRED');
  await expect.element(button('JUnit XML')).not.toBeInTheDocument();
  await expect.element(page.getByRole('combobox', { name: 'Where' })).not.toBeInTheDocument();
});

test('judges every case, and names the source of each expectation', async () => {
  const fake = await open();
  await button('Judge').click();
  await expect.element(status('All 6 as expected')).toBeVisible();
  await expect.element(row('allow_join')).toHaveTextContent(/^allow_join\s*Accepted\s*Accepted\s*Pass$/);
  await expect.element(row('crawler')).toHaveTextContent('calls REST');
  await page.getByText('Where the expectations come from').click();
  await expect.element(page.getByText('docs.videosdk.live: authentication and tokens').first()).toBeVisible();
  expect(fake.calls.find(([name]) => name === 'proof.judgeTable')?.[1]).toMatchObject({ tenant: 'videosdk' });
});

test('shows what differs, in the language in force', async () => {
  const fake = await open();
  fake.table.differAt('expired');
  await button('Judge').click();
  await expect.element(status('One of 6 differs')).toBeVisible();
  await expect.element(row('expired')).toHaveTextContent(/TOKEN_EXPIRED\s*Accepted\s*Fail$/);
  speak('de');
  await expect.element(row('expired')).toHaveTextContent('Abgelehnt bei „Es ist nicht abgelaufen“');
});

test('only the chosen groups are judged, by the keyboard too', async () => {
  const fake = await open();
  box('Roles').element().focus();
  await userEvent.keyboard(' ');
  await expect.element(box('Roles')).not.toBeChecked();
  await button('Judge').click();
  await expect.element(status('All 4 as expected')).toBeVisible();
  await expect.element(row('allow_join')).toHaveTextContent(/^allow_join\s*Accepted$/);
  const asked = fake.calls.find(([name]) => name === 'proof.judgeTable')?.[1];
  expect(asked).toMatchObject({ groups: ['features', 'rooms', 'times', 'signature'] });
  for (const group of ['Uses', 'Rooms', 'Times', 'Signature']) await box(group).click();
  await expect.element(page.getByText('Choose at least one group.')).toBeVisible();
});

test('a room that cannot be is said at its field', async () => {
  const fake = await open();
  fake.failNext('proof.judgeTable', fault('roomNotMade', { system: 'VideoSDK' }));
  await button('Judge').click();
  await expect.element(page.getByRole('combobox', { name: 'Room' })).toBeInvalid();
});

test('what the window’s own secret signs is said', async () => {
  const fake = await open();
  fake.table.signWith({ kind: 'window', why: fault('signingSecretMissing') });
  await button('Judge').click();
  await expect.element(page.getByText(/^A secret or key of this window signs, and is judged with\./)).toBeVisible();
});

test('saves in three forms; the page has the words of the table', async () => {
  const fake = await open();
  fake.table.differAt('expired');
  await button('Judge').click();
  await button('JUnit XML').click();
  await expect.element(page.getByText('Saved as /home/ada/Documents/roomkey-tokens.xml')).toBeVisible();
  await button('JSON').click();
  await button('Page to print').click();
  await expect.element(page.getByText('Saved as /home/ada/Documents/roomkey-tokens.html')).toBeVisible();
  const saved = fake.calls.filter(([name]) => name === 'proof.saveTable').map(([, request]) => request);
  expect(saved.slice(0, 2)).toEqual([
    { tenant: 'videosdk', form: { format: 'junit' } },
    { tenant: 'videosdk', form: { format: 'json' } },
  ]);
  expect(saved[2]).toMatchObject({
    form: { text: { title: 'What VideoSDK makes of the tokens of Acme Consulting', summary: 'One of 6 differs' } },
  });
  expect(saved[2]).toHaveProperty('form.text.groups[3].lines[0]', {
    cells: ['expired', 'Refused at “It has not expired”: TOKEN_EXPIRED', 'Accepted', 'Fail'],
    differences: [],
    differs: true,
  });
});

test('what was judged of one tenant waits while another is shown', async () => {
  await open({ scenario: 'providers' });
  const turnTo = (tenant: string) => page.getByRole('combobox', { name: 'Tenant' }).selectOptions(tenant);
  await turnTo('Acme Consulting');
  await button('Judge').click();
  await expect.element(status('All 6 as expected')).toBeVisible();
  await turnTo('Acme Intern');
  await expect.element(status('Nothing has been judged yet')).toBeVisible();
  await turnTo('Acme Meetings');
  await expect.element(status('Nothing has been proved yet')).toBeVisible();
  await turnTo('Acme Consulting');
  await expect.element(status('All 6 as expected')).toBeVisible();
});

test('where a server makes the tokens, no wrong one can be made', async () => {
  await open({ scenario: 'tokenserver' });
  await expect.element(page.getByText(/^Only your company’s token server has VideoSDK’s secret/)).toBeVisible();
  await expect.element(button('Judge')).not.toBeInTheDocument();
});
