/** What the launcher tells the person without being asked, in words. */
import type { NoticeKind } from '../bindings/NoticeKind';
import type { Fault, Values } from './errors';

export type NoticeTexts = Record<NoticeKind, (values: Values) => Fault>;
