import { expect, test } from 'vitest';

import { fakeBackend } from '../backend/fake';
import { tellWhenReady } from './ready';

const frame = () => new Promise(requestAnimationFrame);

test('is told once, when the first screen has been painted', async () => {
  const fake = fakeBackend();
  tellWhenReady(fake);
  for (let frames = 0; frames < 5; frames++) await frame();
  expect(fake.calls).toEqual([]);

  document.body.append(document.createElement('h1'));
  await expect.poll(() => fake.calls).toEqual([['ready', null]]);
  for (let frames = 0; frames < 5; frames++) await frame();
  expect(fake.calls.length).toBe(1);
});
