/** What the settings' texts are keyed by. */

export const SECTIONS = [
  'tenants',
  'key',
  'rooms',
  'people',
  'brand',
  'check',
  'rollout',
  'preferences',
  'slate',
] as const;
export type Section = (typeof SECTIONS)[number];

/** 8x8's servers: the nearest, the seven regions (JaaS FAQ) and the staging one. */
export const REGIONS = [
  '8x8.vc',
  'frankfurt.8x8.vc',
  'london.8x8.vc',
  'ashburn.8x8.vc',
  'oregon.8x8.vc',
  'saopaulo.8x8.vc',
  'mumbai.8x8.vc',
  'sydney.8x8.vc',
  'stage.8x8.vc',
] as const;
export type Region = (typeof REGIONS)[number];
