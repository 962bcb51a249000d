/** What each feature of a token is called, does and costs. */
import type { Feature } from '../bindings/Feature';

/** Billed by use, or included; what a plan includes is not known here. */
export type Cost = 'minutes' | 'plan' | 'none';

/** Grouped as an administrator thinks of them; a feature without a place fails the type check. */
export const GROUPS = ['record', 'phone', 'together', 'lead', 'rest'] as const;
export type FeatureGroup = (typeof GROUPS)[number];

export const FEATURES: Record<Feature, [group: FeatureGroup, cost: Cost]> = {
  recording: ['record', 'minutes'],
  livestreaming: ['record', 'minutes'],
  transcription: ['record', 'minutes'],
  'live-translation': ['record', 'minutes'],
  'live-translation-subscribe': ['record', 'minutes'],
  'inbound-call': ['phone', 'minutes'],
  'outbound-call': ['phone', 'minutes'],
  'sip-inbound-call': ['phone', 'minutes'],
  'sip-outbound-call': ['phone', 'minutes'],
  'screen-sharing': ['together', 'none'],
  'file-upload': ['together', 'plan'],
  'send-groupchat': ['together', 'none'],
  'send-private-message': ['together', 'none'],
  'create-polls': ['together', 'none'],
  moderation: ['lead', 'none'],
  lobby: ['lead', 'none'],
  'list-visitors': ['lead', 'none'],
  room: ['lead', 'none'],
  branding: ['rest', 'plan'],
  calendar: ['rest', 'none'],
  flip: ['rest', 'none'],
};

export interface FeatureTexts {
  groups: Record<FeatureGroup, string>;
  features: Record<Feature, [name: string, does: string]>;
  costs: Record<Cost, string>;
  billing: string;
}
