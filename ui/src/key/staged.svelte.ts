/**
 * The key that Rust has read and keeps until it is told where to put it: from a file, the
 * clipboard or a drop, with a passphrase where it is locked. The key itself never comes here.
 */
import type { KeyBackend } from '../backend/backend';
import type { ErrorView } from '../bindings/ErrorView';
import type { KeyView } from '../bindings/KeyView';
import { asError } from '../texts/text.svelte';

/** Where a key comes from; a window on which none can be dropped hears of no drop. */
export type KeySource = Pick<KeyBackend, 'chooseKeyFile' | 'pasteKey' | 'unlockKey' | 'forgetKey'> &
  Partial<Pick<KeyBackend, 'onKeyDropped' | 'onKeyDrag'>>;

export class StagedKey {
  key = $state.raw<KeyView | null>(null);
  fault = $state.raw<ErrorView | null>(null);
  passphrase = $state('');
  busy = $state(false);

  readonly #backend: KeySource;

  constructor(backend: KeySource) {
    this.#backend = backend;
  }

  /** Whether the key that was read waits for its passphrase. */
  get locked(): boolean {
    const code = this.fault?.code;
    return code === 'keyPassphraseNeeded' || code === 'keyPassphraseWrong';
  }

  choose(): Promise<void> {
    return this.take(() => this.#backend.chooseKeyFile());
  }

  paste(): Promise<void> {
    return this.take(() => this.#backend.pasteKey());
  }

  unlock(): Promise<void> {
    const { passphrase } = this;
    return this.take(() => this.#backend.unlockKey({ passphrase }));
  }

  /** Takes a key from wherever it comes. */
  async take(from: () => Promise<KeyView | null>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const key = await from();
      if (key !== null) this.read(key);
    } catch (error) {
      this.refuse(asError(error));
    } finally {
      this.busy = false;
    }
  }

  read(key: KeyView): void {
    this.key = key;
    this.passphrase = '';
    this.fault = null;
  }

  /** A key that was read before stays, except where a locked one has taken its place. */
  refuse(error: ErrorView): void {
    if (error.code === 'keyPassphraseNeeded') this.key = null;
    this.fault = error;
  }

  /** Nothing waits here any more; Rust knows that already. */
  clear(): void {
    this.key = null;
    this.passphrase = '';
    this.fault = null;
  }

  async forget(): Promise<void> {
    this.clear();
    await this.#backend.forgetKey();
  }
}
