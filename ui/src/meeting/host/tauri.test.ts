import { expect, test, vi } from 'vitest';

import type { MeetingConnection } from '../../backend/tauri';
import type { Instruction } from '../../bindings/Instruction';
import type { PageEvent } from '../../bindings/PageEvent';

import { TauriHost } from './tauri';

/** What Tauri would be, with a log of what was asked of it. */
function connection() {
  const log: string[] = [];
  const handlers: ((instruction: Instruction) => void)[] = [];
  const made: MeetingConnection = {
    listen: async (handler) => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      log.push('listen');
      handlers.push(handler);
    },
    send: async (event: PageEvent) => {
      log.push(event.name);
      if (event.name === 'offline') throw new Error('not taken');
    },
  };
  const say = (instruction: Instruction) => handlers.forEach((hear) => hear(instruction));
  return { made, log, say };
}

test('listens before it sends, and sends in order', async () => {
  const { made, log } = connection();
  const host = new TauriHost(async () => made);

  host.send({ name: 'pageReady' });
  host.send({ name: 'online' });

  await vi.waitUntil(() => log.length === 3);
  expect(log).toEqual(['listen', 'pageReady', 'online']);
});

test('an event that is not taken does not keep back the next', async () => {
  const { made, log } = connection();
  const host = new TauriHost(async () => made);

  host.send({ name: 'offline' });
  host.send({ name: 'online' });

  await vi.waitUntil(() => log.includes('online'));
});

test('instructions that come early wait', async () => {
  const { made, log, say } = connection();
  const host = new TauriHost(async () => made);
  await vi.waitUntil(() => log.length === 1);
  say({ do: 'close' });
  const followed: Instruction[] = [];

  host.onInstruction((instruction) => followed.push(instruction));

  expect(followed).toEqual([{ do: 'close' }]);
});

test('a shell that does not listen is gone', async () => {
  const host = new TauriHost(() => Promise.reject(new Error('not allowed')));
  const fault = vi.fn();
  host.onFault(fault);
  host.send({ name: 'pageReady' });

  await vi.waitUntil(() => fault.mock.calls.length > 0);
  expect(fault).toHaveBeenCalledExactlyOnceWith('shellGone');
});
