/** Puts the launcher on the page over a fake backend, as a test wants it. */
import '../styles/base.css';

import axe from 'axe-core';
import { render } from 'vitest-browser-svelte';
import { expect } from 'vitest';
import { page } from 'vitest/browser';

import type { Fake, FakeOptions } from '../backend/fake';
import { fakeBackend } from '../backend/fake';
import App from '../launcher/App.svelte';

/** Half past nine on a Wednesday. */
export const NOW = new Date(2026, 10, 18, 9, 30);

export async function openLauncher(options: FakeOptions = {}): Promise<Fake> {
  const fake = fakeBackend({ now: NOW, ...options });
  await render(App, { backend: fake });
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  return fake;
}

/** The commands that were called, without those that only check what is typed. */
export function deeds(fake: Fake): [string, unknown][] {
  return fake.calls.filter(([name]) => name !== 'state' && !name.startsWith('check'));
}

/** What axe finds wrong on the page as it is, a line each. */
export async function axeFindings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** The element with the focus, by role and name, as a screen reader would say it. */
export function focused(): string {
  const element = document.activeElement;
  if (element === null || element === document.body) return 'nothing';
  const label =
    element.getAttribute('aria-label') ??
    (element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
      ? element.labels?.[0]?.textContent
      : element.textContent);
  return label?.trim().replace(/\s+/g, ' ') ?? '';
}
