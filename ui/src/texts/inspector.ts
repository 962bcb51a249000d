/** What the inspector's texts are keyed by. */

export const SECTIONS = ['read', 'meetings', 'webhooks'] as const;
export type Section = (typeof SECTIONS)[number];
