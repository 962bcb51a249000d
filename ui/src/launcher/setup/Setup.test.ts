import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../../backend/fake/checks';
import { deeds, focused, openLauncher } from '../../testing/launcher';
import { APP_ID, button, step, textbox, toCompany, toKey, toPerson } from '../../testing/setup';

describe('the first start', () => {
  test('offers to set up and to rehearse without an account', async () => {
    const fake = await openLauncher({ scenario: 'first' });
    await button(/^Rehearse without an account/).click();
    await expect.element(page.getByRole('region', { name: 'Rehearsal · Demonstration' })).toHaveTextContent('Opening…');
    expect(deeds(fake)).toEqual([['rehearse', { case: null }]]);
    await button('Leave').click();
    await expect.element(button(/^Set up/)).toBeVisible();
  });

  test('says why a rehearsal did not open and tries it again', async () => {
    const fake = await openLauncher({ scenario: 'first' });
    fake.failNext('rehearse', fault('loopbackRefused', { why: 'denied' }));
    await button(/^Rehearse without an account/).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('firewall’s rules for loopback');
    await button('Try again').click();
    await expect.element(page.getByRole('region', { name: 'Rehearsal · Demonstration' })).toBeVisible();
  });
});

test('the whole set-up is done by the keyboard alone', async () => {
  const fake = await openLauncher({ scenario: 'first' });
  await userEvent.keyboard('{Tab}{Tab}{Tab}');
  expect(focused()).toMatch(/^Set up/);
  await userEvent.keyboard('{Enter}');
  await step('Who are you?');
  await expect.element(textbox('Name')).toHaveFocus();
  await userEvent.keyboard('  Ada   Lovelace{Tab}ada@acme.example{Enter}');
  await step('Your company');
  await expect.element(page.getByRole('radio', { name: /^JaaS/ })).toHaveFocus();
  await userEvent.keyboard(`{Tab}Acme Meetings{Tab}${APP_ID.toUpperCase()}{Tab}4f4910{Tab}{ArrowDown}`);
  await expect.element(page.getByRole('radio', { name: /^Moderator/ })).toBeChecked();
  await userEvent.keyboard('{Enter}');
  await step('The key');
  await vi.waitUntil(() => focused() === 'Choose a file');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('RSA key, 4096 bits')).toBeVisible();
  await vi.waitUntil(() => focused().startsWith('Rooms'));
  await userEvent.keyboard('Daily stand-up{Enter}Customer calls{Tab}{Tab}');
  expect(focused()).toBe('Finish');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('row').first()).toHaveTextContent('Daily stand-up');
  expect(deeds(fake)).toEqual([
    ['chooseKeyFile', null],
    [
      'finishSetup',
      {
        person: { name: 'Ada Lovelace', email: 'ada@acme.example' },
        tenant: {
          title: 'Acme Meetings',
          provider: { kind: 'jaas', appId: APP_ID, domain: '8x8.vc' },
          keyId: `${APP_ID}/4f4910`,
          role: 'moderator',
        },
        rooms: ['Daily stand-up', 'Customer calls'],
      },
    ],
  ]);
});

describe('each field is checked when it is left', () => {
  test.each([
    ['Name', ' ', 'Your name is missing.'],
    ['Name', 'x'.repeat(101), 'this one has 101'],
    ['Email', 'ada', 'This is no email address.'],
  ])('%s “%s”', async (name, typed, said) => {
    await toPerson();
    if (name === 'Email') await textbox('Name').fill('Ada');
    await textbox(name).fill(typed);
    await userEvent.keyboard('{Tab}');
    await expect.element(textbox(name)).toHaveAccessibleDescription(expect.stringContaining(said));
    await expect.element(textbox(name)).toHaveAttribute('aria-invalid', 'true');
  });

  test.each([
    ['Company name', '', 'The company’s name is missing.'],
    ['AppID', '', 'The AppID is missing.'],
    ['AppID', 'my-app', 'begins with vpaas-magic-cookie-'],
    ['AppID', APP_ID.slice(0, -1), 'this one has 31'],
    ['AppID', `${APP_ID.slice(0, -1)}x`, '“x” does not occur'],
    ['AppID', `${APP_ID}/4f4910`, 'The AppID is the part before the slash.'],
    ['Key id', '', 'The key id is missing.'],
    ['Key id', `${APP_ID.replace('1fc5', '2fc5')}/4f4910`, 'belongs to another AppID'],
    ['Key id', '4f 49', '“ ” does not occur'],
    ['Server', 'http://8x8.vc', 'could read your token'],
    ['Server', 'https://8x8.vc/room', 'more than a server’s name'],
    ['Server', '8x8.vc:99999', '“99999” is no port'],
  ])('%s “%s”', async (name, typed, said) => {
    await toCompany();
    if (name === 'Key id') await textbox('AppID').fill(APP_ID);
    if (name === 'Server') await page.getByText('Another server').click();
    await textbox(name).fill(typed);
    await userEvent.keyboard('{Tab}');
    await textbox('Company name').click();
    if (name === 'Company name') await textbox('AppID').click();
    await expect.element(textbox(name)).toHaveAccessibleDescription(expect.stringContaining(said));
  });

  test('what is right is put into its proper form', async () => {
    await toCompany();
    await textbox('AppID').fill(`  ${APP_ID.toUpperCase()} `);
    await textbox('Key id').fill('4f4910');
    await textbox('Company name').click();
    await expect.element(textbox('AppID')).toHaveValue(APP_ID);
    await expect.element(textbox('Key id')).toHaveValue(`${APP_ID}/4f4910`);
  });

  test('a key id is judged again when the AppID changes', async () => {
    await toCompany();
    await textbox('AppID').fill(APP_ID);
    const other = APP_ID.replace('1fc5', '2fc5');
    await textbox('Key id').fill(`${other}/4f4910`);
    await userEvent.keyboard('{Tab}');
    await expect.element(textbox('Key id')).toHaveAttribute('aria-invalid', 'true');
    await textbox('AppID').fill(other);
    await userEvent.keyboard('{Tab}');
    await expect.element(textbox('Key id')).toHaveAttribute('aria-invalid', 'false');
  });

  test('a step with a fault is not left, and its first fault gets the focus', async () => {
    await toCompany();
    await textbox('Company name').fill('Acme');
    await textbox('AppID').fill('my-app');
    await button('Next').click();
    await step('Your company');
    await expect.element(textbox('AppID')).toHaveFocus();
  });

  test('a room’s fault names its line', async () => {
    const fake = await toKey();
    await button('Choose a file').click();
    await textbox(/^Rooms/).fill('Stand-up\n\nSales/North');
    await button('Finish').click();
    await expect
      .element(textbox(/^Rooms/))
      .toHaveAccessibleDescription(/Line 3, “Sales\/North”: A room’s name has one level/);
    await textbox(/^Rooms/).fill('Stand-up\nstand-up');
    await button('Finish').click();
    await expect.element(textbox(/^Rooms/)).toHaveAccessibleDescription(/There is a room of that name/);
    expect(deeds(fake).map(([name]) => name)).not.toContain('finishSetup');
  });
});

describe('what is typed stays', () => {
  test('while a check of what stood there before is under way', async () => {
    await openLauncher({ scenario: 'first', delay: 80 });
    await button(/^Set up/).click();
    await userEvent.keyboard('Ada{Tab}ada@acme.example');
    await new Promise((done) => setTimeout(done, 200));
    await expect.element(textbox('Email')).toHaveValue('ada@acme.example');
  });

  test('and what is pressed beneath a field is pressed, though its fault makes it move', async () => {
    await toCompany();
    await textbox('Company name').click();
    await page.getByText('Another server').click();
    await expect.element(textbox('Server')).toBeVisible();
    await expect.element(page.getByText('The company’s name is missing.')).toBeVisible();
  });
});

describe('the way back', () => {
  test('loses nothing, not even from the first screen', async () => {
    await toKey();
    await button('Paste').click();
    await textbox(/^Rooms/).fill('Stand-up');
    await button('Back').click();
    await expect.element(textbox('AppID')).toHaveValue(APP_ID);
    await button('Back').click();
    await expect.element(textbox('Name')).toHaveValue('Ada Lovelace');
    await button('Back').click();
    await button(/^Set up/).click();
    await button('Next').click();
    await expect.element(textbox('Company name')).toHaveValue('Acme');
    await button('Next').click();
    await expect.element(page.getByText('RSA key, 4096 bits')).toBeVisible();
    await expect.element(textbox(/^Rooms/)).toHaveValue('Stand-up');
  });
});

describe('the end', () => {
  test('a keyring that is not there is said, and nothing is lost', async () => {
    const fake = await toKey();
    await button('Choose a file').click();
    fake.failNext('finishSetup', fault('keyringAbsent'));
    await button('Finish').click();
    await expect.element(page.getByText(/There is no keyring/)).toBeVisible();
    await expect.element(page.getByText('RSA key, 4096 bits')).toBeVisible();
    await button('Finish').click();
    await expect.element(page.getByRole('heading', { name: /Ada$/ })).toBeVisible();
  });

  test('a fault of an earlier step leads back to its field', async () => {
    const fake = await toKey();
    await button('Choose a file').click();
    fake.failNext('finishSetup', fault('keyIdOfAnotherTenant', { found: 'x' }));
    await button('Finish').click();
    await step('Your company');
    await expect.element(textbox('Key id')).toHaveFocus();
    await expect.element(textbox('Key id')).toHaveAccessibleDescription(/another AppID/);
  });
});
