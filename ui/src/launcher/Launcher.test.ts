import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../backend/fake/checks';
import { deeds, NOW, openLauncher } from '../testing/launcher';

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
    await expect.element(row('Customer calls')).toHaveTextContent('joined yesterday');
    await expect.element(row('Board')).toHaveTextContent('joined Saturday');
  });

  test('says for each room what one joins it as', async () => {
    await openLauncher();
    await expect.element(row('Board')).toHaveTextContent('joined Saturday · as moderator');
    await expect.element(row('Customer calls')).not.toHaveTextContent('as participant');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(page.getByRole('button', { name: 'You join as moderator' })).toBeVisible();
    await userEvent.keyboard('Project Orion');
    await expect.element(page.getByRole('button', { name: 'You join as participant' })).toBeVisible();
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

describe('the brand', () => {
  test('shows its pictures, and its logo leads where the tenant says', async () => {
    const fake = await openLauncher({ scenario: 'branded' });
    expect(document.querySelectorAll('header img')).toHaveLength(2);
    await page.getByRole('button', { name: 'Open www.acme.example' }).click();
    await expect.poll(() => deeds(fake)).toEqual([['followLink', { tenant: 'acme' }]]);
  });

  test('leads nowhere without a link', async () => {
    await openLauncher();
    expect(page.getByRole('button', { name: /^Open / }).elements()).toEqual([]);
    expect(document.querySelectorAll('header img')).toHaveLength(0);
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
