/** Says when the launcher can be used, which is later than its code has run. */
import type { Backend } from '../backend/backend';

/** Tells the shell, once, that the first screen is there, has its focus and is painted. */
export function tellWhenReady(backend: Pick<Backend, 'ready'>): void {
  requestAnimationFrame(() => {
    if (document.querySelector('h1') === null) {
      tellWhenReady(backend);
      return;
    }
    // The next frame comes when this one has been painted. A shell that does not hear is no
    // fault that a person should see.
    requestAnimationFrame(() => void backend.ready().catch(() => {}));
  });
}
