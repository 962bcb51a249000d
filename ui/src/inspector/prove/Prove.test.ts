import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../../backend/fake/checks';
import { openInspector } from '../../testing/inspector';
import { button } from '../../testing/setup';
import { speak } from '../../texts/text.svelte';

const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
const status = (words: string) => page.getByRole('status').filter({ hasText: words });
const box = (name: string) => page.getByRole('checkbox', { name, exact: true });

afterEach(() => speak('en'));

test('says what it is for before anything was proved', async () => {
  await openInspector('prove');
  await expect.element(status('Nothing has been proved yet')).toBeVisible();
  await expect.element(button('JUnit XML')).not.toBeInTheDocument();
  await expect.element(box('Expired token')).toBeChecked();
});

test('tries every case and says in one sentence that all is well', async () => {
  const fake = await openInspector('prove');
  await button('Start').click();

  await expect.element(status('All 13 as expected')).toBeVisible();
  await expect.element(row('Visitor')).toHaveTextContent(/^Visitor\s*Visitor\s*Visitor\s*Pass\s*4\.3 sec$/);
  await expect.element(row('Expired token')).toHaveTextContent('Refused: Not acceptable by exp');
  await expect.element(row('Every feature given')).toHaveTextContent('2 features on');
  await expect.element(row('Every feature given')).toHaveTextContent('no more than the role');
  expect(fake.calls.find(([name]) => name === 'proof.start')?.[1]).toMatchObject({
    place: 'rehearsal',
    tenant: 'acme',
    room: 'roomkey-proof',
  });
});

test('shows what differs, in words and in the language in force', async () => {
  const fake = await openInspector('prove');
  fake.proofs.setLeading('nobody');
  await button('Start').click();

  await expect.element(status('4 of 13 differ')).toBeVisible();
  const moderator = row('Moderator').first();
  await expect.element(moderator).toHaveTextContent('Fail');
  await expect.element(moderator).toHaveTextContent('Is participant and should be moderator.');
  await expect.element(row('Moderator and participant')).toHaveTextContent('Moderator: Is participant');
  await expect.element(row('Participant, alone')).toHaveTextContent('Pass');
  speak('de');
  await expect.element(status('4 von 13 weichen ab')).toBeVisible();
  await expect.element(row('Moderator').first()).toHaveTextContent('Ist Teilnehmer und sollte Moderator sein.');
});

test('only the chosen cases are tried, and a group is chosen at once', async () => {
  const fake = await openInspector('prove');
  await box('Refused').click();
  await box('Rights').click();
  await box('Visitor').click();
  await expect.element(box('Roles')).toBePartiallyChecked();
  await button('Start').click();

  await expect.element(status('All 3 as expected')).toBeVisible();
  expect(fake.calls.find(([name]) => name === 'proof.start')?.[1]).toMatchObject({
    cases: ['moderator', 'participant', 'together'],
  });
});

test('nothing chosen starts nothing', async () => {
  const fake = await openInspector('prove');
  for (const group of ['Roles', 'Rights', 'Together', 'Refused']) await box(group).click();
  await expect.element(page.getByText('Choose at least one case.')).toBeVisible();
  await button('Start').click({ force: true });
  expect(fake.calls.some(([name]) => name === 'proof.start')).toBe(false);
});

test('the table fills as it goes, and the tester stops it', async () => {
  const fake = await openInspector('prove');
  fake.proofs.holdAt('visitor');
  await button('Start').click();

  await expect.element(row('Visitor')).toHaveTextContent('Opens…');
  await expect.element(row('Moderator').first()).toHaveTextContent('Pass');
  await expect.element(row('Expired token')).toHaveTextContent('Waits');
  await expect.element(status('2 of 13 done…')).toBeVisible();
  await expect.element(box('Visitor')).toBeDisabled();
  await button('Stop').click();

  await expect.element(status('Stopped after 2 of 13, all of them as expected')).toBeVisible();
  await expect.element(row('Visitor')).toHaveTextContent('Stopped by you');
  await expect.element(row('Expired token')).toHaveTextContent('Stopped');
  await expect.element(button('Start again')).toBeVisible();
});

test('a window that the tester closes stops that case alone', async () => {
  const fake = await openInspector('prove');
  fake.proofs.closeAt('participant');
  await button('Start').click();

  await expect.element(status('Stopped after 12 of 13, all of them as expected')).toBeVisible();
  await expect.element(row('Participant, alone')).toHaveTextContent('Stopped by you');
  await expect.element(row('Expired token')).toHaveTextContent('Pass');
});

test('a real room is asked about first, with what it may cost', async () => {
  const fake = await openInspector('prove');
  await page.getByRole('combobox', { name: 'Where' }).selectOptions('In a room of Acme Meetings (8x8.vc)');
  await expect.element(page.getByText('Real people may be in the room.')).toBeVisible();
  await button('Start').click();

  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent('Each of the 2 windows may count as one monthly active user');
  expect(fake.calls.some(([name]) => name === 'proof.start')).toBe(false);
  await dialog.getByRole('button', { name: 'Prove there' }).click();

  await expect.element(status('All 13 as expected')).toBeVisible();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(fake.calls.find(([name]) => name === 'proof.start')?.[1]).toMatchObject({ place: 'server', tenant: 'acme' });
});

test('without a key there is a rehearsal, and why no more', async () => {
  await openInspector('prove', { scenario: 'nokey' });
  await expect.element(page.getByText('A real room needs a tenant with its key.')).toBeVisible();
  await expect.element(page.getByRole('option', { name: /^In a room/ })).not.toBeInTheDocument();
});

test.each([
  ['noChromium', /No Chromium/],
  ['meetingOpen', 'A meeting is open.'],
  ['proofRuns', 'A proof is running.'],
] as const)('what keeps it from beginning is said: %s', async (code, words) => {
  const fake = await openInspector('prove');
  fake.failNext('proof.start', fault(code));
  await button('Start').click();
  await expect.element(page.getByText(words)).toBeVisible();
  await expect.element(button('Start')).toBeVisible();
});

test('a room that cannot be is said at its field', async () => {
  await openInspector('prove');
  const room = page.getByRole('combobox', { name: 'Room' });
  await room.fill('a/b');
  await button('Start').click();
  await expect.element(room).toHaveAccessibleDescription(/slash|\//);
  await expect.element(room).toBeInvalid();
});

test('a browser that goes away in the middle ends the proof, with what is known', async () => {
  const fake = await openInspector('prove');
  fake.proofs.failAt('visitor', fault('noChromium'));
  await button('Start').click();
  await expect.element(status('The proof could not go on')).toBeVisible();
  await expect.element(row('Moderator').first()).toHaveTextContent('Pass');
  await expect.element(row('Expired token')).toHaveTextContent('Stopped');
});

test('saves in three forms; the page has the words of the table', async () => {
  const fake = await openInspector('prove');
  fake.proofs.setLeading('everybody');
  await button('Start').click();
  await expect.element(status('5 of 13 differ')).toBeVisible();
  await button('JUnit XML').click();
  await expect.element(page.getByText('Saved as /home/ada/Documents/roomkey-proof.xml')).toBeVisible();
  await button('JSON').click();
  await button('Page to print').click();
  await expect.element(page.getByText('Saved as /home/ada/Documents/roomkey-proof.html')).toBeVisible();

  const saved = fake.calls.filter(([name]) => name === 'proof.save').map(([, request]) => request);
  expect(saved.slice(0, 2)).toEqual([{ format: 'junit' }, { format: 'json' }]);
  expect(saved[2]).toMatchObject({
    format: 'page',
    text: { language: 'en', title: 'What the meetings of Acme Meetings grant', summary: '5 of 13 differ' },
  });
  expect(saved[2]).toHaveProperty('text.groups[0].lines[1]', {
    cells: ['Participant, alone in the room', 'Participant', 'Moderator', 'Fail', '4.3 sec'],
    differences: ['Is moderator and should be participant.'],
    differs: true,
  });
});

test('what was chosen and found stays while another section is shown', async () => {
  await openInspector('prove');
  await box('Refused').click();
  await button('Start').click();
  await expect.element(status('All 8 as expected')).toBeVisible();
  await button('Read').click();
  await button('Prove').click();
  await expect.element(status('All 8 as expected')).toBeVisible();
  await expect.element(box('Refused')).not.toBeChecked();
});

test('the keyboard is enough', async () => {
  const fake = await openInspector('prove');
  fake.proofs.holdAt('moderator');
  box('Expired token').element().focus();
  await userEvent.keyboard(' ');
  await expect.element(box('Expired token')).not.toBeChecked();
  button('Start').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(row('Moderator').first()).toHaveTextContent('Opens…');
  await expect.element(button('Stop')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Start again')).toHaveFocus();
});
