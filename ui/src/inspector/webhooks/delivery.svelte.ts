/** A delivery that was pasted, and what came of it; kept while the window is open. */
import type { InspectorBackend } from '../../backend/inspector';
import type { ErrorView } from '../../bindings/ErrorView';
import type { WebhookView } from '../../bindings/WebhookView';
import { asError } from '../../texts/text.svelte';

export class Delivery {
  body = $state('');
  signature = $state('');

  busy = $state(false);
  fault = $state.raw<ErrorView | null>(null);

  /** What was found, and for what. */
  #found = $state.raw<{ of: string; view: WebhookView } | null>(null);
  readonly #backend: InspectorBackend;

  constructor(backend: InspectorBackend) {
    this.#backend = backend;
  }

  /** What was found; nothing any more once something else is typed or another tenant is chosen. */
  found(tenant: string): WebhookView | null {
    return this.#found?.of === this.#asked(tenant) ? this.#found.view : null;
  }

  async read(tenant: string): Promise<void> {
    const { body, signature } = this;
    const of = this.#asked(tenant);
    this.busy = true;
    try {
      const view = await this.#backend.readWebhook({ tenant, body, signature });
      this.#found = { of, view };
      this.fault = null;
    } catch (error) {
      this.#found = null;
      this.fault = asError(error);
    } finally {
      this.busy = false;
    }
  }

  /** Looks once more where something was found: the secret is another. */
  async again(tenant: string): Promise<void> {
    if (this.found(tenant) !== null) await this.read(tenant);
  }

  #asked(tenant: string): string {
    return JSON.stringify([tenant, this.body, this.signature]);
  }
}
