/**
 * The page in a Chromium window that the shell drives over a pipe: the shell calls
 * `roomkeyReceive` and listens to `roomkeySend`. Both carry JSON text.
 */
import type { Instruction } from '../../bindings/Instruction';
import type { PageEvent } from '../../bindings/PageEvent';
import type { MeetingHost } from '../host';

import { Mailbox } from './mailbox';

declare global {
  interface Window {
    /** Put there by the shell before the page's first script. */
    roomkeySend?: (text: string) => void;
    /** Put there by the page; the shell calls it with one instruction. */
    roomkeyReceive?: (text: string) => void;
  }
}

export class PipeHost implements MeetingHost {
  readonly closesWindow = true;
  readonly #instructions = new Mailbox<Instruction>();
  readonly #send: (text: string) => void;

  constructor(page: Window, send: (text: string) => void) {
    this.#send = send;
    page.roomkeyReceive = (text) => {
      this.#instructions.deliver(JSON.parse(text) as Instruction);
    };
  }

  send(event: PageEvent): void {
    this.#send(JSON.stringify(event));
  }

  onInstruction(handler: (instruction: Instruction) => void): void {
    this.#instructions.onDelivery(handler);
  }

  /** A pipe has no fault of its own: the window ends with the shell. */
  onFault(): void {}
}
