/** What the providers' fields are called, by provider. A field without words fails the type check. */
import type { ProviderFields } from '../bindings/ProviderFields';
import type { SigningKind } from '../bindings/SigningKind';

export type Kind = ProviderFields['kind'];

/** The fields of one provider. */
export type FieldsOf<K extends Kind> = Extract<ProviderFields, { kind: K }>;

/** The fields of one provider that are typed. */
export type TextName<K extends Kind> = {
  [Name in keyof FieldsOf<K>]: Name extends 'kind' | 'signing' ? never : FieldsOf<K>[Name] extends string ? Name : never;
}[keyof FieldsOf<K>];

/** What a field is called, and where to find what belongs into it. */
export type FieldWords = [label: string, note: string];

/** What may sign, and which part of the provider's set-up it is. */
export type SigningWords = Partial<Record<SigningKind, FieldWords>>;

export interface ProviderTexts {
  choose: string;
  /** What each is. */
  kinds: Record<Kind, FieldWords>;
  more: string;
  signing: string;
  jitsi: { fields: Record<TextName<'jitsi'>, FieldWords>; signing: SigningWords };
  videoSdk: { fields: Record<TextName<'videoSdk'>, FieldWords>; signing: SigningWords };
  jioMeet: { fields: Record<TextName<'jioMeet'>, FieldWords>; signing: SigningWords };
  issuerUsual: string;
  bearer: string;
  bearerNote: string;
  /** The secret of a tenant, by provider: where it is to be had. */
  secretFrom: Record<Exclude<Kind, 'jaas'>, string> & { jaas?: undefined };
}
