/** What Prove is asked for, how it goes and what came of it; kept while the window is open. */
import type { ProofBackend } from '../../backend/proof';
import type { ErrorView } from '../../bindings/ErrorView';
import type { ProofCase } from '../../bindings/ProofCase';
import type { ProofCaseView } from '../../bindings/ProofCaseView';
import type { ProofPlace } from '../../bindings/ProofPlace';
import type { ProofProgress } from '../../bindings/ProofProgress';
import type { ProofResult } from '../../bindings/ProofResult';
import type { ProofStep } from '../../bindings/ProofStep';
import type { Standing } from '../../texts/proof';
import { asError } from '../../texts/text.svelte';

/** A room that hardly anybody else is in. */
const ROOM = 'roomkey-proof';

/** One run, as it was asked for. */
export interface Run {
  place: ProofPlace;
  tenant: string | null;
  domain: string;
  room: string;
  cases: ProofCaseView[];
  /** In Unix seconds; 0 before it has begun. */
  at: number;
  demonstration: boolean;
}

export class Proof {
  place = $state<ProofPlace>('rehearsal');
  room = $state(ROOM);
  cases = $state.raw<ProofCaseView[]>([]);
  chosen = $state.raw<ReadonlySet<ProofCase>>(new Set());

  run = $state.raw<Run | null>(null);
  life = $state<'idle' | 'running' | 'stopping' | 'ended' | 'stopped' | 'failed'>('idle');
  results = $state.raw<ReadonlyMap<ProofCase, ProofResult>>(new Map());
  /** Why it did not begin, or could not go on. */
  fault = $state.raw<ErrorView | null>(null);

  readonly #backend: ProofBackend;
  #step = $state.raw<{ case: ProofCase; step: ProofStep } | null>(null);

  constructor(backend: ProofBackend) {
    this.#backend = backend;
    void this.#load();
  }

  get runs(): boolean {
    return this.life === 'running' || this.life === 'stopping';
  }

  /** How many windows are open at once. */
  get windows(): number {
    return Math.max(0, ...this.#asked().map(({ windows }) => windows));
  }

  get done(): ProofResult[] {
    return [...this.results.values()].filter((result) => !isStopped(result));
  }

  get differing(): number {
    return this.done.filter(differs).length;
  }

  choose(cases: ProofCase[], on: boolean): void {
    const chosen = new Set(this.chosen);
    for (const one of cases) {
      if (on) chosen.add(one);
      else chosen.delete(one);
    }
    this.chosen = chosen;
  }

  /** None where the run has no such case. */
  standing(of: ProofCase): Standing | null {
    if (!this.run?.cases.some((one) => one.case === of)) return null;
    const result = this.results.get(of);
    if (result !== undefined) {
      if (isStopped(result)) return 'stopped';
      return differs(result) ? 'failed' : 'passed';
    }
    if (!this.runs) return 'stopped';
    return this.#step?.case === of ? this.#step.step : 'waiting';
  }

  async start(tenant: { id: string; title: string; domain: string } | null): Promise<void> {
    const { place, room } = this;
    const cases = this.#asked();
    const before = { run: this.run, life: this.life, results: this.results };
    this.fault = null;
    this.results = new Map();
    const [title, domain] = [tenant?.title ?? null, tenant?.domain ?? ''];
    this.run = { place, room, cases, tenant: title, domain, at: 0, demonstration: false };
    this.life = 'running';
    try {
      const request = { place, room, tenant: tenant?.id ?? null, cases: cases.map((one) => one.case) };
      await this.#backend.start(request, (news) => this.#hear(news));
    } catch (error) {
      // What the last run found is there still.
      Object.assign(this, before);
      this.fault = asError(error);
    }
  }

  async stop(): Promise<void> {
    this.life = 'stopping';
    await this.#backend.stop();
  }

  async #load(): Promise<void> {
    try {
      this.cases = await this.#backend.cases();
      this.choose(this.cases.map((one) => one.case), true);
    } catch (error) {
      this.fault = asError(error);
    }
  }

  #asked(): ProofCaseView[] {
    return this.cases.filter((one) => this.chosen.has(one.case));
  }

  #hear(news: ProofProgress): void {
    switch (news.kind) {
      case 'began':
        if (this.run !== null) this.run = { ...this.run, at: news.at, demonstration: news.demonstration };
        break;
      case 'step':
        this.#step = { case: news.case, step: news.step };
        break;
      case 'done':
        this.results = new Map(this.results).set(news.result.case, news.result);
        break;
      case 'ended':
        this.life = news.stopped ? 'stopped' : 'ended';
        break;
      case 'failed':
        this.life = 'failed';
        this.fault = news.error;
        break;
    }
  }
}

export function isStopped({ guests }: ProofResult): boolean {
  return guests.some(({ observed }) => observed.kind === 'stopped');
}

export function differs({ guests }: ProofResult): boolean {
  return guests.some(({ differences }) => differences.length > 0);
}
