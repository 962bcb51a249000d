/** Where a tenant's key comes from: Rust keeps what it reads for that tenant alone. */
import type { SettingsBackend } from '../../backend/settings';
import type { KeySource } from '../../key/staged.svelte';

export function keySource(backend: SettingsBackend, tenant: string): KeySource {
  return {
    chooseKeyFile: () => backend.chooseTenantKey({ tenant }),
    pasteKey: () => backend.pasteTenantKey({ tenant }),
    unlockKey: ({ passphrase }) => backend.unlockTenantKey({ tenant, passphrase }),
    forgetKey: () => backend.forgetTenantKey({ tenant }),
  };
}
