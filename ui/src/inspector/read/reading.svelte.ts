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
  /** Another token, to be compared with the first. */
  second = $state('');
  key = $state('found');
  publicKey = $state('');
  room = $state('');
  /** As the native field gives it; empty for now. */
  at = $state('');

  view = $state.raw<ExplainedView | null>(null);
  fault = $state.raw<ErrorView | null>(null);
  other = $state.raw<ExplainedView | null>(null);
  otherFault = $state.raw<ErrorView | null>(null);

  readonly #backend: InspectorBackend;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #isDropping = false;

  constructor(backend: InspectorBackend) {
    this.#backend = backend;
  }

  /** Looks once nothing has been typed for a moment. */
  later(): void {
    if (this.#isDropping) {
      this.#isDropping = false;
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), PAUSE);
  }

  async look(): Promise<void> {
    const asked = ++this.#asked;
    const [first, second] = await Promise.all([this.#read(this.pasted), this.#read(this.second)]);
    if (asked !== this.#asked) return;
    ({ view: this.view, fault: this.fault } = first);
    ({ view: this.other, fault: this.otherFault } = second);
    this.#dropKeys();
  }

  /** A key that was pasted by mistake stays nowhere, these fields included; what was said of it does. */
  #dropKeys(): void {
    for (const field of ['pasted', 'second', 'publicKey'] as const) {
      if (!isKey(this[field])) continue;
      this[field] = '';
      this.#isDropping = true;
    }
  }

  async #read(pasted: string): Promise<Read> {
    if (pasted.trim() === '') return { view: null, fault: null };
    const at = Date.parse(this.at);
    const request: ReadRequest = {
      text: pasted,
      key: this.#key(),
      room: this.room,
      at: Number.isNaN(at) ? null : Math.floor(at / 1000),
    };
    try {
      return { view: await this.#backend.read(request), fault: null };
    } catch (error) {
      return { view: null, fault: asError(error) };
    }
  }

  #key(): ReadKey {
    if (this.key === 'public') return { kind: 'public', pem: this.publicKey };
    if (this.key.startsWith(OF_TENANT)) return { kind: 'tenant', tenant: this.key.slice(OF_TENANT.length) };
    return { kind: this.key === 'unchecked' ? 'unchecked' : 'found' };
  }
}

interface Read {
  view: ExplainedView | null;
  fault: ErrorView | null;
}

function isKey(text: string): boolean {
  return text.includes('PRIVATE KEY') || text.includes('LS0tLS1CRUdJTi');
}
