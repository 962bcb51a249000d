/** The keys that wait in Rust for the settings' tenants, each for its own. */
import type { ErrorView } from '../../bindings/ErrorView';
import type { KeyView } from '../../bindings/KeyView';
import type { SettingsBackend } from '../settings';
import { fault } from './checks';
import { KEY } from './key';
import type { Recorder } from './recorder';

type TenantKeysBackend = Pick<
  SettingsBackend,
  | 'stagedKey'
  | 'generateKey'
  | 'chooseTenantKey'
  | 'pasteTenantKey'
  | 'unlockTenantKey'
  | 'forgetTenantKey'
>;

export interface FakeTenantKeys {
  readonly backend: TenantKeysBackend;
  /** What the next choice or paste of a key gives. */
  nextKey(outcome: KeyView | ErrorView | null): void;
  /** The key that waits for the tenant, which then waits no more. */
  take(tenant: string): KeyView;
}

export function fakeTenantKeys({ command }: Recorder, generating: number): FakeTenantKeys {
  const waiting = new Map<string, KeyView | ErrorView>();
  let next: KeyView | ErrorView | null = KEY;
  const stage = (tenant: string, key: KeyView): KeyView => {
    waiting.set(tenant, key);
    return key;
  };
  const read = (tenant: string): KeyView | null => {
    if (next === null) return null;
    if (!('code' in next)) return stage(tenant, next);
    if (next.code === 'keyPassphraseNeeded') waiting.set(tenant, next);
    throw next;
  };
  return {
    nextKey: (outcome) => void (next = outcome),
    take: (tenant) => {
      const key = waiting.get(tenant);
      if (key === undefined || 'code' in key) throw fault('keyNone');
      waiting.delete(tenant);
      return key;
    },
    backend: {
      stagedKey: (request) =>
        command('stagedKey', request, () => {
          const key = waiting.get(request.tenant) ?? null;
          if (key !== null && 'code' in key) throw key;
          return key;
        }),
      generateKey: (request) =>
        command('generateKey', request, async () => {
          await new Promise((done) => setTimeout(done, generating));
          return stage(request.tenant, KEY);
        }),
      chooseTenantKey: (request) => command('chooseTenantKey', request, () => read(request.tenant)),
      pasteTenantKey: (request) =>
        command('pasteTenantKey', request, () => {
          const key = read(request.tenant);
          if (key === null) throw fault('clipboardEmpty');
          return key;
        }),
      unlockTenantKey: ({ tenant, passphrase }) =>
        command('unlockTenantKey', { tenant }, () => {
          if (passphrase !== 'sesame') throw fault('keyPassphraseWrong');
          return stage(tenant, KEY);
        }),
      forgetTenantKey: (request) => command('forgetTenantKey', request, () => void waiting.delete(request.tenant)),
    },
  };
}
