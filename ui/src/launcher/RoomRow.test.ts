import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../backend/fake/checks';
import { deeds, NOW, openLauncher } from '../testing/launcher';
import { TOAST_TIME } from '../parts/toast.svelte';

const row = (title: string) => page.getByRole('row').filter({ hasText: title });
const selectedTitle = () =>
  document.querySelector('[aria-selected="true"] .title')?.textContent ?? null;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
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
    await expect.element(row('Board')).toHaveTextContent('joined Saturday');
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

test('where a policy fixes the rooms, none is kept or removed', async () => {
  await openLauncher({ scenario: 'policy' });
  await page.getByRole('button', { name: 'More for Daily stand-up' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Put on desktop' })).toBeVisible();
  expect(page.getByRole('menuitem', { name: 'Remove from the list' }).elements()).toHaveLength(0);
  await userEvent.keyboard('{Escape}');
  await page.getByRole('combobox', { name: 'Find a room' }).fill('Project Orion');
  await expect.element(page.getByRole('button', { name: 'Join Project Orion' })).toBeVisible();
  expect(page.getByRole('button', { name: 'Keep Project Orion' }).elements()).toHaveLength(0);
});
