import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Instruction } from '../../bindings/Instruction';
import type { HostFault } from '../../texts/meeting';

import { LoopbackHost, takeTicket } from './loopback';

/** The shell's side of the loopback page, as the page sees it. */
class Shell {
  readonly asked: string[] = [];
  readonly events: unknown[] = [];
  /** The streams of instructions that were opened. */
  readonly streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  /** Answers in place of the usual ones, used up from the front. */
  readonly next: (Response | Error | Promise<Response>)[] = [];
  ticket = 'a-ticket';

  readonly fetch = async (path: string, request: RequestInit): Promise<Response> => {
    const { method = 'GET', headers = {}, body } = request;
    const { Authorization: pass = '-' } = headers as Record<string, string>;
    this.asked.push(`${method} ${path} ${pass}`);
    const answer = await this.next.shift();
    if (answer instanceof Error) throw answer;
    if (answer) return answer;
    if (path === '/ticket') return this.#exchange(body);
    if (pass !== 'Bearer a-pass') return new Response(null, { status: 401 });
    if (path === '/events') this.events.push(JSON.parse(String(body)));
    return path === '/events' ? new Response(null, { status: 204 }) : this.#stream();
  };

  say(...instructions: Instruction[]): void {
    const text = instructions.map((instruction) => `${JSON.stringify(instruction)}\n`).join('');
    this.streams.at(-1)?.enqueue(new TextEncoder().encode(text));
  }

  #exchange(ticket: unknown): Response {
    if (ticket !== this.ticket) return new Response(null, { status: 403 });
    this.ticket = 'used';
    return Response.json({ pass: 'a-pass' });
  }

  #stream(): Response {
    const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      this.streams.push(controller);
    };
    return new Response(new ReadableStream({ start }));
  }
}

const CLOSE: Instruction = { do: 'close' };
const CLEAR: Instruction = { do: 'show', notice: { kind: 'clear' } };
const JOINING: Instruction = { do: 'show', notice: { kind: 'joining' } };

let shell: Shell;

beforeEach(() => {
  shell = new Shell();
  vi.stubGlobal('fetch', shell.fetch);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A host with short pauses, and what it told. */
function open(ticket: string | null = 'a-ticket') {
  const host = new LoopbackHost(ticket, [1, 1, 1]);
  const followed: Instruction[] = [];
  const faults: HostFault[] = [];
  host.onInstruction((instruction) => followed.push(instruction));
  host.onFault((fault) => faults.push(fault));
  return { host, followed, faults };
}

test('the ticket leaves the address, and the rest of it stays', () => {
  history.replaceState(null, '', `${location.pathname}?a=1#a-ticket`);
  const length = history.length;

  expect(takeTicket(window)).toBe('a-ticket');

  expect(location.hash).toBe('');
  expect(location.search).toBe('?a=1');
  expect(history.length).toBe(length);
  expect(takeTicket(window)).toBeNull();
});

test('the ticket buys a pass, and the pass the instructions', async () => {
  const { followed } = open();
  await vi.waitUntil(() => shell.streams.length === 1);
  shell.say(JOINING, CLEAR);
  await vi.waitUntil(() => followed.length === 2);

  expect(followed).toEqual([JOINING, CLEAR]);
  expect(shell.asked).toEqual(['POST /ticket -', 'GET /instructions Bearer a-pass']);
});

test('an event waits until the one before it is answered', async () => {
  const { host } = open();
  await vi.waitUntil(() => shell.streams.length === 1);
  let answer: (response: Response) => void = () => {};
  shell.next.push(new Promise((resolve) => (answer = resolve)));
  host.send({ name: 'offline' });
  host.send({ name: 'online' });
  await new Promise((done) => setTimeout(done, 20));
  expect(shell.asked.filter((asked) => asked.includes('/events'))).toHaveLength(1);

  answer(new Response(null, { status: 204 }));

  await vi.waitUntil(() => shell.events.length === 1);
  expect(shell.events).toEqual([{ name: 'online' }]);
});

test('events wait for the pass and keep their order', async () => {
  const { host } = open();
  host.send({ name: 'pageReady' });
  host.send({ name: 'offline' });
  host.send({ name: 'online' });
  expect(shell.events).toEqual([]);

  await vi.waitUntil(() => shell.events.length === 3);
  expect(shell.events).toEqual([{ name: 'pageReady' }, { name: 'offline' }, { name: 'online' }]);
});

test('an event that was not answered is sent again before the next', async () => {
  const { host } = open();
  await vi.waitUntil(() => shell.streams.length === 1);
  shell.next.push(new TypeError('Failed to fetch'), new Response(null, { status: 503 }));
  host.send({ name: 'offline' });
  host.send({ name: 'online' });

  await vi.waitUntil(() => shell.events.length === 2);
  expect(shell.events).toEqual([{ name: 'offline' }, { name: 'online' }]);
});

test('an event that the shell does not understand does not keep back the next', async () => {
  const { host, faults } = open();
  await vi.waitUntil(() => shell.streams.length === 1);
  shell.next.push(new Response(null, { status: 400 }));
  host.send({ name: 'offline' });
  host.send({ name: 'online' });

  await vi.waitUntil(() => shell.events.length === 1);
  expect(shell.events).toEqual([{ name: 'online' }]);
  expect(faults).toEqual([]);
});

test.each([
  ['ends', (stream: ReadableStreamDefaultController) => stream.close()],
  ['breaks', (stream: ReadableStreamDefaultController) => stream.error(new TypeError('reset'))],
])('a stream that %s is opened again', async (_, stop) => {
  const { followed, faults } = open();
  await vi.waitUntil(() => shell.streams.length === 1);
  shell.say(JOINING);
  await vi.waitUntil(() => followed.length === 1);
  stop(shell.streams[0] as ReadableStreamDefaultController);
  await vi.waitUntil(() => shell.streams.length === 2);
  shell.say(CLEAR);
  await vi.waitUntil(() => followed.length === 2);

  expect(followed).toEqual([JOINING, CLEAR]);
  expect(faults).toEqual([]);
});

test('a ticket that is refused is said once and not tried again', async () => {
  shell.ticket = 'used';
  const { host, faults } = open();
  host.send({ name: 'pageReady' });
  await vi.waitUntil(() => faults.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect(faults).toEqual(['linkUsed']);
  expect(shell.asked).toEqual(['POST /ticket -']);
});

test('an address without a ticket is said', () => {
  expect(open(null).faults).toEqual(['noLink']);
  expect(shell.asked).toEqual([]);
});

test('a shell that does not answer any more is gone', async () => {
  const { faults } = open();
  await vi.waitUntil(() => shell.streams.length === 1);
  shell.next.push(...Array.from({ length: 4 }, () => new TypeError('Failed to fetch')));
  shell.streams[0]?.close();

  await vi.waitUntil(() => faults.length > 0);
  expect(faults).toEqual(['shellGone']);
});

test('a pass that is refused ends the page', async () => {
  const { host, faults } = open();
  await vi.waitUntil(() => shell.streams.length === 1);
  shell.next.push(new Response(null, { status: 401 }));
  host.send({ name: 'online' });

  await vi.waitUntil(() => faults.length > 0);
  expect(faults).toEqual(['shellGone']);
});

test('after close the stream is not opened again, and last events still go', async () => {
  const { host, followed, faults } = open();
  await vi.waitUntil(() => shell.streams.length === 1);
  shell.say(CLOSE);
  await vi.waitUntil(() => followed.length === 1);
  host.send({ name: 'readyToClose' });
  await vi.waitUntil(() => shell.events.length === 1);
  shell.streams[0]?.close();
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect(shell.streams).toHaveLength(1);
  expect(faults).toEqual([]);
});

test('the pass is kept out of storage and of the address', async () => {
  open();
  await vi.waitUntil(() => shell.streams.length === 1);

  const kept = JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie;
  expect(kept + location.href).not.toContain('a-pass');
});
