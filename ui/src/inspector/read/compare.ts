/** Two tokens, claim by claim. */
import type { Reading } from '../../bindings/Reading';

export type Difference = 'same' | 'differs' | 'onlyLeft' | 'onlyRight';

export interface Row {
  path: string;
  left: string | null;
  right: string | null;
  difference: Difference;
}

/** Every place that one of them has: what differs first, each group in the order of the tokens. */
export function compare(left: readonly Reading[], right: readonly Reading[]): Row[] {
  const values = new Map(right.map(({ path, value }) => [path, value]));
  const known = new Set(left.map(({ path }) => path));
  const rows = [
    ...left.map(({ path, value }) => row(path, value, values.get(path) ?? null)),
    ...right.filter(({ path }) => !known.has(path)).map(({ path, value }) => row(path, null, value)),
  ];
  return [...rows.filter(differs), ...rows.filter((one) => !differs(one))];
}

export function differs({ difference }: Row): boolean {
  return difference !== 'same';
}

function row(path: string, left: string | null, right: string | null): Row {
  const difference = left === null ? 'onlyRight' : right === null ? 'onlyLeft' : left === right ? 'same' : 'differs';
  return { path, left, right, difference };
}
