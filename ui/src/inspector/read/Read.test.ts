import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Locator } from 'vitest/browser';

import { explain, fakeToken } from '../../backend/fake/inspect';
import type { FakeInspectorOptions } from '../../backend/fake/inspector';
import { NOW } from '../../testing/launcher';
import { openInspector } from '../../testing/inspector';
import { speak } from '../../texts/text.svelte';

const APP_ID = 'vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe';
const AT = NOW.getTime() / 1000;

function token(change: Record<string, unknown> = {}, moderator = 'true'): string {
  const user = { id: 'ada', name: 'Ada Lovelace', moderator };
  return fakeToken(
    { alg: 'RS256', kid: `${APP_ID}/4f4910`, typ: 'JWT' },
    { aud: 'jitsi', context: { user, features: { recording: 'true' } }, exp: AT + 16_500, iss: 'chat', nbf: AT - 10, room: 'board', sub: APP_ID, ...change },
  );
}

const open = (options: FakeInspectorOptions = {}) => openInspector('read', { now: NOW, ...options });
const paste = (text: string) => page.getByRole('textbox', { name: 'Token', exact: true }).fill(text);
const says = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeVisible();

afterEach(() => speak('en'));

test('says in one sentence what a server would do, and who checked it', async () => {
  await open();
  await says('Paste a token to see it explained.');
  await paste(`12:01 GET /board?jwt=${token()} HTTP/1.1`);
  await expect.element(page.getByRole('heading', { name: /^JaaS would let Ada Lovelace in as moderator until (14|2):05/ })).toBeVisible();
  await says(/Checked with the key of Acme Meetings/);
});

test('shows every claim with its meaning and the time in words', async () => {
  await open();
  await paste(token());
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  await expect.element(row('exp')).toHaveTextContent(/Good until (14|2):05( PM)?, in 5 hours/);
  await expect.element(row('context.features.recording')).toHaveTextContent(/Records picture and sound/);
  await expect.element(row('context.user.name')).toHaveTextContent(/"Ada Lovelace"/);
});

test('a failed check comes first, with the reason and the server’s own words', async () => {
  await open();
  await paste(token({ exp: AT - 8 }));
  await expect.element(page.getByRole('heading', { name: 'JaaS would refuse this token.' })).toBeVisible();
  await says(/It expired at 0?9:29/);
  await says('Not acceptable by exp (8.0 sec since expired)');
  const first = page.getByRole('region', { name: 'What the server checks' }).getByRole('listitem').first();
  await expect.element(first).toHaveTextContent(/It has not expired: failed/);
  await says('exp has passed.');
});

test('nobody’s key leaves the signature unproved, and another’s is asked for', async () => {
  const fake = await open();
  await paste(token());
  await page.getByRole('combobox', { name: 'Checked with' }).selectOptions('No key');
  await says(/With the right signature, JaaS would let Ada Lovelace in/);
  await page.getByRole('combobox', { name: 'Checked with' }).selectOptions('A public key');
  await says('There is no public key in it.');
  await page.getByRole('textbox', { name: 'Public key' }).fill('-----BEGIN PUBLIC KEY-----');
  await says(/Checked with the public key 3b0c9f27/);
  expect(fake.calls.at(-1)?.[1]).toMatchObject({ key: { kind: 'public', pem: '-----BEGIN PUBLIC KEY-----' }, room: '', at: null });
});

test('a tenant of another provider is judged by its own rules', async () => {
  const fake = await open({ scenario: 'providers' });
  await paste(token());
  await page.getByRole('combobox', { name: 'Checked with' }).selectOptions('The key of Acme Intern');
  await expect.element(page.getByRole('heading', { name: 'Jitsi Meet would take this token.' })).toBeVisible();
  await says(/Checked with the secret or key of Acme Intern/);
  await says(/counts only where the server verifies domains/);
  await page.getByRole('textbox', { name: 'Room' }).fill('Stand-up');
  await expect.element(page.getByRole('heading', { name: 'Jitsi Meet would refuse this token.' })).toBeVisible();
  await says('Room and token mismatched');
  const first = page.getByRole('region', { name: 'What the server checks' }).getByRole('listitem').first();
  await expect.element(first).toHaveTextContent(/It is for this room: failed/);
  expect(fake.calls.at(-1)?.[1]).toMatchObject({ key: { kind: 'tenant', tenant: 'jitsi' }, room: 'Stand-up' });
});

test('a room and a time are taken along', async () => {
  await open();
  await paste(token());
  await page.getByRole('textbox', { name: 'Room' }).fill('Stand-up');
  await says('It is for another room. Make one for this room.');
  await page.getByRole('textbox', { name: 'Room' }).fill('a/b');
  await says(/slash|\//);
  await page.getByRole('textbox', { name: 'Room' }).fill('Board');
  await page.getByLabelText('At what time').fill('2026-11-18T15:00');
  await says(/It expired at (14|2):05/);
});

test.each([
  ['no token at all', 'There is no token in it.'],
  [`${token()} and ${token({ room: 'x' })}`, 'There are several tokens in it.'],
])('rubbish gets a word: %#', async (text, words) => {
  await open();
  await paste(text);
  await says(words);
  await expect.element(page.getByRole('textbox', { name: 'Token', exact: true })).toHaveAttribute('aria-invalid', 'true');
});

test('a private key is forgotten at once, and that is said', async () => {
  await open();
  await paste('-----BEGIN RSA PRIVATE KEY-----\nMIIEsecret');
  await says(/This is a private key. Roomkey has forgotten it again./);
  await expect.element(page.getByRole('textbox', { name: 'Token', exact: true })).toHaveValue('');
  await new Promise((done) => setTimeout(done, 400));
  await says(/This is a private key/);
  expect(document.body.innerHTML).not.toContain('MIIEsecret');
});

test('two tokens are compared claim by claim', async () => {
  await open();
  await paste(token());
  await page.getByRole('textbox', { name: 'Compare with another token' }).fill(token({}, 'false'));
  await says('One claim differs');
  const first = page.getByRole('region', { name: 'Side by side' }).getByRole('row').nth(1);
  await expect.element(first).toHaveTextContent('context.user.moderator"true""false"differs');
});

test('what was pasted stays while another section is shown, and the keyboard gets everywhere', async () => {
  await open();
  await paste(token());
  await page.getByRole('button', { name: 'Make' }).click();
  await page.getByRole('button', { name: 'Read' }).click();
  await says(/JaaS would let Ada Lovelace in as moderator/);
  await page.getByRole('textbox', { name: 'Token', exact: true }).click();
  const seen: (string | null)[] = [];
  for (let step = 0; step < 4; step++) {
    await userEvent.keyboard('{Tab}');
    const { activeElement } = document;
    seen.push(activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLSelectElement ? (activeElement.labels?.[0]?.textContent ?? null) : null);
  }
  expect(seen).toEqual(['Compare with another token', 'Checked with', 'Room', 'At what time']);
});

test('the signature of what was pasted is not shown again', async () => {
  await open();
  await paste(token());
  await says('not shown');
  expect(explain(token(), { kind: 'unchecked' }, '', AT).parts).toHaveLength(2);
});

test('no time stands in the field for it while none was chosen', async () => {
  await openInspector('read');
  const at = page.getByLabelText('At what time');
  expect(await isBlank(at)).toBe(true);
  await at.fill('2026-11-18T14:05:00');
  (at.element() as HTMLElement).blur();
  expect(await isBlank(at)).toBe(false);
});

/** Whether nothing is painted in the left half of a field, within its border. */
async function isBlank(field: Locator): Promise<boolean> {
  const base64 = await field.screenshot({ save: false });
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(picture, 0, 0);
  const inner = context.getImageData(12, 8, picture.width / 2 - 12, picture.height - 16);
  const pixels = new Uint32Array(inner.data.buffer);
  return pixels.every((pixel) => pixel === pixels[0]);
}
