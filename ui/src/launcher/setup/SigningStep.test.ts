import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { fault } from '../../backend/fake/checks';
import { KEY } from '../../backend/fake/key';
import { deeds } from '../../testing/launcher';
import { button, toKey } from '../../testing/setup';

describe('the key', () => {
  test('is looked for without losing the focus, and a refused one leaves it where it was', async () => {
    const fake = await toKey({ delay: 60 });
    fake.nextKey(fault('keyPublic'));
    const paste = button('Paste').element() as HTMLButtonElement;
    paste.focus();
    paste.click();
    flushSync();
    expect(paste.getAttribute('aria-disabled')).toBe('true');
    expect(page.getByText('Reading the key…').elements()).toHaveLength(1);
    paste.click();
    await expect.element(page.getByText('This is the public key')).toBeVisible();
    await expect.element(button('Paste')).toHaveFocus();
    expect(deeds(fake)).toEqual([['pasteKey', null]]);
  });

  test('a bad one leaves the good one that was read before', async () => {
    const fake = await toKey();
    await button('Choose a file').click();
    await expect.element(page.getByText('RSA key, 4096 bits')).toBeVisible();
    fake.dropKey({ error: fault('keyPublic') });
    await expect.element(page.getByText('This is the public key')).toBeVisible();
    await button('Finish').click();
    await expect.poll(() => deeds(fake).map(([name]) => name)).toContain('finishSetup');
  });

  test.each([
    ['keyPublic', 'usually the file without .pub', 'ssh-keygen -t rsa -b 4096 -m PEM'],
    ['keyOpenSsh', 'OpenSSH’s own form', 'ssh-keygen -p -m PEM'],
    ['keyEllipticCurve', 'elliptic-curve', 'ssh-keygen -t rsa'],
    ['keyTooShort', 'has 2048 bits', 'ssh-keygen -t rsa'],
    ['keyNotAKey', 'There is no key in it', 'ssh-keygen -t rsa'],
    ['keyEmpty', 'There is nothing in it', 'ssh-keygen -t rsa'],
    ['keyTooLarge', 'far larger than a key', 'ssh-keygen -t rsa'],
    ['keyLegacyEncrypted', 'easily broken', 'openssl pkcs8 -topk8 -v2 aes-256-cbc'],
    ['keyPkcs12', 'PKCS#12', 'openssl pkcs12'],
    ['keyDamaged', 'damaged', 'openssl pkey'],
  ] as const)('%s is said with the command that mends it', async (code, said, command) => {
    const fake = await toKey();
    fake.nextKey(fault(code, { bits: '2048' }));
    await button('Choose a file').click();
    const group = page.getByRole('group', { name: 'The key' });
    await expect.element(group).toHaveAccessibleDescription(expect.stringContaining(said));
    await expect.element(page.getByText(command)).toBeVisible();
    await button('Finish').click();
    expect(deeds(fake).map(([name]) => name)).not.toContain('finishSetup');
  });

  test('none is asked for at the end', async () => {
    await toKey();
    await button('Finish').click();
    await expect.element(page.getByText('There is no key yet.')).toBeVisible();
  });

  test('choosing no file changes nothing', async () => {
    const fake = await toKey();
    fake.nextKey(null);
    await button('Choose a file').click();
    await expect.element(button('Choose a file')).toBeEnabled();
    expect(page.getByText('There is no key yet.').elements()).toEqual([]);
  });

  test('a locked one asks for its passphrase until it opens', async () => {
    const fake = await toKey();
    fake.nextKey(fault('keyPassphraseNeeded'));
    await button('Choose a file').click();
    const passphrase = page.getByLabelText('Passphrase');
    await expect.element(passphrase).toHaveFocus();
    await userEvent.keyboard('wrong{Enter}');
    await expect.element(passphrase).toHaveAccessibleDescription(/does not open this key/);
    await passphrase.fill('sesame');
    await button('Unlock').click();
    await expect.element(page.getByText('RSA key, 4096 bits')).toBeVisible();
    expect(JSON.stringify(fake.calls)).not.toContain('sesame');
  });

  test('a dropped file is read, and the place shows that it may be let go', async () => {
    const fake = await toKey();
    fake.dragKey(true);
    await expect.element(page.getByText('Let go to read the key')).toBeVisible();
    fake.dropKey({ error: fault('keyPublic') });
    await expect.element(page.getByText('This is the public key')).toBeVisible();
    fake.dropKey({ key: KEY });
    await expect.element(page.getByText('RSA key, 4096 bits')).toBeVisible();
  });

  test('a paste is read by the shell; the page does not look at it', async () => {
    const fake = await toKey();
    const clipboard = new DataTransfer();
    const looked = vi.spyOn(clipboard, 'getData');
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
    );
    await expect.element(page.getByText('RSA key, 4096 bits')).toBeVisible();
    expect(deeds(fake)).toEqual([['pasteKey', null]]);
    expect(looked).not.toHaveBeenCalled();
  });

  test('its public half is shown for the console, and another can be taken', async () => {
    const fake = await toKey();
    await button('Choose a file').click();
    await page.getByText('The public key, for JaaS').click();
    await expect.element(page.getByText('-----BEGIN PUBLIC KEY-----')).toBeVisible();
    await expect.element(page.getByText(KEY.fingerprint.slice(0, 4))).toBeVisible();
    await button('Use another key').click();
    await expect.element(button('Choose a file')).toHaveFocus();
    expect(deeds(fake).map(([name]) => name)).toEqual(['chooseKeyFile', 'forgetKey']);
  });
});
