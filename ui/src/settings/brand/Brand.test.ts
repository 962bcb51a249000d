import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../../backend/fake/checks';
import source from '../../styles/tokens.css?raw';
import { focused } from '../../testing/launcher';
import { changes, openSettings } from '../../testing/settings';
import { button, textbox } from '../../testing/setup';
import scope from './ThemeScope.svelte?raw';

afterEach(() => document.documentElement.removeAttribute('style'));

test('name, colour and link are saved, each with what the others are', async () => {
  const fake = await openSettings('brand');
  await textbox('Name').fill('Acme');
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('figure').first()).toHaveTextContent('Acme');
  await textbox(/^Accent/).fill('#E4002B');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => fake.view().tenants[0]?.brand.accent).toBe('#e4002b');
  await textbox(/^Link/).fill('');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => fake.view().tenants[0]?.brand.link).toBeNull();
  expect(changes(fake).at(-1)).toEqual([
    'setBrand',
    { tenant: 'acme', name: 'Acme', accent: '#e4002b', link: null, hiddenButtons: [] },
  ]);
});

test('the preview follows what is typed and picked before it is saved', async () => {
  const fake = await openSettings('brand');
  await textbox('Name').fill('Globex');
  for (const figure of page.getByRole('figure').elements()) expect(figure.textContent).toContain('Globex');
  const picker = page.getByLabelText('Choose the accent colour').element() as HTMLInputElement;
  picker.value = '#c2185b';
  picker.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const join = () => getComputedStyle(document.querySelector('figure b') ?? document.body).backgroundColor;
  await expect.poll(join).toBe('rgb(194, 24, 91)');
  expect(changes(fake)).toEqual([]);
  picker.dispatchEvent(new Event('change', { bubbles: true }));
  await expect.poll(() => fake.view().tenants[0]?.brand.accent).toBe('#c2185b');
});

test('that a colour was adjusted is said, and its shades are shown', async () => {
  await openSettings('brand', { scenario: 'branded' });
  const shades = page.getByRole('status').filter({ hasText: 'On light' });
  await expect.element(shades).toHaveTextContent(/On light #[0-9a-f]{6} Adjusted: .* of 1\.3:1 here, .* 4\.6:1\./);
  await expect.element(shades).toHaveTextContent(/On dark #ffc400 Words can be read in it as it is: 8\.\d:1\./);
  await button('Roomkey’s own').click();
  await expect.element(page.getByText(/^Adjusted/)).not.toBeInTheDocument();
  await expect.element(textbox(/^Accent/)).toHaveValue('');
});

test('a button of the meeting’s toolbar is left out, and all come back', async () => {
  const fake = await openSettings('brand', { scenario: 'branded' });
  const tick = (name: string) => page.getByRole('checkbox', { name, exact: true });
  await expect.element(tick('Invite people')).not.toBeChecked();
  await tick('Chat').click();
  await tick('Invite people').click();
  await expect
    .poll(() => fake.view().tenants[0]?.brand.hiddenButtons)
    .toEqual(['embedmeeting', 'download', 'chat']);
  await button('Show all').click();
  await expect.element(tick('Chat')).toBeChecked();
  expect(fake.view().tenants[0]?.brand.hiddenButtons).toEqual([]);
});

test.each([
  [/^Accent/, 'crimson', /This is no colour/],
  [/^Link/, 'acme.example', /This is no link/],
])('%s “%s” is refused at the field', async (name, typed, said) => {
  await openSettings('brand');
  await textbox(name).fill(typed);
  await userEvent.keyboard('{Tab}');
  await expect.element(textbox(name)).toHaveAccessibleDescription(said);
  await expect.element(textbox(name)).toHaveValue(typed);
});

test('pictures are chosen, shown in the preview, and removed', async () => {
  const fake = await openSettings('brand');
  const pictures = () => document.querySelectorAll('figure img').length;
  expect(pictures()).toBe(0);
  await button('Choose a logo').click();
  await expect.poll(pictures).toBe(2);
  await button('Choose a background').click();
  await expect.poll(pictures).toBe(4);
  await button('Remove the logo').click();
  await expect.poll(pictures).toBe(2);
  fake.failNext('chooseLogo', fault('pictureTooLarge'));
  await button('Choose a logo').click();
  await expect.element(page.getByText('This file is too large.')).toBeVisible();
});

test('the meeting is previewed too, by the keyboard', async () => {
  await openSettings('brand');
  (page.getByRole('radio', { name: 'Launcher' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByText('Joining Daily stand-up…').first()).toBeVisible();
});

test('the whole section goes by the keyboard, and says what each control is', async () => {
  const fake = await openSettings('brand', { scenario: 'branded' });
  (page.getByRole('radio', { name: 'Launcher' }).element() as HTMLElement).focus();
  const order: string[] = [];
  for (let step = 0; step < 10; step += 1) {
    await userEvent.keyboard('{Tab}');
    order.push(focused());
  }
  expect(order).toEqual([
    'Name',
    'Choose the accent colour',
    'Accent colour',
    'Roomkey’s own',
    'Choose a logo',
    'Remove the logo',
    'Choose a background',
    'Remove the background',
    'Link behind the logooptional',
    'Export the branding as JSON',
  ]);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => changes(fake)).toEqual([['exportBranding', { tenant: 'acme' }]]);
});

test('an empty name becomes the tenant’s', async () => {
  const fake = await openSettings('brand');
  await textbox('Name').fill('Globex');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => fake.view().tenants[0]?.brand.name).toBe('Globex');
  await textbox('Name').fill('');
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => fake.view().tenants[0]?.brand.name).toBe('Acme Meetings');
  await expect.element(textbox('Name')).toHaveValue('Acme Meetings');
});

test('what the policy fixes is shown and cannot be changed', async () => {
  await openSettings('brand', { scenario: 'locked' });
  await expect.element(page.getByText('Your organisation manages the brand.')).toBeVisible();
  for (const name of ['Choose a logo', 'Choose a background']) await expect.element(button(name)).toBeDisabled();
  await expect.element(textbox('Name')).toBeDisabled();
  await expect.element(button('Export the branding as JSON')).toBeEnabled();
});

test('the branding for the console is exported', async () => {
  await openSettings('brand');
  await button('Export the branding as JSON').click();
  await expect.element(page.getByText('Saved as /home/ada/Documents/acme-branding.json')).toBeVisible();
});

describe('a preview in one theme', () => {
  test.each(['light', 'dark'])('has the neutrals of the tokens, %s', (theme) => {
    const [light = '', dark = ''] = source.split('@media (prefers-color-scheme: dark)');
    const tokens = declarations(theme === 'light' ? light : dark);
    const ours = declarations(new RegExp(`\\.${theme} \\{([^}]*)\\}`).exec(scope)?.[1] ?? '');
    expect(Object.keys(ours)).toHaveLength(7);
    expect(tokens).toMatchObject(ours);
  });
});

function declarations(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/(--[a-z-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}
