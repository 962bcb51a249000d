/** Which fields each provider has, besides JaaS, whose two are unlike all others. */
import type { ProviderFields } from '../../bindings/ProviderFields';
import type { SigningKind } from '../../bindings/SigningKind';
import type { FieldWords, Kind, TextName } from '../../texts/providers';
import { text } from '../../texts/text.svelte';

/** The fields of a provider whose fields are all alike. */
export type OwnFields = Exclude<ProviderFields, { kind: 'jaas' }>;

type AnyName = TextName<'jitsi'> | TextName<'videoSdk'> | TextName<'jioMeet'>;

/** One text that is typed. */
interface TextSpec<Name extends string = AnyName> {
  name: Name;
  /** What core calls it in a fault; none for a server's name, whose faults have their own codes. */
  what?: string;
  /** It is needed where this signs; always where it is missing. */
  only?: SigningKind;
  /** What an empty text stands for; a text without it has to be given. */
  usual?: string;
}

const JITSI: TextSpec<TextName<'jitsi'>>[] = [
  { name: 'domain' },
  { name: 'appId', what: 'app ID' },
  { name: 'keyName', what: "key's name", only: 'key' },
  { name: 'tenant', what: "tenant's name", usual: '' },
  { name: 'audience', what: 'audience', usual: 'jitsi' },
];

const VIDEOSDK: TextSpec<TextName<'videoSdk'>>[] = [
  { name: 'apiKey', what: 'API key', only: 'secret' },
  { name: 'tokenServer', only: 'server' },
  { name: 'api', usual: 'api.videosdk.live' },
  { name: 'pages', usual: 'embed.videosdk.live' },
  { name: 'pageVersion', what: "page's version", usual: '0.3.44' },
];

const JIOMEET: TextSpec<TextName<'jioMeet'>>[] = [
  { name: 'appId', what: 'app ID' },
  { name: 'issuer', what: 'issuer', usual: '' },
  { name: 'domain', usual: 'jiomeetpro.jio.com' },
];

const SPECS: Record<OwnFields['kind'], TextSpec[]> = { jitsi: JITSI, videoSdk: VIDEOSDK, jioMeet: JIOMEET };

/** A field as it is drawn. */
export interface TextField {
  name: string;
  label: string;
  note: string;
  placeholder: string;
  value: string;
  /** It holds a server's name. */
  isServer: boolean;
  /** It may stay empty. */
  hasUsual: boolean;
  /** It is needed by what signs. */
  isForSigning: boolean;
  what: string | undefined;
}

/** The texts that are to be typed where `signing` signs. */
export function textFields(fields: OwnFields, signing: SigningKind): TextField[] {
  const values: Partial<Record<string, unknown>> = fields;
  const words: Partial<Record<string, FieldWords>> = text.all.providers[fields.kind].fields;
  return SPECS[fields.kind]
    .filter(({ only }) => only === undefined || only === signing)
    .map(({ name, what, usual, only }) => {
      const [label = '', note = ''] = words[name] ?? [];
      return {
        name,
        label,
        note,
        what,
        placeholder: name === 'issuer' ? text.all.providers.issuerUsual : (usual ?? ''),
        value: String(values[name] ?? ''),
        isServer: what === undefined,
        hasUsual: usual !== undefined,
        isForSigning: only !== undefined,
      };
    });
}

/** The same fields where `signing` signs. */
export function withSigning(fields: OwnFields, signing: SigningKind): OwnFields {
  if (fields.kind === 'videoSdk') return signing === 'server' ? fields : { ...fields, tokenServer: '' };
  return { ...fields, signing };
}

/** Whether all that has to be given where `signing` signs is given. */
export function isWhole(fields: OwnFields, signing: SigningKind): boolean {
  return textFields(fields, signing).every(({ value, hasUsual }) => hasUsual || value !== '');
}

/** A provider's fields before anything is typed. */
export function blankFields(kind: Kind): ProviderFields {
  switch (kind) {
    case 'jaas':
      return { kind, appId: '', domain: '8x8.vc' };
    case 'jitsi':
      return { kind, domain: '', tenant: '', appId: '', audience: '', signing: 'secret', keyName: '' };
    case 'videoSdk':
      return { kind, apiKey: '', tokenServer: '', api: '', pages: '', pageVersion: '' };
    case 'jioMeet':
      return { kind, appId: '', issuer: '', domain: '', signing: 'secret', bearer: false };
  }
}

/** The company's server that makes the tokens; empty where there is none. */
export function tokenServer(fields: ProviderFields): string {
  return fields.kind === 'videoSdk' ? fields.tokenServer : '';
}

/** The AppID that ids of keys begin with; empty where keys have none. */
export function keyOwner(fields: ProviderFields): string {
  return fields.kind === 'jaas' ? fields.appId : '';
}

/** The field that a fault is about; null where it is about none of them. */
export function fieldOf(code: string, what: string | undefined, fields: TextField[]): string | null {
  if (code.startsWith('name')) return fields.find((field) => field.what === what)?.name ?? null;
  // A server that has to be given is the only one that was not checked when it was left.
  if (code.startsWith('domain')) return fields.find(({ isServer }) => isServer)?.name ?? null;
  return null;
}
