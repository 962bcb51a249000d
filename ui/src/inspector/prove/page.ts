/** The report as a page that can be printed: what the table says, as words alone. */
import type { ProofPage } from '../../bindings/ProofPage';
import { text } from '../../texts/text.svelte';
import { momentInWords } from '../../texts/units';
import { grouped } from './groups';
import type { Proof, Run } from './proof.svelte';
import { differences, expected, granted, summary, time } from './words';

/** Any other day, so that the date is always told. */
const ANOTHER_DAY = new Date(0);

export function page(proof: Proof, run: Run): ProofPage {
  const words = text.all.proof;
  const tenant = run.tenant ?? 'Roomkey';
  return {
    language: text.language,
    title: words.pageTitle(tenant),
    summary: summary(proof),
    facts: [
      [words.tenant, tenant],
      [words.where, run.place === 'rehearsal' ? words.rehearsal : words.server(tenant, run.domain)],
      [words.room, run.room],
      [words.date, momentInWords(text.language, new Date(run.at * 1000), ANOTHER_DAY)],
    ],
    columns: [words.caseName, words.expected, words.granted, words.result, words.time],
    groups: grouped(run.cases).map(({ group, cases }) => ({
      title: words.groups[group],
      lines: cases.map((one) => {
        const result = proof.results.get(one.case);
        const standing = proof.standing(one.case);
        const guests = result?.guests ?? [];
        return {
          cells: [
            words.names[one.case],
            guests.map((guest) => expected(guest.expected)).join(' · '),
            guests.map((guest) => granted(guest.observed)).join(' · '),
            standing === null ? '' : words.standings[standing],
            result === undefined ? '' : time(result),
          ],
          differences: result === undefined ? [] : differences(result),
          differs: standing === 'failed',
        };
      }),
    })),
  };
}
