/**
 * The page in the embedded webview. What speaks to Tauri is loaded only here, so that
 * the other surfaces never fetch it.
 */
import type { MeetingConnection } from '../../backend/tauri';
import type { Instruction } from '../../bindings/Instruction';
import type { PageEvent } from '../../bindings/PageEvent';
import type { HostFault } from '../../texts/meeting';
import type { MeetingHost } from '../host';

import { Mailbox } from './mailbox';

export class TauriHost implements MeetingHost {
  readonly closesWindow = true;
  readonly #instructions = new Mailbox<Instruction>();
  readonly #faults = new Mailbox<HostFault>();
  readonly #connection: Promise<MeetingConnection>;
  #sent: Promise<void> = Promise.resolve();

  constructor(connect: () => Promise<MeetingConnection>) {
    this.#connection = this.#open(connect);
    this.#connection.catch(() => this.#faults.deliver('shellGone'));
  }

  send(event: PageEvent): void {
    const sending = this.#sent.then(async () => (await this.#connection).send(event));
    // An event that the shell does not take is lost; those after it still go.
    this.#sent = sending.catch(() => {});
  }

  onInstruction(handler: (instruction: Instruction) => void): void {
    this.#instructions.onDelivery(handler);
  }

  onFault(handler: (fault: HostFault) => void): void {
    this.#faults.onDelivery(handler);
  }

  /** Listens before anything is sent, so that no answer is missed. */
  async #open(connect: () => Promise<MeetingConnection>): Promise<MeetingConnection> {
    const connection = await connect();
    await connection.listen((instruction) => this.#instructions.deliver(instruction));
    return connection;
  }
}
