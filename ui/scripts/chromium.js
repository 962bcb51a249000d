/**
 * Which Chromium shows the pages in tests and for pictures, and how it is started.
 */
import { existsSync } from 'node:fs';

/** The system's own; without one, the one that Playwright has installed. */
const SYSTEM = ['/usr/bin/chromium'];

/**
 * @returns {import('playwright').LaunchOptions}
 */
export function launchOptions() {
  const executablePath = process.env['ROOMKEY_CHROMIUM'] ?? SYSTEM.find((path) => existsSync(path));
  return {
    // Chromium refuses its sandbox to root, which is who runs tests in containers.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ...(executablePath === undefined ? {} : { executablePath }),
  };
}
