import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../../backend/fake/checks';
import type { FakeInspector, FakeInspectorOptions } from '../../backend/fake/inspector';
import type { MakeRequest } from '../../bindings/MakeRequest';
import { NOW } from '../../testing/launcher';
import { openInspector } from '../../testing/inspector';
import { speak } from '../../texts/text.svelte';

const open = (options: FakeInspectorOptions = {}) => openInspector('make', { now: NOW, ...options });
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
// With its list of rooms, the native field is a combobox.
const room = () => page.getByLabelText('Room', { exact: true });
const asked = (fake: FakeInspector) => fake.calls.at(-1)?.[1] as MakeRequest | undefined;
const says = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeVisible();
const verdict = (words: RegExp) => expect.element(page.getByRole('heading', { name: words })).toBeVisible();
const value = (path: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: path, exact: true }) });

afterEach(() => speak('en'));

test('claims and verdict follow each edit', async () => {
  await open();
  await verdict(/^JaaS would let Ada Lovelace in as participant until 12:30/);
  await press('Moderator');
  await verdict(/in as moderator until 12:30/);
  await field('Name').fill('Grace Hopper');
  await field('Good for, in minutes').fill('60');
  await verdict(/^JaaS would let Grace Hopper in as moderator until 10:30/);
  await expect.element(value('context.user.moderator')).toHaveTextContent('"true"');
  await press('Hidden from the recorder');
  await expect.element(value('context.user.hidden-from-recorder')).toHaveTextContent('"true"');
});

test('presets bring the tenant’s features for the role, or none', async () => {
  const fake = await open();
  await press('Participant');
  await expect.element(value('context.features.screen-sharing')).toHaveTextContent('"true"');
  await press('No features');
  await says(/Features: none named/);
  await expect.poll(() => asked(fake)?.choices.features).toEqual({});
});

test('a feature is on, off or left out', async () => {
  await open();
  await press('No features');
  await page.getByText(/^Features: none named/).click();
  await page.getByRole('combobox', { name: 'Recording' }).selectOptions('off');
  await expect.element(value('context.features.recording')).toHaveTextContent('"false"');
  await page.getByRole('combobox', { name: 'Recording' }).selectOptions('left out');
  await expect.poll(() => value('context.features.recording').elements()).toEqual([]);
});

test('a token can be spoilt on purpose, and the verdict says how', async () => {
  await open();
  await page.getByText(/^Wrong on purpose/).click();
  await press('Add a change');
  await userEvent.keyboard('exp');
  await userEvent.keyboard('{Tab}soon');
  await says('This is no JSON.');
  await field('Value of change 1, as JSON').fill('"soon"');
  await verdict(/^JaaS would refuse this token/);
  await says(/exp is no number/);
  await page.getByRole('checkbox', { name: /^Leave out/ }).click();
  await verdict(/in as participant, for ever/);
  await press('Remove change 1');
  await verdict(/until 12:30/);
});

test('a fault is said at its field, and what is shown stays', async () => {
  await open();
  await verdict(/in as participant/);
  await room().fill('a/b');
  await says(/the last token that could be made/);
  await expect.element(room()).toHaveAttribute('aria-invalid', 'true');
  await expect.element(page.getByRole('button', { name: 'Copy token' })).toBeDisabled();
  await room().fill('Board');
  await expect.element(page.getByRole('button', { name: 'Copy token' })).toBeEnabled();
  await expect.element(value('room')).toHaveTextContent('"board"');
});

test('the token goes to the clipboard without passing the page', async () => {
  const fake = await open();
  await press('Copy token');
  await says('The token is in the clipboard');
  expect(fake.clipboard()).toMatch(/^eyJ.*\.eyJ.*\.c2ln/);
  await press('Copy meeting address');
  await says(/It carries the token: whoever has it gets in/);
  expect(fake.clipboard()).toMatch(/^https:\/\/8x8\.vc\/vpaas-magic-cookie-[^/]+\/daily-stand-up\?jwt=eyJ/);
  expect(document.body.innerHTML).not.toContain('c2lnbmF0dXJl');
});

test('the token is shown on request, and hidden at the next edit', async () => {
  await open();
  await press('Show the token');
  await says('c2lnbmF0dXJl');
  await press('Hide the token');
  await says('not shown');
  await press('Show the token');
  await says('c2lnbmF0dXJl');
  await press('Moderator');
  await says('not shown');
});

test('an own preset is saved, used, removed and brought back', async () => {
  const fake = await open();
  await press('Moderator');
  await field('Save as a preset').fill('Lead');
  await press('Save');
  await says('The preset Lead was saved');
  await press('Visitor');
  await verdict(/in as visitor/);
  await press('Use Lead');
  await verdict(/in as moderator/);
  await press('Remove the preset Lead');
  await says('The preset Lead was removed');
  expect(fake.view().presets).toEqual([]);
  await press('Undo');
  await expect.element(page.getByRole('button', { name: 'Use Lead' })).toBeVisible();
  expect(fake.view().presets[0]?.choices.role).toBe('moderator');
});

test('the preset of a name is replaced by that name', async () => {
  const fake = await open({ scenario: 'presets' });
  await field('Save as a preset').fill('Expired moderator');
  await press('Replace');
  await says(/was saved/);
  expect(fake.view().presets.map(({ choices }) => choices.role)).toEqual(['participant']);
});

test('a preset that was not saved keeps its name and says why', async () => {
  const fake = await open();
  fake.failNext('savePreset', fault('settingsNotSaved', { why: 'disk full' }));
  await field('Save as a preset').fill('Lead');
  await userEvent.keyboard('{Enter}');
  await says(/disk full/);
  await expect.element(field('Save as a preset')).toHaveValue('Lead');
});

test('the tenant’s own room is opened after a question, a rehearsal without one', async () => {
  const fake = await open();
  const opened = () => fake.calls.filter(([name]) => name === 'openMade').map(([, request]) => (request as { rehearsal: boolean }).rehearsal);
  await press('Open in a rehearsal');
  await expect.poll(opened).toEqual([true]);
  await press('Open in the room');
  await says(/Real people may be in daily-stand-up of Acme Meetings/);
  expect(opened()).toEqual([true]);
  await page.getByRole('dialog').getByRole('button', { name: 'Open in the room' }).click();
  await expect.poll(opened).toEqual([true, false]);
});

test('a tenant without a key has a key of the window, and that is said', async () => {
  await open({ scenario: 'nokey' });
  await verdict(/^With the right signature, JaaS would let Ada Lovelace in as participant/);
  await says(/Signed with a key of this window, which no server knows/);
});

test('another tenant’s key signs at once', async () => {
  const fake = await open({ scenario: 'two' });
  await verdict(/in as participant/);
  await page.getByRole('combobox', { name: 'Tenant' }).selectOptions('Acme Staging');
  await expect.poll(() => asked(fake)?.tenant).toBe('staging');
});

test('without a tenant it says where one is made', async () => {
  await open({ scenario: 'empty' });
  await says(/Set one up in the settings first/);
});

test('the role is chosen by the arrow keys', async () => {
  await open();
  await page.getByRole('radio', { name: 'Participant' }).click({ force: true });
  await userEvent.keyboard('{ArrowRight}');
  await verdict(/in as visitor/);
});
