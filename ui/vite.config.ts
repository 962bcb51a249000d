/// <reference types="vitest/config" />
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vite';

import { launchOptions } from './scripts/chromium.js';
import { browserCommands } from './vitest.commands.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One entry for each window; a window whose page is not there is left out. */
const pages = Object.fromEntries(
  ['launcher', 'settings', 'inspector', 'meeting']
    .map((name): [string, string] => [name, here(`./${name}.html`)])
    .filter(([, path]) => existsSync(path)),
);

export default defineConfig({
  base: './',
  plugins: [svelte()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome120', 'safari17'],
    // The content security policy allows files of ours only, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: pages },
  },
  optimizeDeps: {
    // What is found only after the first test has begun would reload the page under it.
    include: ['axe-core', 'vitest-browser-svelte'],
    exclude: ['@lucide/svelte'],
  },
  // The meeting page is tested with the rehearsal's script, the backend with Rust's list of
  // commands, the accent with the shades that Rust computes.
  server: { port: 5173, fs: { allow: ['.', '../src-tauri/crates/rehearsal/page', '../src-tauri/src/commands', '../tests/vectors'] } },
  test: {
    include: ['src/**/*.test.ts'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 420, height: 640 },
      provider: playwright({ launchOptions: launchOptions() }),
      instances: [{ browser: 'chromium' }],
      commands: browserCommands,
    },
  },
});
