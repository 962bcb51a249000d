/** The texts of Prove where tokens are judged here, by a provider's own rules. */
import type { MatrixGroup } from '../bindings/MatrixGroup';

export interface TableTexts {
  note: (system: string) => string;
  serverTitle: string;
  server: (system: string) => string;
  windowSigns: string;
  start: string;
  again: string;
  noneChosen: string;
  empty: string;
  groups: Record<MatrixGroup, string>;
  judged: string;
  accepted: string;
  unproved: string;
  refused: (rule: string, says: string | null) => string;
  callsRest: string;
  here: string;
  pageTitle: (tenant: string, system: string) => string;
}
