/** Puts the inspector on the page over a fake backend, as a test wants it. */
import '../styles/base.css';

import { render } from 'vitest-browser-svelte';
import { expect } from 'vitest';
import { page } from 'vitest/browser';

import type { FakeInspector, FakeInspectorOptions } from '../backend/fake/inspector';
import { fakeInspector } from '../backend/fake/inspector';
import App from '../inspector/App.svelte';
import type { Section } from '../texts/inspector';

/** As the window is made. */
export const SIZE = [1080, 720] as const;

export async function openInspector(section: Section, options: FakeInspectorOptions = {}): Promise<FakeInspector> {
  await page.viewport(...SIZE);
  const fake = fakeInspector(options);
  await render(App, { backend: fake, section });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  return fake;
}
