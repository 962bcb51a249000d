/** Which fields each provider has that are typed. */
import type { ProviderFields } from '../bindings/ProviderFields';
import type { SigningKind } from '../bindings/SigningKind';
import type { FieldsOf, FieldWords, Kind, TextName } from '../texts/providers';
import { text } from '../texts/text.svelte';

export const KINDS: Kind[] = ['jaas', 'jitsi', 'videoSdk', 'jioMeet'];

/** JaaS's fields, which are unlike all others. */
export type JaasFields = FieldsOf<'jaas'>;

/** The fields of a provider whose fields are all alike. */
export type OwnFields = Exclude<ProviderFields, JaasFields>;

type OwnName = TextName<'jitsi'> | TextName<'videoSdk'> | TextName<'jioMeet'>;

/** One text that is typed. */
interface TextSpec<Name extends string = OwnName> {
  name: Name;
  /** It is needed where this signs; always where it is missing. */
  only?: SigningKind;
  /** What an empty text stands for; a text without it has to be given. */
  usual?: string;
}

const JITSI: TextSpec<TextName<'jitsi'>>[] = [
  { name: 'domain' },
  { name: 'appId' },
  { name: 'keyName', only: 'key' },
  { name: 'tenant', usual: '' },
  { name: 'audience', usual: 'jitsi' },
];

const VIDEOSDK: TextSpec<TextName<'videoSdk'>>[] = [
  { name: 'apiKey', only: 'secret' },
  { name: 'tokenServer', only: 'server' },
  { name: 'api', usual: 'api.videosdk.live' },
  { name: 'pages', usual: 'embed.videosdk.live' },
  { name: 'pageVersion', usual: '0.3.44' },
];

const JIOMEET: TextSpec<TextName<'jioMeet'>>[] = [
  { name: 'appId' },
  { name: 'issuer', usual: '' },
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
  /** It may stay empty. */
  hasUsual: boolean;
  /** It is needed by what signs. */
  isForSigning: boolean;
}

/** The texts that are to be typed. */
export function textFields(fields: OwnFields): TextField[] {
  const words: Partial<Record<string, FieldWords>> = text.all.providers[fields.kind].fields;
  return SPECS[fields.kind]
    .filter(({ only }) => only === undefined || only === fields.signing)
    .map(({ name, usual, only }) => {
      const [label = '', note = ''] = words[name] ?? [];
      return {
        name,
        label,
        note,
        placeholder: name === 'issuer' ? text.all.providers.issuerUsual : (usual ?? ''),
        value: valueOf(fields, name),
        hasUsual: usual !== undefined,
        isForSigning: only !== undefined,
      };
    });
}

/** The names of all texts that are to be typed, JaaS's too. */
export function textNames(fields: ProviderFields): string[] {
  return fields.kind === 'jaas' ? ['appId', 'domain'] : textFields(fields).map(({ name }) => name);
}

/** What is typed in a field; empty where the provider has none of that name. */
export function valueOf(fields: ProviderFields, name: string): string {
  const values: Partial<Record<string, unknown>> = fields;
  return String(values[name] ?? '');
}

/** The same fields with another text in one. */
export function withText<F extends ProviderFields>(fields: F, name: string, typed: string): F {
  return { ...fields, [name]: typed };
}

/** The same fields where `signing` signs. */
export function withSigning(fields: OwnFields, signing: SigningKind): OwnFields {
  return { ...fields, signing };
}

/** Whether all that has to be given is given. */
export function isWhole(fields: OwnFields): boolean {
  return textFields(fields).every(({ value, hasUsual }) => hasUsual || value !== '');
}

/** The company's server that makes the tokens; empty where there is none. */
export function tokenServer(fields: ProviderFields): string {
  return fields.kind === 'videoSdk' ? fields.tokenServer : '';
}

/** The AppID that ids of keys begin with; empty where keys have none. */
export function keyOwner(fields: ProviderFields): string {
  return fields.kind === 'jaas' ? fields.appId : '';
}

/** What signs. */
export function signingOf(fields: ProviderFields): SigningKind {
  return fields.kind === 'jaas' ? 'key' : fields.signing;
}

/** A provider's fields before anything is typed. */
export function blankFields(kind: Kind): ProviderFields {
  switch (kind) {
    case 'jaas':
      return { kind, appId: '', domain: '8x8.vc' };
    case 'jitsi':
      return { kind, domain: '', tenant: '', appId: '', audience: '', signing: 'secret', keyName: '' };
    case 'videoSdk':
      return { kind, apiKey: '', tokenServer: '', signing: 'secret', api: '', pages: '', pageVersion: '' };
    case 'jioMeet':
      return { kind, appId: '', issuer: '', domain: '', signing: 'secret', bearer: false };
  }
}
