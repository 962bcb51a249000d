/**
 * What the meeting page says. A notice, a thing waited for or a fault that has no words in
 * some language fails the type check.
 */
import type { Failure } from '../bindings/Failure';
import type { Language } from '../bindings/Language';
import type { Notice } from '../bindings/Notice';
import type { WaitingFor } from '../bindings/WaitingFor';

import { meeting as de } from './de/meeting';
import { meeting as en } from './en/meeting';
import type { Explained } from './explained';

/** Why there is no way to Roomkey, or none any more. */
export type HostFault = 'noLink' | 'linkUsed' | 'shellGone';

/** One text at least for every notice that has something to say. */
type NoticeTexts = Record<Exclude<Notice['kind'], 'clear' | 'failed'>, unknown>;

export interface MeetingTexts extends NoticeTexts {
  /** Before the meeting's title is known. */
  opening: string;
  joining: (title: string) => string;
  waiting: Record<WaitingFor, (host: string) => string>;
  reconnecting: string;
  refreshing: string;
  removed: string;
  over: string;
  /** The meeting is over because the person left it. */
  left: string;
  /** The meeting is over before it came about. */
  closed: string;
  /** What becomes of the window, or of the tab, after the meeting. */
  closes: string;
  closeTab: string;
  failure: (of: Failure) => Explained;
  /** Stands before the server's own words. */
  serverSaid: string;
  faults: Record<HostFault, Explained>;
  tryAgain: string;
  back: string;
}

export const meetingTexts: Record<Language, MeetingTexts> = { de, en };
