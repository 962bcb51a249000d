import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands, page } from 'vitest/browser';

import type { Language } from '../bindings/Language';
import type { Notice } from '../bindings/Notice';
import { meetingTexts } from '../texts/meeting';

import './meeting.css';
import { FAILURES } from './testing/failures';
import { expectNoFaults, shown } from './testing/seen';
import { session } from './testing/session';
import { View } from './view';

const LANGUAGES: Language[] = ['en', 'de'];

/** What is to be read for each notice but the failures, in each language. */
const WORDS: [Notice, Record<Language, string[]>][] = [
  [
    { kind: 'joining' },
    { en: ['Joining Daily stand-up…'], de: ['Sie treten „Daily stand-up“ bei…'] },
  ],
  [
    { kind: 'waiting', for: 'script' },
    {
      en: ['Joining Daily stand-up…', 'Waiting for 8x8.vc to answer'],
      de: ['Sie treten „Daily stand-up“ bei…', '8x8.vc hat noch nicht geantwortet'],
    },
  ],
  [
    { kind: 'waiting', for: 'client' },
    {
      en: ['8x8.vc answered. Waiting for the meeting to load'],
      de: ['8x8.vc hat geantwortet, die Besprechung wird geladen'],
    },
  ],
  [
    { kind: 'waiting', for: 'server' },
    {
      en: ['Waiting for 8x8.vc to let you in'],
      de: ['8x8.vc hat Sie noch nicht eingelassen'],
    },
  ],
  [
    { kind: 'reconnecting' },
    { en: ['Reconnecting…'], de: ['Die Verbindung ist abgerissen'] },
  ],
  [
    { kind: 'refreshing' },
    { en: ['Refreshing the meeting'], de: ['Die Besprechung wird erneuert'] },
  ],
  [
    { kind: 'removed' },
    {
      en: ['A moderator removed you from the meeting', 'This window closes by itself.'],
      de: ['Die Moderation hat Sie', 'Dieses Fenster schließt sich von selbst.'],
    },
  ],
  [
    { kind: 'over' },
    {
      en: ['The meeting was ended for everyone', 'This window closes by itself.'],
      de: ['Die Besprechung wurde für alle beendet', 'Dieses Fenster schließt sich von selbst.'],
    },
  ],
];

let view: View;

beforeEach(async () => {
  await page.viewport(1200, 800);
  await commands.emulateMedia({ reducedMotion: 'reduce' });
  document.title = 'Roomkey';
  view = new View(document.body, true);
});

afterEach(async () => {
  await commands.emulateMedia({ colorScheme: null, reducedMotion: null });
  document.body.replaceChildren();
});

describe.each(LANGUAGES)('in %s', (language) => {
  beforeEach(() => view.begin(session({ language })));

  test.each(WORDS)('%j', async (notice, words) => {
    view.show(notice);

    for (const word of words[language]) expect(document.body.innerText).toContain(word);
    await expectNoFaults();
  });

  test.each(Object.values(FAILURES))('failed: %j', async (failure) => {
    view.show({ kind: 'failed', failure });

    const { what, why, remedy } = meetingTexts[language].failure(failure);
    const card = page.getByRole('alertdialog', { name: what });
    await expect.element(card).toBeVisible();
    await expect.element(card).toHaveAccessibleDescription(`${why} ${remedy}`);
    await expectNoFaults();
  });

  test('the window and the page say where one is', () => {
    expect(document.title).toBe('Daily stand-up · Acme Meetings');
    expect(document.documentElement.lang).toBe(language);
  });
});

test.each(['light', 'dark'] as const)('contrast holds in %s, whatever the accent', async (scheme) => {
  await commands.emulateMedia({ colorScheme: scheme });
  for (const accent of ['#ffd400', '#0b1e3f', '#ff4f9a', null]) {
    view.begin(session({ brand: { name: 'Acme', accent, logo: null } }));
    for (const notice of [
      { kind: 'waiting', for: 'client' },
      { kind: 'reconnecting' },
      { kind: 'failed', failure: FAILURES.tokenRefused },
    ] as Notice[]) {
      view.show(notice);
      await expectNoFaults();
    }
  }
});

test('a clear view shows the frame alone', () => {
  view.begin(session());
  view.show({ kind: 'clear' });

  expect(shown()).toEqual([]);
  expect(view.place.inert).toBe(false);
});

test('what covers the frame keeps the keys from it', () => {
  view.begin(session());
  expect(view.place.inert).toBe(true);

  view.show({ kind: 'reconnecting' });
  expect(view.place.inert).toBe(false);

  view.show({ kind: 'failed', failure: FAILURES.lobbyRefused });
  expect(view.place.inert).toBe(true);
});

test('a frame that is made anew stays under its banner', () => {
  view.begin(session());
  view.show({ kind: 'refreshing' });
  view.begin(session());

  expect(shown()).toEqual(['banner']);
  expect(document.body.innerText).toContain('Refreshing the meeting');
});

test('notices are said to screen readers, once', () => {
  view.begin(session());
  const status = page.getByRole('status');

  for (const [notice, said] of [
    [{ kind: 'joining' }, 'Joining Daily stand-up…'],
    [{ kind: 'waiting', for: 'script' }, 'Waiting for 8x8.vc to answer'],
    [{ kind: 'clear' }, ''],
    [{ kind: 'reconnecting' }, 'The connection was lost. Reconnecting…'],
    [{ kind: 'failed', failure: FAILURES.roomFull }, ''],
  ] as [Notice, string][]) {
    view.show(notice);
    expect(status.element().textContent).toBe(said);
  }
});

describe('the brand', () => {
  const LOGO = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

  test('is its logo and its name', async () => {
    view.begin(session({ brand: { name: 'Acme Meetings', accent: null, logo: LOGO } }));

    expect(document.querySelector('img')?.src).toBe(LOGO);
    expect(document.body.innerText).toContain('Acme Meetings');
    await expectNoFaults();
  });

  test('is its first letters where it has no logo', () => {
    view.begin(session({ brand: { name: 'ötztal Bahn AG', accent: null, logo: null } }));

    expect(document.querySelector('.letters')?.textContent).toBe('ÖB');
    expect(document.body.innerText).toContain('ötztal Bahn AG');
  });

  test('colours the page', () => {
    view.begin(session({ brand: { name: 'Acme', accent: '#a3123f', logo: null } }));
    expect(runningLine()).toBe('rgb(163, 18, 63)');

    view.begin(session({ brand: { name: 'Acme', accent: 'url(javascript:)', logo: null } }));
    expect(runningLine()).not.toBe('rgb(163, 18, 63)');
  });
});

test('before a meeting is known, the page speaks the browser’s language', () => {
  expect(document.documentElement.lang).toBe('en');
  expect(document.body.innerText).toContain('Opening the meeting…');
});

test('in a tab, the last word says that it can be closed', () => {
  view = new View(document.body, false);
  view.begin(session());
  view.show({ kind: 'removed' });
  expect(document.body.innerText).toContain('You can close this tab.');

  view.end();
  expect(document.body.innerText).toContain('A moderator removed you from the meeting');

  view.show({ kind: 'clear' });
  view.end();
  expect(document.body.innerText).toContain('You left the meeting');

  view.show({ kind: 'failed', failure: FAILURES.hostUnreachable });
  view.end();
  expect(document.body.innerText).toContain('The meeting is closed');
});

/** The colour of the line that runs while one waits. */
function runningLine(): string {
  const line = document.querySelector('.line') ?? document.body;
  return getComputedStyle(line, '::after').backgroundColor;
}
