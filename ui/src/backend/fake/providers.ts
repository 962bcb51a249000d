/** The providers of the settings window's fake: what each can do, and what its fields may be. */
import type { ErrorView } from '../../bindings/ErrorView';
import type { ProviderChecked } from '../../bindings/ProviderChecked';
import type { ProviderFields } from '../../bindings/ProviderFields';
import type { ProviderView } from '../../bindings/ProviderView';
import type { SigningSecretView } from '../../bindings/SigningSecretView';
import { signingOf } from '../../provider/fields';
import { checkedAppId, checkedDomain, fault } from './checks';

type Abilities = Pick<
  ProviderView,
  'name' | 'roles' | 'hasFeatures' | 'hasToolbar' | 'makesRooms' | 'rotatesKeys' | 'hasMediaHosts'
>;

const OWN_KEY = { rotatesKeys: false, hasMediaHosts: false } as const;
const JITSI = { hasFeatures: true, hasToolbar: true, makesRooms: false } as const;
const OWN_PAGE = { ...OWN_KEY, hasFeatures: false, hasToolbar: false, makesRooms: true } as const;

const ABILITIES: Record<ProviderFields['kind'], Abilities> = {
  jaas: {
    ...JITSI,
    name: 'JaaS',
    roles: ['moderator', 'participant', 'visitor'],
    rotatesKeys: true,
    hasMediaHosts: true,
  },
  jitsi: { ...JITSI, ...OWN_KEY, name: 'Jitsi Meet', roles: ['moderator', 'participant'] },
  videoSdk: { ...OWN_PAGE, name: 'VideoSDK', roles: ['moderator', 'participant'] },
  jioMeet: { ...OWN_PAGE, name: 'JioMeet', roles: ['moderator', 'participant'] },
};

const NO_SECRET: SigningSecretView = { isKept: false, short: null, fault: null };

/** The provider as the window shows it. The secret is none where something else signs. */
export function providerView(
  fields: ProviderFields,
  keyFile: string | null = null,
  secret: SigningSecretView = NO_SECRET,
): ProviderView {
  const signing = signingOf(fields);
  return { ...ABILITIES[fields.kind], fields, signing, keyFile, secret: signing === 'secret' ? secret : null };
}

/** Under which name a server of public keys has the key: the hash of the key's name. */
export async function keyFileOf(fields: ProviderFields): Promise<string | null> {
  if (fields.kind !== 'jitsi' || fields.signing !== 'key') return null;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(fields.keyName));
  return `${Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')}.pem`;
}

/** What tells a tenant from the others of its provider. */
export function identityOf(fields: ProviderFields): string {
  switch (fields.kind) {
    case 'jaas':
    case 'jioMeet':
      return `${fields.kind} ${fields.appId}`;
    case 'jitsi':
      return `jitsi ${fields.domain}/${fields.tenant}`;
    case 'videoSdk':
      return `videoSdk ${fields.apiKey} ${fields.tokenServer}`;
  }
}

/** The fields as they are kept, or the first fault. */
export function checkedFields(fields: ProviderFields): ProviderFields {
  const texts = Object.entries(checksOf(fields)).map(([name, check]) => [name, check()] as const);
  return { ...fields, ...Object.fromEntries(texts) };
}

/** What the window is told while a provider is typed. */
export async function checkedProvider(fields: ProviderFields): Promise<ProviderChecked> {
  const { name, roles, makesRooms } = ABILITIES[fields.kind];
  const faults: Record<string, ErrorView> = {};
  for (const [field, check] of Object.entries(checksOf(fields))) {
    try {
      check();
    } catch (error) {
      faults[field] = error as ErrorView;
    }
  }
  const kept = Object.keys(faults).length === 0 ? checkedFields(fields) : null;
  return { name, roles, makesRooms, faults, fields: kept, keyFile: kept && (await keyFileOf(kept)) };
}

/** How each text becomes what is kept. */
function checksOf(fields: ProviderFields): Record<string, () => string> {
  switch (fields.kind) {
    case 'jaas':
      return {
        appId: () => checkedAppId(fields.appId),
        domain: () => checkedDomain(fields.domain || '8x8.vc'),
      };
    case 'jitsi':
      return {
        domain: () => checkedDomain(fields.domain),
        tenant: () => (['', '*'].includes(fields.tenant.trim()) ? fields.tenant.trim() : tenantName(fields.tenant)),
        appId: () => word('app ID', fields.appId),
        audience: () => usual(fields.audience, (text) => word('audience', text)),
        keyName: () => (fields.signing === 'key' ? word("key's name", fields.keyName) : ''),
      };
    case 'videoSdk':
      return {
        apiKey: () => (fields.signing === 'server' ? '' : word('API key', fields.apiKey)),
        tokenServer: () => (fields.signing === 'server' ? checkedDomain(fields.tokenServer) : ''),
        api: () => usual(fields.api, checkedDomain),
        pages: () => usual(fields.pages, checkedDomain),
        pageVersion: () => usual(fields.pageVersion, pageVersion),
      };
    case 'jioMeet':
      return {
        appId: () => word('app ID', fields.appId),
        issuer: () => usual(fields.issuer, (text) => word('issuer', text)),
        domain: () => usual(fields.domain, checkedDomain),
      };
  }
}

/** An empty text stands for what is usual. */
function usual(typed: string, check: (typed: string) => string): string {
  return typed.trim() === '' ? '' : check(typed);
}

function word(what: string, typed: string): string {
  const text = typed.trim();
  if (text === '') throw fault('nameEmpty', { what });
  if (/\s/.test(text)) throw fault('nameSpaces', { what });
  if (text.length > 256) throw fault('nameTooLong', { what });
  return text;
}

function tenantName(typed: string): string {
  const what = "tenant's name";
  const name = word(what, typed).toLowerCase();
  if (/[^a-z0-9_-]/.test(name)) throw fault('nameMalformed', { what, like: 'sales' });
  return name;
}

function pageVersion(typed: string): string {
  const what = "page's version";
  const version = word(what, typed);
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw fault('nameMalformed', { what, like: '0.3.44' });
  return version;
}
