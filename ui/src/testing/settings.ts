/** Puts the settings window on the page over a fake backend, as a test wants it. */
import '../styles/base.css';

import { render } from 'vitest-browser-svelte';
import { expect } from 'vitest';
import { page } from 'vitest/browser';

import type { FakeSettings, FakeSettingsOptions } from '../backend/fake/settings';
import { fakeSettings } from '../backend/fake/settings';
import App from '../settings/App.svelte';
import type { Section } from '../texts/settings';

/** As the window is made. */
export const SIZE = [880, 640] as const;

/** As small as the window gets. */
export const SMALLEST = [640, 480] as const;

/** What is wider than the place it has, by element. */
export function tooWide(): string[] {
  return [document.documentElement, ...document.querySelectorAll('main, section, fieldset, dialog')]
    .filter((element) => element.scrollWidth > element.clientWidth)
    .map((element) => `${element.tagName} ${element.className}`);
}

export async function openSettings(section: Section, options: FakeSettingsOptions = {}): Promise<FakeSettings> {
  await page.viewport(...SIZE);
  const fake = fakeSettings(options);
  await render(App, { backend: fake, section });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  return fake;
}

/** The commands that were called, without those that only read or check. */
export function changes(fake: FakeSettings): [string, unknown][] {
  return fake.calls.filter(
    ([name]) => !['state', 'rooms', 'stagedKey'].includes(name) && !/^check[A-Z]/.test(name),
  );
}
