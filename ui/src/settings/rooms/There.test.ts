/** The rooms that a provider has. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../../backend/fake/checks';
import { changes, openSettings } from '../../testing/settings';
import { button, textbox } from '../../testing/setup';

const there = (provider: string) => page.getByRole('list', { name: `Rooms at ${provider}` });
const line = (provider: string, title: string) => there(provider).getByRole('listitem').filter({ hasText: title });
const dialog = () => page.getByRole('dialog');

test('where any name is a room, there is nothing of the kind', async () => {
  await openSettings('rooms', { scenario: 'jitsi' });
  await expect.element(page.getByText('5 rooms')).toBeVisible();
  expect(button('Make a room').elements()).toHaveLength(0);
});

test('a room is made by the keyboard alone, and is listed', async () => {
  const fake = await openSettings('rooms', { scenario: 'videosdk' });
  await textbox('Title').click();
  await userEvent.keyboard('Project Orion{Enter}');
  await expect.element(page.getByText('Project Orion was made and added to the list')).toBeVisible();
  await expect.element(textbox('Title')).toHaveValue('');
  expect(changes(fake)).toEqual([
    ['makeRoom', { tenant: 'videosdk', title: 'Project Orion', from: null, until: null }],
  ]);
  expect(fake.roomsOf('videosdk').map(({ title }) => title)).toContain('Project Orion');
});

test('a planned room has a beginning and an end, in this order', async () => {
  const fake = await openSettings('rooms', { scenario: 'jiomeet' });
  await textbox('Title').fill('Quarterly review');
  await page.getByText('For a planned time').click();
  await page.getByLabelText('From').fill('2036-11-19T10:00');
  await page.getByLabelText('Until').fill('2036-11-19T09:00');
  await button('Make a room').click();
  await expect.element(page.getByLabelText('Until')).toHaveAccessibleDescription(/no later than its beginning/);
  expect(changes(fake)).toEqual([]);
  await page.getByLabelText('Until').fill('2036-11-19T11:00');
  await button('Make a room').click();
  await expect.poll(() => changes(fake)).toHaveLength(1);
  const at = (hour: number) => new Date(2036, 10, 19, hour).getTime() / 1000;
  expect(changes(fake)[0]).toEqual([
    'makeRoom',
    { tenant: 'jiomeet', title: 'Quarterly review', from: at(10), until: at(11) },
  ]);
});

test('a room that is not made is said, and what was typed stays', async () => {
  const fake = await openSettings('rooms', { scenario: 'jiomeet' });
  fake.failNext('makeRoom', fault('callInvalid', { system: 'JioMeet', said: 'Invalid topic', fields: 'topic' }));
  await textbox('Title').fill('Quarterly review');
  await button('Make a room').click();
  await expect
    .element(page.getByText('JioMeet does not take what it was given (topic). It says: “Invalid topic”.'))
    .toBeVisible();
  await expect.element(textbox('Title')).toHaveAttribute('aria-invalid', 'false');
  await expect.element(textbox('Title')).toHaveValue('Quarterly review');
});

test('a room without a title is said at the title', async () => {
  await openSettings('rooms', { scenario: 'jiomeet' });
  await button('Make a room').click();
  await expect.element(textbox('Title')).toHaveAccessibleDescription(/The room has no name/);
});

test('what is there is shown when it is asked for, with what of it is listed', async () => {
  const fake = await openSettings('rooms', { scenario: 'videosdk', delay: 400 });
  expect(fake.calls.map(([name]) => name)).not.toContain('providerRooms');
  await button('Show what is there').click();
  await expect.element(page.getByText('Asking VideoSDK…')).toBeVisible();
  await expect.element(line('VideoSDK', 'Daily stand-up')).toHaveTextContent('2kyv-gzay-64pg');
  await expect.element(line('VideoSDK', 'Daily stand-up')).toHaveTextContent('Listed');
  await line('VideoSDK', 'abc-xyzw-lmno').getByRole('button', { name: 'Add to the list' }).click();
  await expect.element(line('VideoSDK', 'abc-xyzw-lmno')).toHaveTextContent('Listed');
  expect(changes(fake)).toContainEqual(['listRoom', { tenant: 'videosdk', id: 'abc-xyzw-lmno' }]);
});

test('a room that leaves the list can be added again', async () => {
  await openSettings('rooms', { scenario: 'videosdk' });
  await button('Show what is there').click();
  await expect.element(line('VideoSDK', 'Daily stand-up')).toHaveTextContent('Listed');
  await button('More for Daily stand-up').click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect.element(line('VideoSDK', 'Daily stand-up').getByRole('button', { name: 'Add to the list' })).toBeVisible();
});

test('a room is called off after a question, where it can be', async () => {
  const fake = await openSettings('rooms', { scenario: 'jiomeet' });
  await button('Show what is there').click();
  const [planned, open] = [line('JioMeet', 'Quarterly review'), line('JioMeet', 'Abteilungsleitungsrunde')];
  await expect.element(planned).toHaveTextContent(/0123456789 · .*2026.*10:00/);
  expect(open.getByRole('button', { name: 'Call off' }).elements()).toHaveLength(0);
  await planned.getByRole('button', { name: 'Call off' }).click();
  await expect.element(dialog()).toHaveTextContent('JioMeet closes the room for everybody.');
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  expect(changes(fake).map(([name]) => name)).toEqual(['providerRooms']);
  await planned.getByRole('button', { name: 'Call off' }).click();
  fake.failNext('cancelRoom', fault('callServerFailed', { system: 'JioMeet', status: '502', said: '' }));
  await dialog().getByRole('button', { name: 'Call off' }).click();
  await expect.element(dialog()).toHaveTextContent('JioMeet failed (502).');
  await dialog().getByRole('button', { name: 'Call off' }).click();
  await expect.element(page.getByText('Quarterly review was called off')).toBeVisible();
  await expect.element(planned).not.toBeInTheDocument();
  expect(changes(fake).at(-1)).toEqual(['cancelRoom', { tenant: 'jiomeet', id: '0123456789' }]);
});

test('a provider that does not answer is said, and can be asked again', async () => {
  const fake = await openSettings('rooms', { scenario: 'jiomeet' });
  fake.failNext('providerRooms', fault('callUnanswered', { system: 'JioMeet' }));
  await button('Show what is there').click();
  await expect.element(page.getByText('JioMeet gave no answer in time.')).toBeVisible();
  await button('Show what is there').click();
  await expect.element(line('JioMeet', 'Quarterly review')).toBeVisible();
});

test('a provider without rooms says so', async () => {
  const fake = await openSettings('rooms', { scenario: 'jiomeet' });
  await button('Show what is there').click();
  for (const title of ['Quarterly review', 'Abteilungsleitungsrunde']) {
    await expect.element(line('JioMeet', title)).toBeVisible();
  }
  await fake.cancelRoom({ tenant: 'jiomeet', id: '0123456789' });
  await fake.cancelRoom({ tenant: 'jiomeet', id: '9876543210' });
  await button('Look again').click();
  await expect.element(page.getByText('There is no room yet.')).toBeVisible();
});
