/**
 * The page in the system browser, served from loopback. The ticket in the address buys a
 * pass, once; the pass lives in this object and nowhere else, so a reload ends the page.
 */
import type { Instruction } from '../../bindings/Instruction';
import type { PageEvent } from '../../bindings/PageEvent';
import type { HostFault } from '../../texts/meeting';
import type { MeetingHost } from '../host';

import { readLines } from './lines';
import { Mailbox } from './mailbox';

/** Pauses between tries, in ms; when none is left the shell counts as gone. */
const PAUSES = [100, 250, 500, 1000, 2000, 4000, 8000];

/** Reads the ticket from the address and takes it out of there, and of the history. */
export function takeTicket(page: Window): string | null {
  const ticket = page.location.hash.slice(1);
  if (!ticket) return null;
  page.history.replaceState(null, '', page.location.pathname + page.location.search);
  return ticket;
}

export class LoopbackHost implements MeetingHost {
  readonly closesWindow = false;
  readonly #instructions = new Mailbox<Instruction>();
  readonly #faults = new Mailbox<HostFault>();
  readonly #events: PageEvent[] = [];
  readonly #pauses: readonly number[];
  #pass: string | null = null;
  #posting = false;
  #closing = false;
  #ended = false;

  constructor(ticket: string | null, pauses: readonly number[] = PAUSES) {
    this.#pauses = pauses;
    if (ticket) void this.#open(ticket);
    else this.#end('noLink');
  }

  send(event: PageEvent): void {
    if (this.#ended) return;
    this.#events.push(event);
    void this.#post();
  }

  onInstruction(handler: (instruction: Instruction) => void): void {
    this.#instructions.onDelivery(handler);
  }

  onFault(handler: (fault: HostFault) => void): void {
    this.#faults.onDelivery(handler);
  }

  async #open(ticket: string): Promise<void> {
    const answer = await this.#ask('/ticket', { method: 'POST', body: ticket });
    if (!answer) return this.#end('shellGone');
    if (!answer.ok) return this.#end('linkUsed');
    ({ pass: this.#pass } = (await answer.json()) as { pass: string });
    void this.#post();
    await this.#listen();
  }

  /** Reads instructions; a stream that breaks is opened again. */
  async #listen(): Promise<void> {
    while (!this.#closing && !this.#ended) {
      const answer = await this.#ask('/instructions', {});
      if (!answer?.ok || !answer.body) return this.#end('shellGone');
      try {
        await readLines(answer.body, (line) => this.#take(line));
      } catch {
        // A broken stream is the same as one that ended: it is opened again.
      }
      await pause(this.#pauses[0]);
    }
  }

  #take(line: string): void {
    const instruction = JSON.parse(line) as Instruction;
    if (instruction.do === 'close') this.#closing = true;
    this.#instructions.deliver(instruction);
  }

  /** Sends the events that wait, one after the other. */
  async #post(): Promise<void> {
    if (this.#posting || !this.#pass) return;
    this.#posting = true;
    for (let event = this.#events.shift(); event; event = this.#events.shift()) {
      const answer = await this.#ask('/events', { method: 'POST', body: JSON.stringify(event) });
      if (!answer || isRefusal(answer)) this.#end('shellGone');
    }
    this.#posting = false;
  }

  /** The answer to a request, asked again while there is none; null when there is none at all. */
  async #ask(path: string, request: RequestInit): Promise<Response | null> {
    const headers = this.#pass ? { Authorization: `Bearer ${this.#pass}` } : {};
    for (const wait of [...this.#pauses, null]) {
      try {
        const answer = await fetch(path, { ...request, headers, cache: 'no-store' });
        if (answer.status < 500) return answer;
      } catch {
        // Nobody answered; the next try may find somebody.
      }
      if (wait === null || this.#ended) break;
      await pause(wait);
    }
    return null;
  }

  #end(fault: HostFault): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#events.length = 0;
    if (!this.#closing) this.#faults.deliver(fault);
  }
}

function isRefusal(answer: Response): boolean {
  return answer.status === 401 || answer.status === 403 || answer.status === 404;
}

function pause(ms = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
