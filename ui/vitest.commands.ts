/**
 * What a test in the browser asks of the browser itself: the colour scheme and whether
 * motion is reduced. Pages cannot set either.
 */
import type { BrowserCommand } from 'vitest/node';
// Brings the browser's page into the type of a command's context.
import '@vitest/browser-playwright';

export interface Media {
  colorScheme?: 'light' | 'dark' | null;
  reducedMotion?: 'reduce' | 'no-preference' | null;
}

const emulateMedia: BrowserCommand<[media: Media]> = async (context, media) => {
  await context.page.emulateMedia(media);
};

export const browserCommands = { emulateMedia };

declare module 'vitest/browser' {
  interface BrowserCommands {
    emulateMedia: (media: Media) => Promise<void>;
  }
}
