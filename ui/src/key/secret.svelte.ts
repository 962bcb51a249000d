/** The secret that Rust took out of the clipboard and keeps until it is told where to put it. */
import type { SetupBackend } from '../backend/backend';
import type { ErrorView } from '../bindings/ErrorView';
import type { ProviderFields } from '../bindings/ProviderFields';
import type { StagedSecretView } from '../bindings/StagedSecretView';
import { asError } from '../texts/text.svelte';

export class StagedSecret {
  secret = $state.raw<StagedSecretView | null>(null);
  fault = $state.raw<ErrorView | null>(null);
  busy = $state(false);

  readonly #backend: Pick<SetupBackend, 'pasteSecret'>;

  constructor(backend: Pick<SetupBackend, 'pasteSecret'>) {
    this.#backend = backend;
  }

  /** A fault leaves the secret that was read before. */
  async paste(provider: ProviderFields): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      this.secret = await this.#backend.pasteSecret({ provider });
      this.fault = null;
    } catch (error) {
      this.fault = asError(error);
    } finally {
      this.busy = false;
    }
  }
}
