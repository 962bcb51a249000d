/** The steps of the set-up, taken as far as a test needs them. */
import { expect } from 'vitest';
import { page } from 'vitest/browser';

import type { Fake, FakeOptions } from '../backend/fake';
import { openLauncher } from './launcher';

export const APP_ID = 'vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe';

export const textbox = (name: string | RegExp) => page.getByRole('textbox', { name });
export const button = (name: string | RegExp) => page.getByRole('button', { name });
export const step = (name: string) => expect.element(page.getByRole('heading', { level: 1, name })).toBeVisible();

export async function toPerson(options: FakeOptions = {}): Promise<Fake> {
  const fake = await openLauncher({ scenario: 'first', ...options });
  await button(/^Set up/).click();
  await step('Who are you?');
  return fake;
}

export async function toCompany(options: FakeOptions = {}): Promise<Fake> {
  const fake = await toPerson(options);
  await textbox('Name').fill('Ada Lovelace');
  await button('Next').click();
  await step('Your company');
  return fake;
}

export async function toKey(options: FakeOptions = {}): Promise<Fake> {
  const fake = await toCompany(options);
  await textbox('Company name').fill('Acme');
  await textbox('AppID').fill(APP_ID);
  await textbox('Key id').fill('4f4910');
  await button('Next').click();
  await step('The key');
  return fake;
}
