import { expect, test } from 'vitest';

import type { Instruction } from '../../bindings/Instruction';

import { PipeHost } from './pipe';

function open(): { page: Window; host: PipeHost; sent: string[] } {
  const page = {} as Window;
  const sent: string[] = [];
  return { page, sent, host: new PipeHost(page, (text) => sent.push(text)) };
}

test('events go out as JSON text', () => {
  const { host, sent } = open();

  host.send({ name: 'pageReady' });
  host.send({ name: 'participantLeft', data: { id: 'b2' } });

  expect(sent).toEqual([
    '{"name":"pageReady"}',
    '{"name":"participantLeft","data":{"id":"b2"}}',
  ]);
});

test('instructions that come early wait, and keep their order', () => {
  const { host, page } = open();
  const followed: Instruction[] = [];
  page.roomkeyReceive?.('{"do":"show","notice":{"kind":"joining"}}');
  page.roomkeyReceive?.('{"do":"show","notice":{"kind":"clear"}}');

  host.onInstruction((instruction) => followed.push(instruction));
  page.roomkeyReceive?.('{"do":"close"}');

  expect(followed).toEqual([
    { do: 'show', notice: { kind: 'joining' } },
    { do: 'show', notice: { kind: 'clear' } },
    { do: 'close' },
  ]);
});
