/** What every fake backend does: records calls, takes its time, and fails when told to. */
import type { ErrorView } from '../../bindings/ErrorView';
import type { Unlisten } from '../backend';

export interface Recorder {
  /** What the interface called, in order, with its request. */
  readonly calls: [command: string, request: unknown][];
  /** The next call of the command rejects. */
  failNext(command: string, error: ErrorView): void;
  /** Records the call, waits, and does what the command does. */
  command<T>(name: string, request: unknown, act: () => T | Promise<T>): Promise<T>;
}

export function recorder(delay: number): Recorder {
  const calls: [string, unknown][] = [];
  const failures = new Map<string, ErrorView>();
  return {
    calls,
    failNext: (name, error) => void failures.set(name, error),
    command: async (name, request, act) => {
      calls.push([name, request]);
      await new Promise((done) => setTimeout(done, delay));
      const failure = failures.get(name);
      failures.delete(name);
      if (failure !== undefined) throw failure;
      return act();
    },
  };
}

export interface Listeners<T> {
  add(handler: (value: T) => void): Promise<Unlisten>;
  tell(value: T): void;
}

export function listeners<T>(): Listeners<T> {
  const all = new Set<(value: T) => void>();
  return {
    add: (handler) => {
      all.add(handler);
      return Promise.resolve(() => void all.delete(handler));
    },
    tell: (value) => {
      for (const handler of all) handler(value);
    },
  };
}
