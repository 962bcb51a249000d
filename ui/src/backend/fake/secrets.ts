/** The secrets of the fake's tenants: they go in from a clipboard and never come back. */
import type { SigningSecretView } from '../../bindings/SigningSecretView';
import type { SetupBackend } from '../backend';
import type { SettingsBackend } from '../settings';
import { fault } from './checks';
import type { Recorder } from './recorder';

/** The fewest bytes that HS256 asks for (RFC 7518, section 3.2). */
const ENOUGH = 32;

export const SECRET = 'b19f6a1dd1e94d2d8c1f6b1b2a0e4c7d-of-nobody';

/** The secret of the set-up, which waits until everything is stored. */
export function fakeStagedSecrets({ command }: Recorder) {
  let clipboard = SECRET;
  const backend: Pick<SetupBackend, 'pasteSecret'> = {
    pasteSecret: (request) => command('pasteSecret', request, () => ({ short: shortOf(clipboard) })),
  };
  return { backend, copySecret: (text: string) => void (clipboard = text) };
}

type SecretsBackend = Pick<SettingsBackend, 'pasteSigningSecret' | 'removeSigningSecret'>;

export function fakeSecrets(
  { command }: Recorder,
  changed: (tenant: string, secret: SigningSecretView) => void,
) {
  let clipboard = SECRET;
  const backend: SecretsBackend = {
    pasteSigningSecret: (request) =>
      command('pasteSigningSecret', request, () =>
        changed(request.tenant, { isKept: true, short: shortOf(clipboard), fault: null }),
      ),
    removeSigningSecret: (request) =>
      command('removeSigningSecret', request, () =>
        changed(request.tenant, { isKept: false, short: null, fault: null }),
      ),
  };
  return { backend, copySecret: (text: string) => void (clipboard = text) };
}

/** How many bytes the secret has, where they are few. */
function shortOf(copied: string): number | null {
  const bytes = new TextEncoder().encode(checkedSecret(copied)).length;
  return bytes < ENOUGH ? bytes : null;
}

function checkedSecret(copied: string): string {
  const secret = copied.trim();
  if (secret === '') throw fault('signingSecretEmpty');
  if (secret.includes('-----BEGIN')) throw fault('signingSecretIsKey');
  if (/\p{Cc}/u.test(secret)) throw fault('signingSecretInvisible');
  if (secret.length > 1024) throw fault('signingSecretTooLong');
  return secret;
}
