/** A provider's right and wrong tokens, judged here; kept for each tenant while the window is open. */
import type { ProofBackend } from '../../../backend/proof';
import type { ErrorView } from '../../../bindings/ErrorView';
import type { InspectorTenant } from '../../../bindings/InspectorTenant';
import type { MatrixGroup } from '../../../bindings/MatrixGroup';
import type { TableCaseView } from '../../../bindings/TableCaseView';
import type { TableLineView } from '../../../bindings/TableLineView';
import type { TableView } from '../../../bindings/TableView';
import { asError } from '../../../texts/text.svelte';

/** Nobody goes into it. */
const ROOM = 'roomkey-proof';

export interface Part {
  group: MatrixGroup;
  cases: TableCaseView[];
}

export class Table {
  room = $state('');
  cases = $state.raw<TableCaseView[]>([]);
  chosen = $state.raw<ReadonlySet<MatrixGroup>>(new Set());
  /** What was last judged. */
  view = $state.raw<TableView | null>(null);
  busy = $state(false);
  fault = $state.raw<ErrorView | null>(null);

  readonly #backend: ProofBackend;
  readonly #tenant: string;

  constructor(backend: ProofBackend, { id, rooms }: InspectorTenant) {
    this.#backend = backend;
    this.#tenant = id;
    this.room = rooms[0]?.name ?? ROOM;
    void this.#load();
  }

  /** The cases in their groups, in the order of the table. */
  get parts(): Part[] {
    const groups = [...new Set(this.cases.map(({ group }) => group))];
    return groups.map((group) => ({ group, cases: this.cases.filter((one) => one.group === group) }));
  }

  get differing(): number {
    return (this.view?.lines ?? []).filter(({ passed }) => !passed).length;
  }

  /** What came of a case; none where it was not tried. */
  line({ group, name }: TableCaseView): TableLineView | null {
    return this.view?.lines.find((line) => line.case.group === group && line.case.name === name) ?? null;
  }

  choose(group: MatrixGroup, on: boolean): void {
    const chosen = new Set(this.chosen);
    if (on) chosen.add(group);
    else chosen.delete(group);
    this.chosen = chosen;
  }

  async judge(): Promise<void> {
    this.busy = true;
    try {
      const request = { tenant: this.#tenant, room: this.room, groups: [...this.chosen] };
      this.view = await this.#backend.judgeTable(request);
      this.fault = null;
    } catch (error) {
      this.fault = asError(error);
    }
    this.busy = false;
  }

  async #load(): Promise<void> {
    try {
      this.cases = await this.#backend.tableCases({ tenant: this.#tenant });
      this.chosen = new Set(this.cases.map(({ group }) => group));
    } catch (error) {
      this.fault = asError(error);
    }
  }
}
