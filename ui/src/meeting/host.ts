/**
 * The way between the meeting page and the shell that opened it. There are three, one
 * for each surface; only this module knows which one is there.
 */
import type { Instruction } from '../bindings/Instruction';
import type { PageEvent } from '../bindings/PageEvent';

import { LoopbackHost, takeTicket } from './host/loopback';
import { PipeHost } from './host/pipe';
import { TauriHost } from './host/tauri';

/** Why there is no way to the shell, or none any more. */
export type HostFault = 'noLink' | 'linkUsed' | 'shellGone';

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
  if ('__TAURI_INTERNALS__' in page) return new TauriHost(() => import('../backend/tauri'));
  if (typeof page.roomkeySend === 'function') return new PipeHost(page, page.roomkeySend);
  return new LoopbackHost(takeTicket(page));
}
