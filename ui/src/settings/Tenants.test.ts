import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../backend/fake/checks';
import { changes, openSettings } from '../testing/settings';
import { button, textbox } from '../testing/setup';

const OTHER = 'vpaas-magic-cookie-00c542a3e4414a44b2611668195e2b00';

test('the first tenant is added by the keyboard alone', async () => {
  const fake = await openSettings('tenants', { scenario: 'empty' });
  await textbox('Title').click();
  await userEvent.keyboard(`Globex{Tab}${OTHER.toUpperCase()}{Tab}`);
  await expect.element(textbox('AppID')).toHaveValue(OTHER);
  await expect.element(page.getByRole('combobox', { name: 'Server' })).toHaveFocus();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(page.getByRole('heading', { name: 'Globex' })).toBeVisible();
  expect(changes(fake)).toEqual([['addTenant', { title: 'Globex', provider: { kind: 'jaas', appId: OTHER, domain: '8x8.vc' } }]]);
});

test('what cannot be is said at its field', async () => {
  await openSettings('tenants', { scenario: 'empty' });
  await button('Add a tenant').click();
  await expect.element(textbox('AppID')).toHaveAccessibleDescription(/The AppID is missing/);
  await textbox('AppID').fill(OTHER);
  await button('Add a tenant').click();
  await expect.element(textbox('Title')).toHaveAccessibleDescription(/name is missing/);
  await expect.element(textbox('AppID')).toHaveAttribute('aria-invalid', 'false');
});

test('every server of 8x8 is offered, and another host', async () => {
  const fake = await openSettings('tenants');
  const server = page.getByRole('combobox', { name: 'Server' });
  const offered = [...(server.element() as HTMLSelectElement).options].map(({ value }) => value);
  expect(offered).toEqual([
    '8x8.vc',
    ...['frankfurt', 'london', 'ashburn', 'oregon', 'saopaulo', 'mumbai', 'sydney', 'stage'].map((one) => `${one}.8x8.vc`),
    'own',
  ]);
  await server.selectOptions('frankfurt.8x8.vc · Frankfurt');
  await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
  await server.selectOptions('Another server');
  await textbox('Server’s name').fill('meet.acme.example');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => fake.view().tenants[0]?.provider.fields).toHaveProperty('domain', 'meet.acme.example');
  await expect.element(textbox('Server’s name')).toHaveValue('meet.acme.example');
});

test('a change is saved when the field is left, and a fault stays there until it is mended', async () => {
  const fake = await openSettings('tenants');
  const lifetime = textbox(/^Lifetime of a token/);
  await lifetime.fill('2');
  await userEvent.keyboard('{Tab}');
  await expect.element(lifetime).toHaveAccessibleDescription(/5 minutes to 24 hours/);
  expect(fake.view().tenants[0]?.lifetimeMinutes).toBe(180);
  await lifetime.fill('240');
  await userEvent.keyboard('{Tab}');
  await expect.element(lifetime).toHaveAttribute('aria-invalid', 'false');
  expect(fake.view().tenants[0]).toMatchObject({ lifetimeMinutes: 240, title: 'Acme Meetings' });
});

test('leaving a field as it was saves nothing', async () => {
  const fake = await openSettings('tenants');
  await textbox('Title').click();
  await userEvent.keyboard('{Tab}{Tab}{Tab}');
  expect(changes(fake)).toEqual([]);
});

test('the AppID is shown and cannot be changed', async () => {
  await openSettings('tenants');
  await expect.element(page.getByText(/^vpaas-magic-cookie-/)).toBeVisible();
  expect(textbox('AppID').elements()).toHaveLength(0);
});

test('a removal asks first and names what is lost', async () => {
  const fake = await openSettings('tenants', { scenario: 'nextkey' });
  await button('Remove tenant').click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toHaveTextContent('5 rooms');
  await expect.element(dialog).toHaveTextContent('the private key of 4f4910');
  await expect.element(dialog).toHaveTextContent('the private key of 9c02d7');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(changes(fake)).toEqual([]);
  await button('Remove tenant').first().click();
  fake.failNext('removeTenant', fault('keyringLocked'));
  await dialog.getByRole('button', { name: 'Remove tenant' }).click();
  await expect.element(dialog).toHaveTextContent('The keyring is locked.');
  await dialog.getByRole('button', { name: 'Remove tenant' }).click();
  await expect.element(page.getByRole('heading', { name: 'No tenant yet' })).toBeVisible();
});

test('the switch chooses whose settings are shown, and the launcher’s stays', async () => {
  const fake = await openSettings('people', { scenario: 'two' });
  await expect.element(page.getByText('ada@acme.example')).toBeVisible();
  await page.getByRole('combobox', { name: 'Tenant' }).selectOptions('Acme Staging');
  await expect.element(page.getByText('Nobody yet.')).toBeVisible();
  expect(fake.view().current).toBe('acme');
  await button('Tenants').click();
  await button('Show in the launcher').click();
  await expect.poll(() => fake.view().current).toBe('staging');
});

test('what is being typed stays while something else is changed elsewhere', async () => {
  const fake = await openSettings('tenants');
  await page.getByRole('combobox', { name: 'Server' }).selectOptions('Another server');
  await textbox('Server’s name').fill('meet.acme');
  const tenants = () => structuredClone(fake.view().tenants);
  fake.change({ tenants: tenants().map((one) => ({ ...one, roomCount: 6 })) });
  await expect.element(textbox('Server’s name')).toHaveValue('meet.acme');
  await textbox('Title').fill('Acme W');
  await expect.poll(() => fake.view().tenants[0]?.provider.fields).toHaveProperty('domain', 'meet.acme');
  fake.change({ tenants: tenants().map((one) => ({ ...one, roomCount: 7 })) });
  await expect.element(textbox('Title')).toHaveValue('Acme W');
});

test('what is changed elsewhere is shown', async () => {
  const fake = await openSettings('tenants');
  const [tenant] = fake.view().tenants;
  if (tenant === undefined) throw new Error('no tenant');
  fake.change({ tenants: [{ ...tenant, title: 'Acme Worldwide' }] });
  await expect.element(textbox('Title')).toHaveValue('Acme Worldwide');
});

test('what a policy fixes is locked, with the reason', async () => {
  await openSettings('tenants', { scenario: 'locked' });
  await expect.element(page.getByRole('note')).toHaveTextContent('Set by IT for all desks.');
  await expect.element(textbox('Title')).toBeDisabled();
  await expect.element(button('Remove tenant')).toBeDisabled();
  expect(button('Add a tenant').elements()).toHaveLength(0);
});

test('a broken policy is said in every section', async () => {
  await openSettings('tenants', { scenario: 'broken' });
  await expect.element(page.getByRole('alert')).toHaveTextContent('line 12, column 3');
  await button('Check set-up').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('/etc/roomkey/policy.json');
});
