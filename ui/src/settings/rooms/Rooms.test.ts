import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../../backend/fake/checks';
import { focused } from '../../testing/launcher';
import { changes, openSettings } from '../../testing/settings';
import { button, textbox } from '../../testing/setup';

const lines = () => page.getByRole('list', { name: 'Rooms in their order' }).getByRole('listitem');
const search = () => page.getByRole('searchbox', { name: 'Find a room' });
const titles = (rooms: { title: string }[]) => rooms.map(({ title }) => title);
const at = (title: string) => vi.waitUntil(() => focused().startsWith(`Edit ${title}`));

describe('five thousand rooms', () => {
  test('make only the lines in sight, also far down', async () => {
    await openSettings('rooms', { scenario: 'thousands' });
    await expect.element(page.getByText('5000 rooms')).toBeVisible();
    expect(lines().elements().length).toBeLessThan(30);
    (lines().first().getByRole('button').first().element() as HTMLElement).focus();
    await userEvent.keyboard('{End}');
    await at('Research retrospective 125');
    expect(lines().elements().length).toBeLessThan(40);
    await userEvent.keyboard('{Home}');
    await at('Design weekly 1');
  });

  test('are filtered as one types', async () => {
    await openSettings('rooms', { scenario: 'thousands' });
    await search().fill('retro 125 res');
    await expect.element(page.getByText('1 of 5000')).toBeVisible();
    expect(lines().elements()).toHaveLength(1);
    await search().fill('nowhere');
    await expect.element(page.getByText('No such room')).toBeVisible();
  });
});

test('a room is added by the keyboard alone', async () => {
  const fake = await openSettings('rooms', { scenario: 'norooms' });
  (button('Add a room').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(textbox('Title')).toHaveFocus();
  await userEvent.keyboard('Project Orion{Enter}');
  await expect.element(lines()).toHaveTextContent('Project Orion');
  expect(fake.roomsOf('acme')).toMatchObject([{ name: 'project-orion', title: 'Project Orion', prejoin: false }]);
});

test('a room that cannot be is said at its title', async () => {
  await openSettings('rooms');
  await button('Add a room').click();
  await textbox('Title').fill('Board');
  await button('Add room').click();
  await expect.element(textbox('Title')).toHaveAccessibleDescription(/There is a room of that name/);
  await expect.element(page.getByRole('dialog')).toBeVisible();
});

test('a room is saved as it is edited', async () => {
  const fake = await openSettings('rooms');
  await lines().nth(2).getByRole('button').first().click();
  await page.getByRole('combobox', { name: 'Camera on arrival' }).selectOptions('Off');
  await page.getByRole('switch', { name: /^Show the page/ }).click();
  await page.getByRole('switch', { name: /in a lobby/ }).click();
  await page.getByRole('combobox', { name: 'Lifetime of a token' }).selectOptions('A time of its own');
  await textbox('Minutes').fill('45');
  await textbox(/^Subject/).fill('Quarterly figures');
  await textbox('Address or @domain').fill('linus@acme.example');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Remove linus@acme.example' })).toBeVisible();
  await expect.poll(() => fake.roomsOf('acme')[2]).toMatchObject({
    name: 'board',
    title: 'Board',
    subject: 'Quarterly figures',
    microphoneOn: false,
    cameraOn: false,
    prejoin: true,
    lobby: true,
    lifetimeMinutes: 45,
    moderators: ['grace@acme.example', 'linus@acme.example'],
  });
  await button('Done').click();
  await expect.element(lines().nth(2)).toHaveTextContent('camera off · page before · lobby · 45 minutes');
});

describe('the order', () => {
  test('is changed by the keyboard', async () => {
    const fake = await openSettings('rooms');
    await expect.element(lines().first()).toBeVisible();
    (lines().first().getByRole('button').first().element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}{Alt>}{ArrowUp}{/Alt}');
    await expect.poll(() => titles(fake.roomsOf('acme'))[0]).toBe('Customer calls');
    await at('Customer calls');
    await userEvent.keyboard('{Alt>}{End}{/Alt}');
    await expect.poll(() => titles(fake.roomsOf('acme'))[4]).toBe('Customer calls');
    expect(changes(fake)).toEqual([
      ['moveRoom', { tenant: 'acme', room: 'customer-calls', to: 0 }],
      ['moveRoom', { tenant: 'acme', room: 'customer-calls', to: 4 }],
    ]);
  });

  test('is changed by a drag of the handle', async () => {
    const fake = await openSettings('rooms');
    await expect.element(lines().first()).toBeVisible();
    const handle = page.getByTitle('Move Daily stand-up').element();
    const { x, y } = handle.getBoundingClientRect();
    const row = lines().first().element().getBoundingClientRect().height;
    const to = (down: number) => ({ bubbles: true, button: 0, pointerId: 1, clientX: x + 4, clientY: y + down });
    vi.spyOn(handle, 'setPointerCapture').mockImplementation(() => {});
    handle.dispatchEvent(new PointerEvent('pointerdown', to(8)));
    handle.dispatchEvent(new PointerEvent('pointermove', to(8 + row * 2.6)));
    handle.dispatchEvent(new PointerEvent('pointerup', to(8 + row * 2.6)));
    await expect
      .poll(() => titles(fake.roomsOf('acme')).slice(0, 3))
      .toEqual(['Customer calls', 'Board', 'Daily stand-up']);
  });

  test('cannot be changed where only some are shown', async () => {
    const fake = await openSettings('rooms');
    await search().fill('o');
    await expect.element(lines().first()).toBeVisible();
    expect(page.getByTitle(/^Move/).elements()).toHaveLength(0);
    (lines().nth(1).getByRole('button').first().element() as HTMLElement).focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(changes(fake)).toEqual([]);
  });
});

test('a removal can be taken back, to the same place', async () => {
  const fake = await openSettings('rooms');
  await expect.element(lines().first()).toBeVisible();
  (lines().first().getByRole('button').first().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Delete}');
  await expect.element(page.getByText('Board was removed')).toBeVisible();
  expect(titles(fake.roomsOf('acme'))).not.toContain('Board');
  await button('Undo').click();
  await expect.poll(() => titles(fake.roomsOf('acme'))[2]).toBe('Board');
  expect(fake.roomsOf('acme')[2]).toMatchObject({ moderators: ['grace@acme.example'], microphoneOn: false });
});

test('a room that could not be removed is there again, and why is said', async () => {
  const fake = await openSettings('rooms');
  await expect.element(lines().first()).toBeVisible();
  fake.failNext('removeRooms', fault('settingsNotSaved', { why: 'disk full' }));
  await button('More for Board').click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect.element(page.getByText(/not saved \(disk full\)/)).toBeVisible();
  expect(lines().elements()).toHaveLength(5);
});

describe('a spreadsheet', () => {
  test('is imported, and how much is said', async () => {
    await openSettings('rooms');
    await button('Import CSV').click();
    await expect.element(page.getByText('3 added, 1 changed')).toBeVisible();
  });

  test('with faults changes nothing, and each line’s is said', async () => {
    const fake = await openSettings('rooms');
    fake.nextImport({
      added: 0,
      changed: 0,
      faults: [
        { line: 3, error: fault('roomHasSlash') },
        { line: 9, error: fault('roomsValue', { column: 'minutes', found: 'soon' }) },
      ],
    });
    await button('Import CSV').click();
    const alert = page.getByRole('alert');
    await expect.element(alert).toHaveTextContent('Line 3: A room’s name has one level.');
    await expect.element(alert).toHaveTextContent('Line 9: “soon” cannot stand in the column minutes.');
  });

  test('is exported', async () => {
    await openSettings('rooms');
    await button('Export CSV').click();
    await expect.element(page.getByText('Exported to /home/ada/Documents/acme-rooms.csv')).toBeVisible();
  });
});

test('a policy’s rooms are shown and not changed', async () => {
  await openSettings('rooms', { scenario: 'locked' });
  await expect.element(lines().first()).toBeVisible();
  expect(button(/^(Add a room|Import CSV|More for)/).elements()).toHaveLength(0);
  await lines().nth(2).getByRole('button').first().click();
  await expect.element(textbox('Title')).toBeDisabled();
});
