/** The texts of the language in force, and faults in its words. */
import type { ErrorView } from '../bindings/ErrorView';
import type { Language } from '../bindings/Language';
import type { NoticeView } from '../bindings/NoticeView';
import { de } from './de';
import { en } from './en';
import type { Fault } from './errors';
import { noticeIn } from './notices';

export type Texts = typeof en;

const TEXTS: Record<Language, Texts> = { de, en };

let language = $state<Language>('en');

/** The texts; components read it in their markup, so that a change of language shows at once. */
export const text = {
  get language(): Language {
    return language;
  },
  get all(): Texts {
    return TEXTS[language];
  },
};

/** Switches the interface's language, for screen readers and hyphenation too. */
export function speak(chosen: Language): void {
  language = chosen;
  document.documentElement.lang = chosen;
}

/** A rejected command in the language in force; what has no words keeps the shell's own. */
export function faultOf(error: unknown): Fault {
  if (!isErrorView(error)) return text.all.errors.unexpected({ message: String(error) });
  const inWords = text.all.errors[error.code] as Texts['errors'][ErrorView['code']] | undefined;
  const values = { ...error.values, message: error.message };
  return inWords?.(values) ?? { what: error.message, remedy: '' };
}

/** A notice in the language in force. */
export function noticeOf(notice: NoticeView): Fault {
  return noticeIn(text.all.notices, notice, notice.error && faultOf(notice.error));
}

/** Whether what a promise rejected with is the shell's own fault. */
export function isErrorView(error: unknown): error is ErrorView {
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}

/** What a promise rejected with, as a fault whatever it was. */
export function asError(error: unknown): ErrorView {
  return isErrorView(error) ? error : { code: 'unexpected', message: String(error), values: {} };
}
