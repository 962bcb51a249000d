/** What a proof found, in the language in force. */
import type { ProofExpected } from '../../bindings/ProofExpected';
import type { ProofGuest } from '../../bindings/ProofGuest';
import type { ProofObserved } from '../../bindings/ProofObserved';
import type { ProofResult } from '../../bindings/ProofResult';
import { text } from '../../texts/text.svelte';
import { tenthsInWords } from '../../texts/units';
import type { Proof } from './proof.svelte';

/** The sentence on top. */
export function summary(proof: Proof): string {
  const words = text.all.proof;
  const of = proof.run?.cases.length ?? 0;
  const done = proof.done.length;
  const { differing } = proof;
  switch (proof.life) {
    case 'idle':
      return words.empty;
    case 'running':
      return words.running(done, of);
    case 'stopping':
      return words.stopping;
    case 'failed':
      return words.failed;
    case 'ended':
    case 'stopped':
      if (done < of) return differing > 0 ? words.stoppedDiffer(differing, done, of) : words.stopped(done, of);
      return differing > 0 ? words.differ(differing, of) : words.allWell(of);
  }
}

/** What a token should grant. */
export function expected(of: ProofExpected): string {
  const words = text.all.proof;
  if (of.kind === 'refused') return words.refused(of.text);
  return [words.roles[of.role], ...unshown(of)].join(', ');
}

/** What the meeting granted. */
export function granted(of: ProofObserved): string {
  const words = text.all.proof;
  switch (of.kind) {
    case 'joined':
      return of.role === null ? words.noRole : words.roles[of.role];
    case 'refused':
      return words.refused(of.text);
    case 'failed':
      return `${words.noAnswer}: ${text.all.failure(of.failure).what}`;
    case 'held':
      return words.held[of.by];
    case 'lost':
      return words.lost;
    case 'stopped':
      return words.stoppedByYou;
  }
}

/** Whether the token says more than a meeting shows. */
export function hasUnshown(guests: ProofGuest[]): boolean {
  return guests.some(({ expected: of, observed }) => observed.kind === 'joined' && unshown(of).length > 0);
}

/** Every difference, with whom it is about where several join. */
export function differences({ guests }: ProofResult): string[] {
  const words = text.all.proof;
  return guests.flatMap(({ expected: of, differences: found }) =>
    found.map((one) => {
      const told = words.difference(one);
      return guests.length > 1 && of.kind === 'joins' ? words.of(words.roles[of.role], told) : told;
    }),
  );
}

export function time({ took }: ProofResult): string {
  return tenthsInWords(text.language, took / 1000);
}

function unshown(of: ProofExpected): string[] {
  if (of.kind === 'refused') return [];
  const words = text.all.proof;
  const named = Object.values(of.features);
  const on = named.filter((allowed) => allowed).length;
  const features = on > 0 ? words.withFeatures(on) : words.withoutFeatures;
  return [...(named.length > 0 ? [features] : []), ...(of.hiddenFromRecorder ? [words.hidden] : [])];
}
