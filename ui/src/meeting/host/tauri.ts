/**
 * The page in the embedded webview. What speaks to Tauri is loaded only here, so that
 * the other surfaces never fetch it.
 */
import type { Instruction } from '../../bindings/Instruction';
import type { PageEvent } from '../../bindings/PageEvent';
import type { HostFault, MeetingHost } from '../host';

import { Mailbox } from './mailbox';

/** The part of `backend/tauri.ts` that carries a meeting. */
export interface MeetingLink {
  listenMeeting(receive: (instruction: Instruction) => void): Promise<void>;
  sendMeeting(event: PageEvent): Promise<void>;
}

export class TauriHost implements MeetingHost {
  readonly closesWindow = true;
  readonly #instructions = new Mailbox<Instruction>();
  readonly #faults = new Mailbox<HostFault>();
  readonly #link: Promise<MeetingLink>;
  #sent: Promise<void> = Promise.resolve();

  constructor(load: () => Promise<MeetingLink>) {
    this.#link = load().then(async (link) => {
      await link.listenMeeting((instruction) => this.#instructions.deliver(instruction));
      return link;
    });
    this.#link.catch(() => this.#faults.deliver('shellGone'));
  }

  send(event: PageEvent): void {
    this.#sent = this.#sent
      .then(() => this.#link)
      .then((link) => link.sendMeeting(event))
      // An event that the shell does not take is lost; those after it still go.
      .catch(() => {});
  }

  onInstruction(handler: (instruction: Instruction) => void): void {
    this.#instructions.onDelivery(handler);
  }

  onFault(handler: (fault: HostFault) => void): void {
    this.#faults.onDelivery(handler);
  }
}
