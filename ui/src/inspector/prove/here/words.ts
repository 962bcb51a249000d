/** What a table found, in the language in force. */
import type { ProofPage } from '../../../bindings/ProofPage';
import type { ProviderVerdict } from '../../../bindings/ProviderVerdict';
import type { TableView } from '../../../bindings/TableView';
import { text } from '../../../texts/text.svelte';
import { momentInWords } from '../../../texts/units';
import type { Table } from './table.svelte';

/** Any other day, so that the date is always told. */
const ANOTHER_DAY = new Date(0);

/** The sentence on top. */
export function summary({ view, differing }: Table): string {
  const { proof, table } = text.all;
  if (view === null) return table.empty;
  return differing > 0 ? proof.differ(differing, view.lines.length) : proof.allWell(view.lines.length);
}

export function verdict(of: ProviderVerdict): string {
  const words = text.all.table;
  if (of.kind === 'refused') return words.refused(text.all.judged.rules[of.rule], of.says);
  return words[of.kind];
}

/** The report as a page that can be printed. */
export function page(table: Table, view: TableView, tenant: string): ProofPage {
  const { proof, table: words } = text.all;
  const { standings } = proof;
  return {
    language: text.language,
    title: words.pageTitle(tenant, view.system),
    summary: summary(table),
    facts: [
      [proof.tenant, tenant],
      [proof.where, words.here],
      [proof.room, view.room],
      [proof.date, momentInWords(text.language, new Date(view.at * 1000), ANOTHER_DAY)],
    ],
    columns: [proof.caseName, proof.expected, words.judged, proof.result],
    groups: table.parts.flatMap(({ group, cases }) => {
      const lines = cases.map((one) => table.line(one)).filter((line) => line !== null);
      if (lines.length === 0) return [];
      return {
        title: words.groups[group],
        lines: lines.map((line) => ({
          cells: [
            line.case.name,
            verdict(line.case.expected),
            verdict(line.judged),
            line.passed ? standings.passed : standings.failed,
          ],
          differences: [],
          differs: !line.passed,
        })),
      };
    }),
  };
}
