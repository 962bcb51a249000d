/** What the inspector's texts are keyed by. */

export const SECTIONS = ['read', 'prove'] as const;
export type Section = (typeof SECTIONS)[number];
