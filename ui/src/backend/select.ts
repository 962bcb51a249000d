/** Chooses the backend: Roomkey's where there is one, else the fake one of a browser. */
import type { Backend } from './backend';
import type { InspectorBackend } from './inspector';
import type { SettingsBackend } from './settings';
import { connectInspector, connectLauncher, connectSettings } from './tauri';

// The build for release leaves the fake backends out altogether: it knows the mode.
const isInside = '__TAURI_INTERNALS__' in window;

export async function selectBackend(): Promise<Backend> {
  if (import.meta.env.MODE === 'production' || isInside) return connectLauncher();
  const { fakeBackend } = await import('./fake');
  const [accent, logo] = [word('accent'), word('logo')];
  return fakeBackend({
    scenario: word('scenario') ?? 'home',
    ...asked(),
    ...(accent === undefined ? {} : { accent }),
    ...(logo === undefined ? {} : { logo }),
  });
}

export async function selectSettings(): Promise<SettingsBackend> {
  if (import.meta.env.MODE === 'production' || isInside) return connectSettings();
  const { fakeSettings } = await import('./fake/settings');
  return fakeSettings({ scenario: word('scenario') ?? 'one', ...asked() });
}

export async function selectInspector(): Promise<InspectorBackend> {
  if (import.meta.env.MODE === 'production' || isInside) return connectInspector();
  const { fakeInspector } = await import('./fake/inspector');
  const leading = LEADING.find((one) => one === word('leading'));
  return fakeInspector({
    scenario: word('scenario') ?? 'one',
    ...asked(),
    ...(leading === undefined ? {} : { leading }),
  });
}

const LEADING = ['nobody', 'everybody'] as const;

function asked(): { language: 'en' | 'de'; delay: number } {
  return {
    language: word('language') === 'de' ? 'de' : 'en',
    delay: Number(word('delay') ?? 300),
  };
}

function word(name: string): string | undefined {
  return new URLSearchParams(location.search).get(name) ?? undefined;
}
