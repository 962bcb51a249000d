/** Where the focus goes, and that it can be seen wherever it is. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { focused, openLauncher } from '../testing/launcher';

test('Tab goes from the field through the selected room to the foot and around', async () => {
  await openLauncher();
  const order = await tabOrder(9);
  expect(order).toEqual([
    'Join Daily stand-up',
    'More for Daily stand-up',
    'Microphone',
    'Camera',
    'Rehearse',
    'Choose what happens in the rehearsal',
    'Preferences',
    'You join as participant',
    'Find a room or name a new one',
  ]);
});

test('the steps of the set-up go from field to field to the way on', async () => {
  await openLauncher({ scenario: 'first' });
  await page.getByRole('button', { name: /^Set up/ }).click();
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  expect(await tabOrder(3)).toEqual(['Emailoptional', 'Back', 'Next']);
});

test('the focus is ringed wherever it goes', async () => {
  await openLauncher({ scenario: 'meeting' });
  await expect.element(page.getByRole('combobox')).toHaveFocus();
  const bare: string[] = [];
  for (let step = 0; step < 12; step += 1) {
    await userEvent.keyboard('{Tab}');
    if (!isRinged(document.activeElement)) bare.push(focused());
  }
  expect(bare).toEqual([]);
});

test('a dialog takes the focus and gives it back', async () => {
  await openLauncher();
  const preferences = page.getByRole('button', { name: 'Preferences' });
  await preferences.click();
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(preferences).toHaveFocus();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('a click beside a dialog closes it, one inside does not', async () => {
  await openLauncher();
  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByRole('heading', { name: 'Preferences' }).click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('dialog').click({ position: { x: -6, y: 100 }, force: true });
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

async function tabOrder(steps: number): Promise<string[]> {
  const order: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    await userEvent.keyboard('{Tab}');
    // The page's own end, before the browser's tools would have their turn.
    if (focused() === 'nothing') await userEvent.keyboard('{Tab}');
    order.push(focused());
  }
  return order;
}

/** Whether the element, or the part it is the inside of, has the ring of 2 px. */
function isRinged(element: Element | null): boolean {
  if (element === null || element === document.body) return true;
  const around = [element, element.closest('label'), element.closest('.field')];
  return around.some((one) => {
    if (one === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle === 'solid' && outlineWidth === '2px';
  });
}
