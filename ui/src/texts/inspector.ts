/** What the inspector's texts are keyed by. */

export const SECTIONS = ['make', 'read', 'prove', 'meetings', 'webhooks'] as const;
export type Section = (typeof SECTIONS)[number];

/** Presets that come with Roomkey. */
export const PRESETS = ['moderator', 'participant', 'lobby', 'visitor', 'hidden', 'plain'] as const;
export type Preset = (typeof PRESETS)[number];
