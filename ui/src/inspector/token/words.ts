/** What an explained token says, in the language in force. */
import type { Check } from '../../bindings/Check';
import type { Feature } from '../../bindings/Feature';
import type { ExplainedView } from '../../bindings/ExplainedView';
import type { Granted } from '../../bindings/Granted';
import type { Reading } from '../../bindings/Reading';
import type { Refusal } from '../../bindings/Refusal';
import type { Fault } from '../../texts/errors';
import { text } from '../../texts/text.svelte';
import { momentInWords, relativeInWords } from '../../texts/units';

/** A moment in Unix seconds, seen from the verifier's clock; beyond what a date can be, the number. */
export function moment(seconds: number, at: number): string {
  const then = new Date(seconds * 1000);
  if (Number.isNaN(then.getTime())) return String(seconds);
  return momentInWords(text.language, then, new Date(at * 1000));
}

/** The one sentence at the top. */
export function sentence({ inspection, at }: ExplainedView): string {
  const words = text.all.verdict;
  const { verdict } = inspection;
  if (verdict.kind === 'refused') return words.refused;
  const { name, role, until } = verdict.content;
  const say = verdict.kind === 'accepted' ? words.accepted : words.unproved;
  return say(name ?? words.somebody, role, until === null ? null : moment(until, at));
}

/** Why the server refuses, and what mends it. */
export function refusal(of: Refusal, at: number): Fault {
  const when = of.kind === 'expired' ? moment(of.exp, at) : of.kind === 'notYetValid' ? moment(of.nbf, at) : '';
  return text.all.verdict.refusals[of.kind](when);
}

/** One check, in the language in force. */
export interface CheckLine {
  kind: Check['outcome']['kind'];
  rule: string;
  /** Beyond the rule: the fault, or why it was not made; empty where there is nothing. */
  found: string;
  source: string;
}

/** What a check found beyond its rule: the fault, or why it was not made. */
export function finding({ outcome }: Check, at: number): Fault | null {
  if (outcome.kind === 'pass') return null;
  if (outcome.kind === 'fail') return refusal(outcome.refusal, at);
  return { what: text.all.verdict.unchecked[outcome.why], remedy: '' };
}

const MOMENTS = ['exp', 'nbf', 'iat'];
const FEATURES = 'context.features.';

/** What a value means; times are local, and say how far off they are. */
export function meaning({ path, value, meaning: english }: Reading, at: number): string {
  const words = text.all.verdict;
  if (path.startsWith(FEATURES)) {
    const known = text.all.features.features[path.slice(FEATURES.length) as Feature] as [string, string] | undefined;
    return known?.[1] ?? words.unknownFeature;
  }
  if (path === 'room' && value === '"*"') return words.everyRoom;
  if (MOMENTS.includes(path)) return dated(words.momentsMean[path as 'exp' | 'nbf' | 'iat'], value, at);
  return words.meanings[path] ?? text.all.judged.meanings[path] ?? english;
}

function dated(what: string, value: string, at: number): string {
  const seconds = Number(value);
  if (!Number.isFinite(seconds)) return `${what}: ${text.all.verdict.noMoment}`;
  return `${what} ${moment(seconds, at)}, ${relativeInWords(text.language, seconds - at)}`;
}

/** From when until when a grant is good. */
export function span({ from, until }: Granted, at: number): string {
  const words = text.all.verdict;
  const parts = [
    ...(from === null ? [] : [words.from(moment(from, at))]),
    ...(until === null ? [] : [words.until(moment(until, at))]),
  ];
  return parts.length === 0 ? words.always : parts.join(' ');
}
