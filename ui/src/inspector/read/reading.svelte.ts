/** What is pasted and asked in Read, and what came of it; kept while the window is open. */
import type { ExplainedView } from '../../bindings/ExplainedView';
import type { ReadKey } from '../../bindings/ReadKey';
import type { ReadRequest } from '../../bindings/ReadRequest';
import type { ErrorView } from '../../bindings/ErrorView';
import type { InspectorBackend } from '../../backend/inspector';
import { asError } from '../../texts/text.svelte';

/** How long nothing is typed before it is looked at, in milliseconds. */
const PAUSE = 150;

/** `found`, `public`, `unchecked`, or a tenant's id behind this. */
export const OF_TENANT = 'tenant:';

export class Reading {
  pasted = $state('');
  key = $state('found');
  publicKey = $state('');
  room = $state('');
  /** As the native field gives it; empty for now. */
  at = $state('');

  view = $state.raw<ExplainedView | null>(null);
  fault = $state.raw<ErrorView | null>(null);

  readonly #backend: InspectorBackend;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(backend: InspectorBackend) {
    this.#backend = backend;
  }

  /** Looks once nothing has been typed for a moment. */
  later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), PAUSE);
  }

  async look(): Promise<void> {
    const request = this.#request();
    const asked = ++this.#asked;
    if (request === null) {
      this.view = null;
      this.fault = null;
      return;
    }
    try {
      const view = await this.#backend.read(request);
      if (asked !== this.#asked) return;
      this.view = view;
      this.fault = null;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.view = null;
      this.fault = asError(error);
      // A key that was pasted by mistake stays nowhere, this field included.
      if (this.fault.code === 'pastedPrivateKey') this.#dropKey();
    }
  }

  #dropKey(): void {
    if (this.pasted.includes('PRIVATE KEY') || !this.publicKey.includes('PRIVATE KEY')) this.pasted = '';
    else this.publicKey = '';
  }

  #request(): ReadRequest | null {
    if (this.pasted.trim() === '') return null;
    const at = Date.parse(this.at);
    return { text: this.pasted, key: this.#key(), room: this.room, at: Number.isNaN(at) ? null : Math.floor(at / 1000) };
  }

  #key(): ReadKey {
    if (this.key === 'public') return { kind: 'public', pem: this.publicKey };
    if (this.key.startsWith(OF_TENANT)) return { kind: 'tenant', tenant: this.key.slice(OF_TENANT.length) };
    return { kind: this.key === 'unchecked' ? 'unchecked' : 'found' };
  }
}
