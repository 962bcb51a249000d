/** Commands to a meeting: typed, asked about by name, given once, and told. */
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import type { FakeInspector } from '../../backend/fake/inspector';
import { openInspector } from '../../testing/inspector';
import { speak } from '../../texts/text.svelte';

afterEach(() => speak('en'));

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln';

const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const question = page.getByRole('dialog');
const given = (fake: FakeInspector) => fake.calls.filter(([command]) => command === 'giveCommand');

const COMMANDS: [button: string, typed: [string, string][], asked: string, command: object, done: string][] = [
  [
    'End the meeting',
    [['Room', 'Daily stand-up']],
    'End the meeting in “daily-stand-up”?',
    { kind: 'endMeeting', room: 'Daily stand-up' },
    'The meeting in “daily-stand-up” was ended.',
  ],
  [
    'Remove the person',
    [
      ['Room', 'board'],
      ['The person’s id in the meeting', 'f0aa9e1e'],
    ],
    'Remove f0aa9e1e from “board”?',
    { kind: 'removeParticipant', room: 'board', participant: 'f0aa9e1e' },
    'f0aa9e1e was removed from “board”.',
  ],
  [
    'Ban the user',
    [['User’s id', 'auth0|5f9']],
    'Ban the user “auth0|5f9”?',
    { kind: 'banUser', user: 'auth0|5f9' },
    'The user “auth0|5f9” was banned.',
  ],
  [
    'Ban the token',
    [['Token', TOKEN]],
    'Ban this token?',
    { kind: 'banToken', token: TOKEN },
    'A token of Ada Lovelace was banned.',
  ],
];

describe.each(COMMANDS)('%s', (name, typed, asked, command, done) => {
  test('asks by name, and gives the command after a yes', async () => {
    const fake = await openInspector('meetings');
    for (const [label, value] of typed) await field(label).fill(value);
    await button(name).click();
    await expect.element(question).toHaveTextContent(asked);
    await expect.element(question).toHaveTextContent('8x8.vc is asked once');
    expect(given(fake)).toEqual([]);
    await question.getByRole('button', { name }).click();
    await expect.element(page.getByText(done)).toBeVisible();
    await expect.element(question).not.toBeInTheDocument();
    expect(given(fake)).toEqual([['giveCommand', { tenant: 'acme', command }]]);
  });

  test('does nothing after a no', async () => {
    const fake = await openInspector('meetings');
    for (const [label, value] of typed) await field(label).fill(value);
    await button(name).click();
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(question).not.toBeInTheDocument();
    expect(given(fake)).toEqual([]);
  });
});

test('says what is wrong at its field, and asks nothing', async () => {
  const fake = await openInspector('meetings');
  await button('End the meeting').click();
  await expect.element(field('Room')).toHaveAttribute('aria-invalid', 'true');
  await field('Room').fill('board');
  await button('Remove the person').click();
  await expect.element(field('The person’s id in the meeting')).toHaveAttribute('aria-invalid', 'true');
  await expect.element(field('Room')).toHaveAttribute('aria-invalid', 'false');
  await button('Ban the user').click();
  await expect.element(field('User’s id')).toHaveAttribute('aria-invalid', 'true');
  await field('Token').fill('no token');
  await button('Ban the token').click();
  await expect.element(page.getByText('There is no token in it.')).toBeVisible();
  await expect.element(field('Token')).toHaveAttribute('aria-invalid', 'true');
  expect(given(fake)).toEqual([]);
});

test('a key that was pasted by mistake is gone from the field', async () => {
  await openInspector('meetings');
  await field('Token').fill('-----BEGIN PRIVATE KEY-----');
  await button('Ban the token').click();
  await expect.element(page.getByText('This is a private key.')).toBeVisible();
  await expect.element(field('Token')).toHaveValue('');
});

test('a banned token is shown by what it says, and leaves the field', async () => {
  await openInspector('meetings');
  await field('Token').fill(TOKEN);
  await button('Ban the token').click();
  for (const words of ['For Ada Lovelace (ada)', 'For the room board', 'Expired at', 'no command that takes a ban back']) {
    await expect.element(question).toHaveTextContent(words);
  }
  await expect.element(question).not.toHaveTextContent('eyJ');
  await question.getByRole('button', { name: 'Ban the token' }).click();
  await expect.element(field('Token')).toHaveValue('');
});

test('a command that failed says so in its question, and can be tried again', async () => {
  const fake = await openInspector('meetings');
  await field('Room').fill('board');
  await button('End the meeting').click();
  const values = { said: 'there is no such meeting' };
  fake.failNext('giveCommand', { code: 'commandNotFound', message: '', values });
  await question.getByRole('button', { name: 'End the meeting' }).click();
  await expect.element(question).toHaveTextContent('It says: “there is no such meeting”.');
  await expect.element(page.getByText('Nothing yet.')).toBeInTheDocument();
  await question.getByRole('button', { name: 'End the meeting' }).click();
  await expect.element(page.getByText('The meeting in “board” was ended.')).toBeVisible();
  expect(given(fake)).toHaveLength(2);
});

test('the keyboard alone ends a meeting, and Escape does not', async () => {
  const fake = await openInspector('meetings');
  await field('Room').click();
  await userEvent.keyboard('board{Tab}{Enter}');
  await expect.element(question).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(question).not.toBeInTheDocument();
  await expect.element(button('End the meeting')).toHaveFocus();
  expect(given(fake)).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.element(question).toBeVisible();
  question.getByRole('button', { name: 'End the meeting' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('The meeting in “board” was ended.')).toBeVisible();
  expect(given(fake)).toHaveLength(1);
});

test('what was typed and done is kept while the window is open', async () => {
  await openInspector('meetings');
  await field('Room').fill('board');
  await button('End the meeting').click();
  await question.getByRole('button', { name: 'End the meeting' }).click();
  await page.getByRole('button', { name: 'Webhooks' }).click();
  await page.getByRole('button', { name: 'Meetings' }).click();
  await expect.element(field('Room')).toHaveValue('board');
  await expect.element(page.getByText('The meeting in “board” was ended.')).toBeVisible();
});
