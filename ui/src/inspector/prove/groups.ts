/** The cases in their groups, in the order of the table. */
import type { ProofCaseView } from '../../bindings/ProofCaseView';
import type { ProofGroup } from '../../bindings/ProofGroup';

export interface Grouped {
  group: ProofGroup;
  cases: ProofCaseView[];
}

export function grouped(cases: ProofCaseView[]): Grouped[] {
  const groups = [...new Set(cases.map(({ group }) => group))];
  return groups.map((group) => ({ group, cases: cases.filter((one) => one.group === group) }));
}
