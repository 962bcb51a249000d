/** The key that waits in Rust: chosen, pasted, dropped, unlocked or forgotten. */
import type { ErrorView } from '../../bindings/ErrorView';
import type { KeyView } from '../../bindings/KeyView';
import type { KeyBackend, KeyDropped } from '../backend';
import { fault } from './checks';
import { KEY } from './key';
import type { Recorder } from './recorder';
import { listeners } from './recorder';

/** What a test can do about keys. */
export interface FakeKeys {
  /** What the next choice, paste or drop of a key gives. */
  nextKey(outcome: KeyView | ErrorView | null): void;
  dropKey(dropped: KeyDropped): void;
  dragKey(over: boolean): void;
}

export interface KeysFake extends FakeKeys {
  readonly backend: KeyBackend;
  /** The key that waits. */
  staged(): KeyView | null;
  stage(key: KeyView | null): KeyView | null;
}

export function fakeKeys({ command }: Recorder): KeysFake {
  const dropped = listeners<KeyDropped>();
  const drag = listeners<boolean>();
  let next: KeyView | ErrorView | null = KEY;
  let staged: KeyView | null = null;
  const stage = (key: KeyView | null) => (staged = key);
  const take = (): KeyView | null => {
    if (next !== null && 'code' in next) throw next;
    return next === null ? null : stage(next);
  };
  return {
    staged: () => staged,
    stage,
    nextKey: (outcome) => void (next = outcome),
    dropKey: (outcome) => {
      if ('key' in outcome) stage(outcome.key);
      dropped.tell(outcome);
    },
    dragKey: (over) => drag.tell(over),
    backend: {
      expectKey: () => Promise.resolve(),
      chooseKeyFile: () => command('chooseKeyFile', null, take),
      pasteKey: () =>
        command('pasteKey', null, () => {
          const key = take();
          if (key === null) throw fault('clipboardEmpty');
          return key;
        }),
      unlockKey: ({ passphrase }) =>
        command('unlockKey', null, () => {
          if (passphrase !== 'sesame') throw fault('keyPassphraseWrong');
          stage(KEY);
          return KEY;
        }),
      forgetKey: () => command('forgetKey', null, () => void stage(null)),
      onKeyDropped: (handler) => dropped.add(handler),
      onKeyDrag: (handler) => drag.add(handler),
    },
  };
}
