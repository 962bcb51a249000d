/** The providers of the settings window's fake: what each can do, and what its fields may be. */
import type { ProviderFields } from '../../bindings/ProviderFields';
import type { ProviderView } from '../../bindings/ProviderView';
import type { SigningKind } from '../../bindings/SigningKind';
import type { SigningSecretView } from '../../bindings/SigningSecretView';
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

function signingOf(fields: ProviderFields): SigningKind {
  switch (fields.kind) {
    case 'jaas':
      return 'key';
    case 'jitsi':
    case 'jioMeet':
      return fields.signing;
    case 'videoSdk':
      return fields.tokenServer === '' ? 'secret' : 'server';
  }
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
  switch (fields.kind) {
    case 'jaas':
      return { ...fields, appId: checkedAppId(fields.appId), domain: checkedDomain(fields.domain || '8x8.vc') };
    case 'jitsi':
      return {
        ...fields,
        domain: checkedDomain(fields.domain),
        tenant: ['', '*'].includes(fields.tenant.trim()) ? fields.tenant.trim() : tenantName(fields.tenant),
        appId: word('app ID', fields.appId),
        audience: usual(fields.audience, (text) => word('audience', text)),
        keyName: fields.signing === 'key' ? word("key's name", fields.keyName) : '',
      };
    case 'videoSdk': {
      const hasServer = fields.tokenServer.trim() !== '';
      return {
        ...fields,
        apiKey: hasServer ? fields.apiKey.trim() : word('API key', fields.apiKey),
        tokenServer: usual(fields.tokenServer, checkedDomain),
        api: usual(fields.api, checkedDomain),
        pages: usual(fields.pages, checkedDomain),
        pageVersion: usual(fields.pageVersion, pageVersion),
      };
    }
    case 'jioMeet':
      return {
        ...fields,
        appId: word('app ID', fields.appId),
        issuer: usual(fields.issuer, (text) => word('issuer', text)),
        domain: usual(fields.domain, checkedDomain),
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
