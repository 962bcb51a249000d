import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../backend/fake/checks';
import { deeds, NOW, openLauncher } from '../testing/launcher';
import { TOAST_TIME } from './toast.svelte';

const field = () => page.getByRole('combobox', { name: 'Find a room' });
const row = (title: string) => page.getByRole('row').filter({ hasText: title });
const rowTitles = () =>
  page.getByRole('row').elements().map((element) => element.querySelector('.title')?.textContent);
const selectedTitle = () =>
  document.querySelector('[aria-selected="true"] .title')?.textContent ?? null;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('what stands there', () => {
  test('greets, says the role before one joins, and lists the last joined first', async () => {
    await openLauncher();
    await expect.element(page.getByRole('heading', { name: 'Good morning, Ada' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'You join as participant' })).toBeVisible();
    expect(rowTitles()).toEqual([
      'Daily stand-up',
      'Customer calls',
      'Board',
      'Abteilungsleitungsrunde Produktentwicklung',
      'All hands',
    ]);
    await expect.element(row('Customer calls')).toHaveTextContent('yesterday');
    await expect.element(row('Board')).toHaveTextContent('Saturday');
  });

  test('has the keys in the field at once and one Join button', async () => {
    await openLauncher();
    await expect.element(field()).toHaveFocus();
    expect(page.getByRole('button', { name: /^Join / }).elements()).toHaveLength(1);
  });

  test('without rooms offers to name one', async () => {
    await openLauncher({ scenario: 'none' });
    await page.getByRole('button', { name: 'Name a room' }).click();
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveAttribute('placeholder', 'Name your first room');
  });

  test('makes only the rows in sight of five thousand', async () => {
    const fake = await openLauncher({ scenario: 'thousands' });
    expect(fake.view().tenant?.rooms).toHaveLength(5000);
    expect(page.getByRole('row').elements().length).toBeLessThan(30);
    await expect.element(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '5000');
    await userEvent.keyboard('{PageDown}{PageDown}{PageDown}{PageDown}{PageDown}');
    await expect.element(page.getByRole('row', { selected: true })).toHaveAttribute('aria-rowindex', '31');
    await expect.element(page.getByRole('row', { selected: true })).toBeInViewport();
  });

  test('shows what was found among five thousand rooms at once', async () => {
    await openLauncher({ scenario: 'thousands' });
    const input = field().element() as HTMLInputElement;
    input.value = 'legal review 9';
    const before = performance.now();
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    flushSync();
    expect(performance.now() - before).toBeLessThan(200);
    expect(selectedTitle()).toBe('Legal review 9');
  });
});

describe('joining', () => {
  test('Enter joins the selected room', async () => {
    const fake = await openLauncher();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(() => deeds(fake)).toEqual([
      ['join', { tenant: 'acme', room: 'customer-calls' }],
    ]);
  });

  test('the arrows stop at both ends', async () => {
    await openLauncher();
    await userEvent.keyboard('{ArrowUp}');
    expect(selectedTitle()).toBe('Daily stand-up');
    await userEvent.keyboard('{ArrowDown>9/}');
    await expect.poll(() => selectedTitle()).toBe('All hands');
  });

  test('the pointer selects a row and its button joins', async () => {
    const fake = await openLauncher();
    await row('Board').hover();
    await row('Board').hover({ position: { x: 30, y: 30 } });
    await page.getByRole('button', { name: 'Join Board' }).click();
    await expect.poll(() => deeds(fake)).toEqual([['join', { tenant: 'acme', room: 'board' }]]);
  });

  test('a click on a row leaves the keys in the field', async () => {
    await openLauncher();
    await row('Board').click();
    await expect.element(field()).toHaveFocus();
    expect(selectedTitle()).toBe('Board');
  });

  test('the row says that it opens, and the foot where the meeting stands', async () => {
    const fake = await openLauncher();
    await userEvent.keyboard('{Enter}');
    await expect.element(row('Daily stand-up')).toHaveTextContent('Opening…');
    const meeting = page.getByRole('region', { name: 'Daily stand-up' });
    await expect.element(meeting).toHaveTextContent('Opening…');
    fake.meeting({ kind: 'joined', participantId: 'a1', role: 'moderator' });
    await expect.element(meeting).toHaveTextContent('You are in, as moderator');
    await expect.element(row('Daily stand-up')).not.toHaveTextContent('Opening…');
    await meeting.getByRole('button', { name: 'Show' }).click();
    await meeting.getByRole('button', { name: 'Leave' }).click();
    expect(deeds(fake).map(([name]) => name)).toEqual(['join', 'showMeeting', 'endMeeting']);
    await expect.element(meeting).not.toBeInTheDocument();
  });

  test('a second Enter asks again, so that the shell can bring the meeting to the front', async () => {
    const fake = await openLauncher();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('region', { name: 'Daily stand-up' })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => deeds(fake).map(([name]) => name)).toEqual(['join', 'join']);
  });

  test('what cannot be opened is said in place, with the way out', async () => {
    const fake = await openLauncher();
    fake.failNext('join', fault('keyringLocked'));
    await userEvent.keyboard('{Enter}');
    const card = page.getByRole('alert');
    await expect.element(card).toHaveTextContent('Daily stand-up did not open');
    await expect.element(card).toHaveTextContent('The keyring is locked.');
    await card.getByRole('button', { name: 'Try again' }).click();
    await expect.element(card).not.toBeInTheDocument();
    expect(deeds(fake).map(([name]) => name)).toEqual(['join', 'join']);
  });

  test('a failed meeting says what, why and what to do, and is tried again', async () => {
    const fake = await openLauncher({ scenario: 'failed' });
    const card = page.getByRole('alert');
    await expect.element(card).toHaveTextContent('Customer calls did not open');
    await expect.element(card).toHaveTextContent('The server refused your token');
    await expect.element(card).toHaveTextContent('check the key id');
    await expect.element(card).toHaveTextContent('could not obtain public key');
    await card.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => deeds(fake)).toEqual([
      ['endMeeting', null],
      ['join', { tenant: 'acme', room: 'customer-calls' }],
    ]);
    await expect.element(row('Customer calls')).toHaveTextContent('Opening…');
  });
});

describe('the field', () => {
  test('has the keys again when what had them is gone', async () => {
    const fake = await openLauncher({ scenario: 'meeting' });
    await page.getByRole('button', { name: 'Leave' }).click();
    await expect.element(page.getByRole('button', { name: 'Leave' })).not.toBeInTheDocument();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(() => deeds(fake).at(-1)).toEqual([
      'join',
      { tenant: 'acme', room: 'customer-calls' },
    ]);
  });

  test('filters by parts of words, without accents, the best first', async () => {
    await openLauncher();
    await userEvent.keyboard('c');
    expect(rowTitles()[0]).toBe('Customer calls');
    await userEvent.keyboard('alls');
    await expect.poll(() => rowTitles()).toEqual(['Customer calls', 'calls']);
  });

  test('Esc clears, and / and letters find their way to it', async () => {
    await openLauncher();
    await userEvent.keyboard('board{Escape}');
    await expect.element(field()).toHaveValue('');
    await page.getByRole('button', { name: 'Preferences' }).click();
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('/');
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveValue('');
    await userEvent.keyboard('{Tab}');
    await userEvent.keyboard('bo');
    await expect.element(field()).toHaveValue('bo');
  });

  test('shows a new room in its normalised form and joins what was typed', async () => {
    const fake = await openLauncher();
    await userEvent.keyboard('Project  Orion');
    await expect.element(row('Project Orion')).toHaveTextContent('New room · project-orion');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => deeds(fake)).toEqual([
      ['join', { tenant: 'acme', room: 'Project  Orion' }],
    ]);
    await expect.element(field()).toHaveValue('');
  });

  test('offers no new room where there is one of that name', async () => {
    await openLauncher();
    await userEvent.keyboard('DAILY stand-up');
    await expect.poll(() => rowTitles()).toEqual(['Daily stand-up']);
  });

  test('keeps a new room without joining it', async () => {
    const fake = await openLauncher();
    await userEvent.keyboard('Project Orion');
    await page.getByRole('button', { name: 'Keep Project Orion' }).click();
    await expect.element(row('Project Orion')).toBeVisible();
    expect(deeds(fake)).toEqual([['addRoom', { tenant: 'acme', title: 'Project Orion' }]]);
    await expect.element(page.getByText('Project Orion is in the list')).toBeVisible();
  });

  test.each([
    ['a/b', 'Leave out the slash'],
    ['встреча', 'does not tell others apart'],
    ['what?', '“?” cannot stand'],
  ])('says what is wrong with %s', async (typed, said) => {
    const fake = await openLauncher();
    await field().fill(typed);
    await expect.element(field()).toHaveAccessibleDescription(expect.stringContaining(said));
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
    await userEvent.keyboard('{Enter}');
    expect(deeds(fake)).toEqual([]);
    await field().fill('all');
    await expect.element(field()).toHaveAttribute('aria-invalid', 'false');
  });

  test('a fault of the room at joining is said at the field', async () => {
    const fake = await openLauncher();
    fake.failNext('join', fault('roomTooLong', { found: '120' }));
    await userEvent.keyboard('{Enter}');
    await expect.element(field()).toHaveAccessibleDescription(/this one has 120/);
  });
});

describe('what else a room can have done', () => {
  async function menu(title: string, item: string) {
    await row(title).click();
    await page.getByRole('button', { name: `More for ${title}` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  }

  test('an icon is put on the desktop, and said', async () => {
    const fake = await openLauncher();
    await menu('Board', 'Put on desktop');
    await expect.element(page.getByText('Board is on your desktop')).toBeVisible();
    expect(deeds(fake)).toEqual([['putOnDesktop', { tenant: 'acme', room: 'board' }]]);
  });

  test('the menu is worked by keys and gives the focus back', async () => {
    await openLauncher();
    const more = page.getByRole('button', { name: 'More for Daily stand-up' });
    await userEvent.keyboard('{Tab}{Tab}{Enter}');
    await expect.element(page.getByRole('menuitem', { name: 'Put on desktop' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('menuitem', { name: 'Remove' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('menuitem', { name: 'Put on desktop' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(more).toHaveFocus();
  });

  test('a removed room comes back by Undo, as it was', async () => {
    const fake = await openLauncher();
    await menu('Board', 'Remove from the list');
    await expect.element(row('Board')).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(row('Board')).toHaveTextContent('Saturday');
    expect(selectedTitle()).toBe('Board');
    expect(deeds(fake)).toEqual([]);
  });

  test('a removed room is gone once the message was closed', async () => {
    const fake = await openLauncher();
    await menu('Board', 'Remove from the list');
    await page.getByRole('status').getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => deeds(fake)).toEqual([
      ['removeRoom', { tenant: 'acme', room: 'board' }],
    ]);
    expect(fake.view().tenant?.rooms.map(({ name }) => name)).not.toContain('board');
  });

  test('a removed room is gone once the message has passed, or the window closes', async () => {
    vi.useFakeTimers({ now: NOW });
    const fake = await openLauncher();
    await menu('Board', 'Remove from the list');
    await vi.advanceTimersByTimeAsync(TOAST_TIME);
    await vi.runAllTicks();
    await vi.advanceTimersByTimeAsync(10);
    expect(deeds(fake)).toEqual([['removeRoom', { tenant: 'acme', room: 'board' }]]);
    await menu('All hands', 'Remove from the list');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await vi.advanceTimersByTimeAsync(10);
    expect(deeds(fake)).toHaveLength(2);
  });

  test('a removal that fails brings the room back and says so', async () => {
    const fake = await openLauncher();
    fake.failNext('removeRoom', fault('settingsNotSaved', { why: 'disk full' }));
    await menu('Board', 'Remove from the list');
    await page.getByRole('status').getByRole('button', { name: 'Close' }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('disk full');
    await expect.element(row('Board')).toBeVisible();
  });
});

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
    await expect.element(page.getByRole('heading', { name: 'Rehearsal' })).toBeVisible();
    fake.meeting(null);
    await page.getByRole('button', { name: 'Choose what happens' }).click();
    await page.getByRole('button', { name: 'The token expires, then the connection drops' }).click();
    await expect.poll(() => deeds(fake)).toEqual([
      ['rehearse', { case: null }],
      ['rehearse', { case: 'silentDeath' }],
    ]);
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

  test('a missing key leads to the set-up, with the person filled in', async () => {
    await openLauncher({ scenario: 'nokey' });
    await page.getByRole('button', { name: 'Set up the key again' }).click();
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ada Lovelace');
    await page.getByRole('button', { name: 'Back' }).click();
    await expect.element(field()).toBeVisible();
  });
});
