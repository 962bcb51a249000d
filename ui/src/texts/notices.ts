/** What the launcher tells the person without being asked, in words. */
import type { NoticeKind } from '../bindings/NoticeKind';
import type { NoticeView } from '../bindings/NoticeView';
import type { Fault, Values } from './errors';

/** Why something could not be done, in one text. */
const because = ({ what, remedy }: Fault): string => `${what} ${remedy}`;

/** `why` is what stood in the way of something that was asked for. */
export type NoticeTexts = Record<NoticeKind, (values: Values, why: string) => Fault>;

/** A notice in words. */
export const noticeIn = (texts: NoticeTexts, { kind, values }: NoticeView, why: Fault | null): Fault =>
  texts[kind](values, why === null ? '' : because(why));
