/** A delivery is pasted, verified with the secret in the keyring, and explained. */
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { DELIVERY, STRANGE_DELIVERY } from '../../backend/fake/service';
import { openInspector } from '../../testing/inspector';
import { speak } from '../../texts/text.svelte';

afterEach(() => speak('en'));

const body = page.getByRole('textbox', { name: 'Body' });
const signature = page.getByRole('textbox', { name: 'X-Jaas-Signature' });
const verify = page.getByRole('button', { name: 'Verify and explain' });
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function paste(text = DELIVERY.body, header = DELIVERY.signature) {
  await body.fill(text);
  await signature.fill(header);
  await verify.click();
}

test('verifies with the secret that was pasted into the keyring, and explains', async () => {
  const fake = await openInspector('webhooks');
  await expect.element(page.getByText('None is kept.')).toBeVisible();
  await button('Paste from the clipboard').click();
  await expect.element(page.getByText('Kept in the keyring.')).toBeVisible();
  await paste();
  await expect.element(page.getByText('JaaS signed this for the tenant')).toBeVisible();
  await expect.element(page.getByText(/^Signed \d[\d,]* days ago\.$/)).toBeVisible();
  await expect.element(page.getByText('A server should refuse what is older')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Somebody has joined.' })).toBeVisible();
  await expect.element(page.getByText('In the room “sampleappromanticshiftsstripas”')).toBeVisible();
  await expect.element(page.getByText('It belongs to Acme Meetings.')).toBeVisible();
  await expect.element(page.getByRole('row', { name: /^data\.participantJid/ })).toHaveTextContent(
    'its first eight digits are the id to remove somebody',
  );
  // The secret is in no call: it goes from the clipboard to the keyring.
  expect(JSON.stringify(fake.calls)).not.toContain('whsec');
});

test('a delivery to another tenant is no good news, though the secret fits', async () => {
  await openInspector('webhooks');
  await button('Paste from the clipboard').click();
  await paste(STRANGE_DELIVERY.body);
  await expect.element(page.getByText('The secret fits, but this is another tenant’s')).toBeVisible();
  await expect.element(page.getByText('It belongs to another tenant')).toBeVisible();
  await expect.element(page.getByText('JaaS signed this for the tenant')).not.toBeInTheDocument();
});

test('without a secret it explains, and says that nobody has checked', async () => {
  await openInspector('webhooks');
  await paste();
  await expect.element(page.getByText('Nobody has checked the signature')).toBeVisible();
  await expect.element(page.getByText('No secret of this tenant is in the keyring.')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Somebody has joined.' })).toBeVisible();
  await button('Paste from the clipboard').click();
  await expect.element(page.getByText('JaaS signed this for the tenant')).toBeVisible();
});

test('tells an accident of copying from a signature that does not fit', async () => {
  await openInspector('webhooks');
  await button('Paste from the clipboard').click();
  await paste(`${DELIVERY.body}\n`);
  await expect.element(page.getByText('but the body was altered on the way here')).toBeVisible();
  await expect.element(page.getByText('A line end was added behind it.')).toBeVisible();
  await paste('{"eventType":"ROOM_PAINTED"}');
  await expect.element(page.getByText('The signature does not fit')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Roomkey does not know this event.' })).toBeVisible();
  await expect.element(page.getByText('ROOM_PAINTED').first()).toBeVisible();
});

test('says what is wrong at its field', async () => {
  await openInspector('webhooks');
  await paste('no JSON', 'v1=x');
  await expect.element(body).toHaveAttribute('aria-invalid', 'true');
  await expect.element(signature).toHaveAttribute('aria-invalid', 'true');
  await expect.element(page.getByText('The body is no JSON.')).toBeVisible();
  await expect.element(page.getByText('The signature has no time.').first()).toBeVisible();
  await body.fill('{}');
  await expect.element(body).toHaveAttribute('aria-invalid', 'false');
});

test('a secret that is none gets a word, and the one that was kept stays', async () => {
  const fake = await openInspector('webhooks');
  fake.failNext('pasteSecret', { code: 'secretNoPrefix', message: '', values: {} });
  await button('Paste from the clipboard').click();
  await expect.element(page.getByText('it does not begin with whsec_')).toBeVisible();
  await expect.element(page.getByText('None is kept.')).toBeVisible();
});

test('a secret goes only after a question', async () => {
  const fake = await openInspector('webhooks');
  await button('Paste from the clipboard').click();
  await button('Remove').click();
  const question = page.getByRole('dialog');
  await expect.element(question).toHaveTextContent('can no longer be verified on this computer');
  await userEvent.keyboard('{Escape}');
  await expect.element(question).not.toBeInTheDocument();
  expect(fake.calls.some(([command]) => command === 'removeSecret')).toBe(false);
  await button('Remove').click();
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect.element(page.getByText('None is kept.')).toBeVisible();
});

test('what was found for one tenant is not shown for another', async () => {
  await openInspector('webhooks', { scenario: 'two' });
  await button('Paste from the clipboard').click();
  await paste();
  await expect.element(page.getByText('JaaS signed this for the tenant')).toBeVisible();
  const other = page.getByRole('combobox').first();
  const options = [...other.element().querySelectorAll('option')].map((option) => option.value);
  await other.selectOptions(options[1] ?? '');
  await expect.element(page.getByText('JaaS signed this for the tenant')).not.toBeInTheDocument();
  await expect.element(page.getByText('None is kept.')).toBeVisible();
  await expect.element(body).toHaveValue(DELIVERY.body);
});
