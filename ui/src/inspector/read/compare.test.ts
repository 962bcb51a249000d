import { expect, test } from 'vitest';

import type { Reading } from '../../bindings/Reading';
import { compare } from './compare';

const reading = (path: string, value: string): Reading => ({ path, value, meaning: '' });

test('what differs comes first, and what only one of them has is said to be there', () => {
  const left = [reading('header.alg', '"RS256"'), reading('exp', '1'), reading('context.user.moderator', '"true"')];
  const right = [reading('header.alg', '"RS256"'), reading('context.user.moderator', '"false"'), reading('nbf', '2')];
  expect(compare(left, right)).toEqual([
    { path: 'exp', left: '1', right: null, difference: 'onlyLeft' },
    { path: 'context.user.moderator', left: '"true"', right: '"false"', difference: 'differs' },
    { path: 'nbf', left: null, right: '2', difference: 'onlyRight' },
    { path: 'header.alg', left: '"RS256"', right: '"RS256"', difference: 'same' },
  ]);
});
