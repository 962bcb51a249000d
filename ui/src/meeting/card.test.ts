import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';

import type { Notice } from '../bindings/Notice';
import type { HostFault } from '../texts/meeting';
import { meetingTexts } from '../texts/meeting';

import './meeting.css';
import { FAILURES } from './testing/failures';
import { expectNoFaults, shown } from './testing/seen';
import { session } from './testing/session';
import { View } from './view';

const FAILED: Notice = { kind: 'failed', failure: FAILURES.tokenRefused };

let view: View;

beforeEach(async () => {
  await page.viewport(1200, 800);
  await commands.emulateMedia({ reducedMotion: 'reduce' });
  view = new View(document.body, true);
});

afterEach(async () => {
  await commands.emulateMedia({ reducedMotion: null });
  document.body.replaceChildren();
});

test('takes the focus on what to do, and Tab goes to the way back', async () => {
  view.begin(session());
  view.show(FAILED);
  const tryAgain = page.getByRole('button', { name: 'Try again' });
  await expect.element(tryAgain).toHaveFocus();

  await userEvent.tab();

  await expect.element(page.getByRole('button', { name: 'Back' })).toHaveFocus();
});

test.each([
  ['tryAgain', '{Enter}'],
  ['back', '{Tab}{Enter}'],
  ['back', '{Tab} '],
])('%s can be chosen with %s', async (choice, keys) => {
  const chosen = vi.fn();
  view.onChoice(chosen);
  view.begin(session());
  view.show(FAILED);

  await userEvent.keyboard(keys);

  expect(chosen).toHaveBeenCalledExactlyOnceWith(choice);
});

test('makes way at once when it is tried again', async () => {
  view.begin(session());
  view.show(FAILED);
  await page.getByRole('button', { name: 'Try again' }).click();

  expect(shown()).toEqual(['wait']);
  expect(document.body.innerText).toContain('Joining Daily stand-up…');
});

test('has the server’s own words where there are some', () => {
  view.begin(session());
  view.show(FAILED);
  expect(document.body.innerText).toContain('Not acceptable by exp (8.0 sec since expired)');

  view.show({ kind: 'failed', failure: { kind: 'roomRefused', detail: '' } });
  expect(document.body.innerText).not.toContain('words');
});

test('shows what the server said as text', () => {
  view.begin(session());
  view.show({ kind: 'failed', failure: { kind: 'roomRefused', detail: '<img src=x>' } });

  expect(document.querySelector('img')).toBeNull();
  expect(document.body.innerText).toContain('<img src=x>');
});

test('can be scrolled where the window is too low for it', async () => {
  await page.viewport(360, 240);
  view.begin(session({ language: 'de' }));
  view.show(FAILED);
  await page.getByRole('button', { name: 'Zurück' }).click();

  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(240);
});

test.each(['noLink', 'linkUsed', 'shellGone'] as HostFault[])(
  'says %s, with nothing to choose, and takes the focus itself',
  async (fault) => {
    view.showFault(fault);

    const { what, remedy } = meetingTexts.en.faults[fault];
    const card = page.getByRole('alertdialog', { name: what });
    await expect.element(card).toHaveFocus();
    expect(document.body.innerText).toContain(remedy);
    expect(page.getByRole('button').elements()).toHaveLength(0);
    await expectNoFaults();
  },
);
