import { afterEach, expect, test, vi } from 'vitest';

import { loadApi } from './script';
import { FakeApi, apiScript, nowhere, scriptOf } from './testing/fake-api';

const A_PAGE = () => scriptOf('<!doctype html><title>Welcome</title>');

afterEach(() => {
  vi.useRealTimers();
  delete window.JitsiMeetExternalAPI;
});

test('the first script that gives the API is used', async () => {
  const [first, second] = [apiScript(), apiScript()];

  expect(await loadApi([first, second])).toEqual({ address: first, Api: FakeApi });
});

test('a missing script leads to the next', async () => {
  const second = apiScript();

  expect(await loadApi([nowhere(), second])).toEqual({ address: second, Api: FakeApi });
});

test('a script that answers with something else leads to the next', async () => {
  const errors: Event[] = [];
  const ignore = (event: Event) => (event.preventDefault(), errors.push(event));
  window.addEventListener('error', ignore);
  const second = apiScript();

  expect(await loadApi([A_PAGE(), second])).toEqual({ address: second, Api: FakeApi });
  expect(await loadApi([A_PAGE(), nowhere()])).toEqual({ answered: true });

  expect(errors).toHaveLength(2);
  window.removeEventListener('error', ignore);
});

test('an API from before does not pass for one that a script gave', async () => {
  window.JitsiMeetExternalAPI = FakeApi;

  expect(await loadApi([scriptOf('')])).toEqual({ answered: true });
});

test('where nothing answers, nothing is claimed to have answered', async () => {
  expect(await loadApi([nowhere(), nowhere()])).toEqual({ answered: null });
});

test('a host that stays silent is given up', async () => {
  vi.useFakeTimers();

  const loading = loadApi([apiScript(), apiScript()], 5000);
  await vi.advanceTimersByTimeAsync(10_000);

  expect(await loading).toEqual({ answered: false });
});

test('no script tag is left behind', async () => {
  const before = document.scripts.length;

  await loadApi([nowhere(), apiScript()]);

  expect(document.scripts).toHaveLength(before);
});
