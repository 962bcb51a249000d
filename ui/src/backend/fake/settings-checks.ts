/** What the check of the set-up finds in a browser: all well, or one of each kind of fault. */
import type { CheckId } from '../../bindings/CheckId';
import type { CheckResult } from '../../bindings/CheckResult';
import type { ProviderView } from '../../bindings/ProviderView';

const VALUES: Record<CheckId, Record<string, string>> = {
  keyring: { kind: 'Secret Service' },
  key: { bits: '4096' },
  secret: {},
  keyId: { found: '4f4910' },
  token: {},
  clock: { seconds: '0' },
  dns: { host: '8x8.vc' },
  tcp: { host: '8x8.vc', port: '443' },
  tls: { host: '8x8.vc' },
  script: { host: '8x8.vc' },
  rest: { host: 'api.videosdk.live' },
  hosts: {},
  surface: { kind: 'chromium' },
  devices: { microphones: '1', cameras: '1' },
};

const FAULTS: Partial<Record<CheckId, Partial<CheckResult>>> = {
  clock: { outcome: 'warn', code: 'clockSkew', values: { seconds: '-184' } },
  script: { outcome: 'fail', code: 'scriptMissing', values: { host: '8x8.vc', why: '404' } },
  hosts: { outcome: 'fail', code: 'hostsBlocked', values: { hosts: 'meet-jit-si-turnrelay.jitsi.net:443' } },
  devices: { outcome: 'notChecked', code: null, values: {}, skipped: 'inRehearsal' },
};

export function checkResults(withFaults: boolean, provider: ProviderView): CheckResult[] {
  const { short = null } = provider.secret ?? {};
  const ids = (Object.keys(VALUES) as CheckId[]).filter((id) => isAsked(id, provider));
  return ids.map((id) => ({
    id,
    outcome: 'pass',
    code: null,
    skipped: null,
    values: id === 'token' ? { system: provider.name } : VALUES[id],
    message: `The shell’s own words for ${id}`,
    ...(withFaults ? FAULTS[id] : {}),
    ...(id === 'secret' && short !== null ? { outcome: 'warn', values: { short: String(short) } } : {}),
  }));
}

/** What a provider has nothing of is not looked at. */
function isAsked(id: CheckId, provider: ProviderView): boolean {
  const { signing, rotatesKeys, makesRooms, hasToolbar, hasMediaHosts } = provider;
  if (id === 'key') return signing === 'key';
  if (id === 'keyId') return rotatesKeys;
  if (id === 'secret') return signing === 'secret';
  if (id === 'rest') return makesRooms;
  if (id === 'hosts') return hasMediaHosts;
  if (id === 'keyring') return signing !== 'server';
  return id !== 'script' || hasToolbar;
}
