import { afterEach, describe, expect, test } from 'vitest';

import { de } from './de';
import { daytime } from './daytime';
import { en } from './en';
import { faultOf, speak, text } from './text.svelte';
import { lastJoinedInWords, secondsInWords } from './units';

const NOW = new Date(2026, 10, 18, 9, 30);

afterEach(() => speak('en'));

describe.each([
  ['English', en],
  ['German', de],
])('%s', (_, all) => {
  test('says nothing empty, nothing loud and nothing humble', () => {
    const found = everyText(all).filter(
      ([, words]) => words.trim() === '' || /!|\bplease\b|\bbitte\b(?!n)|undefined|\[object/i.test(words),
    );
    expect(found).toEqual([]);
  });

  test('writes quotation marks and dashes as the language does', () => {
    const found = everyText(all).filter(([path, words]) => {
      const isCommand = path.endsWith('.command');
      return !isCommand && /["']|\.\.\./.test(words);
    });
    expect(found).toEqual([]);
  });
});

test('German addresses people with Sie', () => {
  const found = everyText(de).filter(([, words]) => /\b(du|dich|dir|deine?[rsmn]?)\b/i.test(words));
  expect(found).toEqual([]);
});

test('the language is switched for everything, the page’s own too', () => {
  speak('de');
  expect(text.all.launcher.join).toBe('Beitreten');
  expect(document.documentElement.lang).toBe('de');
});

describe('faults', () => {
  test('are translated by their code, with their values', () => {
    const error = { code: 'keyTooShort', message: 'English', values: { bits: '2048' } } as const;
    expect(faultOf(error).what).toBe('This RSA key has 2048 bits, which are too few.');
    speak('de');
    expect(faultOf(error).what).toBe('Dieser RSA-Schlüssel hat 2048 Bit, das sind zu wenige.');
  });

  test('without words keep the shell’s own', () => {
    const unknown = { code: 'fromTheFuture', message: 'The moon is full. Wait', values: {} };
    expect(faultOf(unknown)).toEqual({ what: 'The moon is full. Wait', remedy: '' });
  });

  test('that are no fault of the shell are said all the same', () => {
    expect(faultOf(new Error('boom')).what).toBe('Error: boom');
  });
});

test('the day has three parts', () => {
  const at = (hour: number) => daytime(new Date(2026, 0, 1, hour));
  expect([3, 4, 11, 12, 17, 18].map(at)).toEqual(['evening', 'morning', 'morning', 'day', 'day', 'evening']);
});

test('durations take the unit that reads best', () => {
  expect(secondsInWords('en', 45)).toBe('45 seconds');
  expect(secondsInWords('en', 184)).toBe('3 minutes');
  expect(secondsInWords('de', 7300)).toBe('2 Stunden');
  expect(secondsInWords('de', 400_000)).toBe('5 Tage');
});

test('a room’s last meeting is dated as people say it', () => {
  const before = (days: number, hour = 8) => new Date(2026, 10, 18 - days, hour, 5);
  expect(lastJoinedInWords('de', before(0), NOW)).toBe('08:05');
  expect(lastJoinedInWords('de', before(1, 23), NOW)).toBe('gestern');
  expect(lastJoinedInWords('de', before(3), NOW)).toBe('Sonntag');
  expect(lastJoinedInWords('de', before(40), NOW)).toBe('9. Okt.');
  expect(lastJoinedInWords('de', before(400), NOW)).toBe('14. Okt. 2025');
});

/** Every text with its path; those that take arguments are tried with some. */
function everyText(part: unknown, path = ''): [path: string, words: string][] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part === 'function') return everyText(tried(part as (...args: unknown[]) => unknown, path), path);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]) => everyText(inner, `${path}.${name}`));
}

const VALUES = { found: 'x', named: 'y', most: '10', bits: '2048', why: 'disk full', seconds: '-184', file: 'f', path: 'p', message: 'm', status: '502', system: 'VideoSDK', said: 'Room not found.', what: "tenant's name", like: 'sales', role: 'visitors', fields: 'topic', host: 'api.videosdk.live', tenant: 'Acme', signing: 'key', code: '4003', name: 'INVALID_MEETING_ID', fault: 'There is no such room', remedy: 'Make it', says: 'no', text: 'Make a fresh one' };

function tried(make: (...args: unknown[]) => unknown, path: string): unknown {
  if (path === '.failure') return FAILURES.map((failure) => make(failure));
  if (path.startsWith('.checks.passed')) return [make(VALUES), make({})];
  if (path.startsWith('.errors')) return make(VALUES);
  if (path.startsWith('.notices')) return make(VALUES, 'There is no such room. Make it.');
  if (path === '.proof.difference') return DIFFERENCES.map((difference) => make(difference));
  if (path === '.launcher.greeting') return make('day', 'Ada');
  if (/^\.verdict\.(accepted|unproved)$/.test(path)) return [make('Ada', 'visitor', '14:05'), make('Ada', 'moderator', null)];
  return make(2, 3, 4);
}

const DIFFERENCES =
  'notAsStated notLetIn letIn refusedOtherwise noAnswer lost role noRole noList notListed listedRole otherPerson notSeen seenOtherwise'
    .split(' ')
    .map((kind) => ({ kind, said: 's', listed: 'l', expected: 'moderator', granted: 'visitor' }));

const FAILURES =
  'pageSilent hostUnreachable noIframeApi clientSilent browserUnsupported roomRefused roomFull lobbyRefused serverUnreachable signingFailed'
    .split(' ')
    .map((kind) => ({ kind, detail: '' }));
