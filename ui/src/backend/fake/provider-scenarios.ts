/** Tenants of the providers beside JaaS, for the settings window's scenarios. */
import type { KeptKey } from '../../bindings/KeptKey';
import type { ProviderFields } from '../../bindings/ProviderFields';
import type { TenantSettings } from '../../bindings/TenantSettings';
import { KEY } from './key';
import type { KeptRoom } from './provider-rooms';
import { providerView } from './providers';

const KEPT = { isKept: true, short: null, fault: null } as const;
const SHORT = { isKept: true, short: 12, fault: null } as const;

/** By `printf %s Roomkey-2026 | sha256sum`. */
const KEY_FILE = 'f2fdec9b77eb739bde8f37c1f6bcc759630405d9c86e7a8539fb54db8080a8e8.pem';

const JITSI = {
  kind: 'jitsi',
  domain: 'meet.acme.example',
  tenant: '',
  appId: 'acme_desks',
  audience: '',
  signing: 'secret',
  keyName: '',
} as const satisfies ProviderFields;

const VIDEOSDK = {
  kind: 'videoSdk',
  apiKey: '8f1c2a44-6d0b-4b8e-9f57-1f0f4c1f7a10',
  tokenServer: '',
  signing: 'secret',
  api: '',
  pages: '',
  pageVersion: '',
} as const satisfies ProviderFields;

const JIOMEET = {
  kind: 'jioMeet',
  appId: '5f3c9a1b7d',
  issuer: '',
  domain: '',
  signing: 'secret',
  bearer: false,
} as const satisfies ProviderFields;

/** The tenants by scenario, made from one of JaaS. */
export function providerTenants(jaas: TenantSettings, key: KeptKey): Record<ProviderScenario, TenantSettings> {
  const of = (id: string, title: string, provider: TenantSettings['provider']): TenantSettings => ({
    ...jaas,
    id,
    title,
    provider,
    key: null,
    brand: { ...jaas.brand, name: title },
  });
  const withKey = { ...JITSI, signing: 'key', keyName: 'Roomkey-2026' } as const;
  return {
    jitsi: of('jitsi', 'Acme Intern', providerView(JITSI, null, KEPT)),
    shortsecret: of('jitsi', 'Acme Intern', providerView(JITSI, null, SHORT)),
    nosecret: of('jitsi', 'Acme Intern', providerView(JITSI)),
    jitsikey: {
      ...of('jitsi', 'Acme Intern', providerView(withKey, KEY_FILE)),
      key: { ...key, keyId: withKey.keyName, key: KEY },
    },
    videosdk: of('videosdk', 'Acme Consulting', providerView(VIDEOSDK, null, KEPT)),
    tokenserver: of(
      'videosdk',
      'Acme Consulting',
      providerView({ ...VIDEOSDK, apiKey: '', tokenServer: 'tokens.acme.example', signing: 'server' }),
    ),
    jiomeet: of('jiomeet', 'Acme India', providerView(JIOMEET, null, KEPT)),
    jiomeetkey: of('jiomeet', 'Acme India', providerView({ ...JIOMEET, signing: 'key' })),
  };
}

export type ProviderScenario =
  | 'jitsi'
  | 'shortsecret'
  | 'nosecret'
  | 'jitsikey'
  | 'videosdk'
  | 'tokenserver'
  | 'jiomeet'
  | 'jiomeetkey';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime() / 1000;

/** What the providers have, by tenant. */
export function someProviderRooms(): Record<string, KeptRoom[]> {
  return {
    videosdk: [
      { id: '2kyv-gzay-64pg', title: 'Daily stand-up', from: null, until: null, canCancel: true },
      { id: 'abc-xyzw-lmno', title: 'abc-xyzw-lmno', from: null, until: null, canCancel: true },
    ],
    jiomeet: [
      { id: '0123456789', title: 'Quarterly review', from: at(19, 10), until: at(19, 11), canCancel: true },
      { id: '9876543210', title: 'Abteilungsleitungsrunde Produktentwicklung', from: at(20, 14), until: at(20, 16), canCancel: false },
    ],
  };
}
