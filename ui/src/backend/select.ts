/** Chooses the backend: Roomkey's where there is one, else the fake one of a browser. */
import type { Backend } from './backend';
import { connectLauncher } from './tauri';

export async function selectBackend(): Promise<Backend> {
  // The build for release leaves the fake backend out altogether.
  if (import.meta.env.MODE === 'production' || '__TAURI_INTERNALS__' in window) {
    return connectLauncher();
  }
  const { fakeBackend } = await import('./fake');
  const query = new URLSearchParams(location.search);
  const word = (name: string) => query.get(name) ?? undefined;
  const [accent, logo] = [word('accent'), word('logo')];
  return fakeBackend({
    scenario: word('scenario') ?? 'home',
    language: word('language') === 'de' ? 'de' : 'en',
    delay: Number(word('delay') ?? 300),
    ...(accent === undefined ? {} : { accent }),
    ...(logo === undefined ? {} : { logo }),
  });
}
