/** Tokens of the providers beside JaaS: what each offers, and nothing more. */
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import type { FakeInspector, FakeInspectorOptions } from '../../backend/fake/inspector';
import type { MakeRequest } from '../../bindings/MakeRequest';
import { NOW } from '../../testing/launcher';
import { openInspector } from '../../testing/inspector';
import { speak } from '../../texts/text.svelte';

const open = (options: FakeInspectorOptions) => openInspector('make', { now: NOW, ...options });
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const button = (name: string) => page.getByRole('button', { name, exact: true });
const radio = (name: string) => page.getByRole('radio', { name, exact: true });
const choose = (name: string) => radio(name).click({ force: true });
const asked = (fake: FakeInspector) => fake.calls.findLast(([name]) => name === 'make')?.[1] as MakeRequest | undefined;
const says = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeVisible();
const verdict = (words: string) => expect.element(page.getByRole('heading', { name: words })).toBeVisible();
const value = (path: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: path, exact: true }) });
const turnTo = (tenant: string) => page.getByRole('combobox', { name: 'Tenant' }).selectOptions(tenant);

afterEach(() => speak('en'));

test('VideoSDK has a lobby, no visitors, no features and no recorder', async () => {
  const fake = await open({ scenario: 'videosdk' });
  await verdict('VideoSDK would take this token.');
  await press('Lobby');
  await expect.element(value('permissions')).toHaveTextContent('["ask_join"]');
  await expect.element(value('permissions')).toHaveTextContent('What it allows');
  await expect.element(radio('Lobby')).toBeChecked();
  for (const none of ['Visitor', 'Hidden from the recorder', 'No features']) {
    await expect.element(button(none)).not.toBeInTheDocument();
  }
  await expect.element(page.getByText(/^Features:/)).not.toBeInTheDocument();
  expect(asked(fake)?.choices).toMatchObject({ role: 'lobby', features: {}, hiddenFromRecorder: false });
});

test('a token that calls REST is for no room and nobody', async () => {
  const fake = await open({ scenario: 'videosdk' });
  await verdict('VideoSDK would take this token.');
  await choose('Call REST');
  await expect.element(value('roles')).toHaveTextContent('["crawler"]');
  await expect.element(page.getByLabelText('Room', { exact: true })).not.toBeInTheDocument();
  await expect.element(page.getByRole('textbox', { name: 'Name', exact: true })).not.toBeInTheDocument();
  await says('It calls REST, and opens no room.');
  expect(asked(fake)?.command).toBe(true);
  await press('Moderator');
  await expect.element(radio('Join')).toBeChecked();
  await expect.element(value('roles')).toHaveTextContent('["rtc"]');
});

test('VideoSDK’s rooms are opened, and have neither an address of ours nor a rehearsal', async () => {
  const fake = await open({ scenario: 'videosdk' });
  for (const none of ['Open in a rehearsal', 'Copy meeting address']) {
    await expect.element(button(none)).not.toBeInTheDocument();
  }
  await press('Open in the room');
  await page.getByRole('dialog').getByRole('button', { name: 'Open in the room' }).click();
  await expect.poll(() => fake.calls.at(-1)).toMatchObject(['openMade', { rehearsal: false }]);
  await press('Copy token');
  await says('The token is in the clipboard');
  expect(fake.clipboard()).toMatch(/^eyJ/);
  await press('Show the token');
  await says('c2lnbmF0dXJl');
});

test('Jitsi’s meetings are opened, by their address too', async () => {
  const fake = await open({ scenario: 'jitsi' });
  await verdict('Jitsi Meet would take this token.');
  await says('Checked with the secret or key of Acme Intern.');
  await expect.element(radio('Call REST')).not.toBeInTheDocument();
  await press('Copy meeting address');
  await expect.poll(() => fake.clipboard()).toMatch(/^https:\/\/meet\.acme\.example\/daily-stand-up\?jwt=eyJ/);
  await press('Open in a rehearsal');
  await expect.poll(() => fake.calls.at(-1)?.[0]).toBe('openMade');
});

test('a change spoils any provider’s token', async () => {
  await open({ scenario: 'jitsi' });
  await page.getByText(/^Wrong on purpose/).click();
  await press('Add a change');
  await userEvent.keyboard('exp{Tab}1000');
  await verdict('Jitsi Meet would refuse this token.');
  await says('Not acceptable by exp');
});

test('JioMeet has tokens for REST alone, and says how one joins', async () => {
  const fake = await open({ scenario: 'jiomeet' });
  await says(/^JioMeet lets people in by the room’s link, without a token/);
  await verdict('JioMeet would take this token.');
  await expect.element(page.getByRole('radiogroup')).not.toBeInTheDocument();
  expect(asked(fake)?.command).toBe(true);
});

test('a company’s token server is asked when the tester says so', async () => {
  const fake = await open({ scenario: 'tokenserver' });
  await says(/^The tokens of this tenant come from your company’s server/);
  await says('Ask the server for a token to see it explained.');
  expect(asked(fake)).toBeUndefined();
  await press('Ask for a token');
  await verdict('With the right signature, VideoSDK would take this token.');
  await says(/The secret is on the token server alone/);
  await says(/^The launcher opens rooms with tokens of the server/);
  await expect.element(button('Open in the room')).not.toBeInTheDocument();
  expect(asked(fake)?.choices.changes).toEqual([]);
});

test('what was chosen for one provider waits while another is shown', async () => {
  const fake = await open({ scenario: 'providers' });
  await press('Visitor');
  await expect.poll(() => asked(fake)?.choices.role).toBe('visitor');
  await turnTo('Acme Intern');
  await verdict('Jitsi Meet would take this token.');
  expect(asked(fake)?.choices.role).toBe('participant');
  await turnTo('Acme Meetings');
  await expect.element(radio('Visitor')).toBeChecked();
});

test('a preset of a role that the provider has not is not offered, and not lost', async () => {
  const fake = await open({ scenario: 'providers' });
  await press('Visitor');
  await page.getByRole('textbox', { name: 'Save as a preset' }).fill('Watcher');
  await press('Save');
  await expect.element(button('Use Watcher')).toBeEnabled();
  await turnTo('Acme Intern');
  await expect.element(button('Use Watcher')).toBeDisabled();
  await expect.element(button('Use Watcher')).toHaveAttribute('title', 'Jitsi Meet has no such role.');
  expect(fake.view().presets[0]?.choices.role).toBe('visitor');
});

test('the keyboard gets from the purpose to the roles', async () => {
  const fake = await open({ scenario: 'videosdk' });
  await verdict('VideoSDK would take this token.');
  await choose('Join');
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => asked(fake)?.command).toBe(true);
  await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(() => asked(fake)?.command).toBe(false);
});

test.each([
  ['meetings', /^VideoSDK takes none of these commands\. Its rooms are made/],
  ['webhooks', /^Roomkey verifies the webhooks that JaaS signs/],
] as const)('%s says what there is instead', async (section, words) => {
  await openInspector(section, { scenario: 'videosdk' });
  await says(words);
});
