/**
 * The way between the meeting page and the shell that opened it. There are three, one
 * for each surface; only this module knows which one is there.
 */
import type { MeetingConnection } from '../backend/tauri';
import type { Instruction } from '../bindings/Instruction';
import type { PageEvent } from '../bindings/PageEvent';
import type { HostFault } from '../texts/meeting';

import { LoopbackHost, takeTicket } from './host/loopback';
import { PipeHost } from './host/pipe';
import { TauriHost } from './host/tauri';

export interface MeetingHost {
  /** Whether the shell closes the window itself once the meeting is over. */
  readonly closesWindow: boolean;
  /** Reports to the shell, in the order of the calls. */
  send(event: PageEvent): void;
  /** Gives every instruction to `handler`, those too that came before it was there. */
  onInstruction(handler: (instruction: Instruction) => void): void;
  /** Tells, once at most, that nothing more will come or go. */
  onFault(handler: (fault: HostFault) => void): void;
}

/** The host of the surface that shows this page. */
export function chooseHost(page: Window = window): MeetingHost {
  if ('__TAURI_INTERNALS__' in page) return new TauriHost(connectTauri);
  if (page.roomkeySend) return new PipeHost(page, page.roomkeySend);
  return new LoopbackHost(takeTicket(page));
}

async function connectTauri(): Promise<MeetingConnection> {
  const { connectMeeting } = await import('../backend/tauri');
  return connectMeeting();
}
