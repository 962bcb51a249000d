/** What the inspector's section Prove can ask of Roomkey: the commands of the plugin `proof`. */
import type { ProofCaseView } from '../bindings/ProofCaseView';
import type { ProofProgress } from '../bindings/ProofProgress';
import type { JudgeTableRequest } from '../bindings/JudgeTableRequest';
import type { SavedView } from '../bindings/SavedView';
import type { SaveProofRequest } from '../bindings/SaveProofRequest';
import type { SaveTableRequest } from '../bindings/SaveTableRequest';
import type { StartProofRequest } from '../bindings/StartProofRequest';
import type { TableCaseView } from '../bindings/TableCaseView';
import type { TableRequest } from '../bindings/TableRequest';
import type { TableView } from '../bindings/TableView';

export interface ProofBackend {
  /** Every case, in the order in which they are tried. */
  cases(): Promise<ProofCaseView[]>;
  /** Resolves when the proof has begun; `progress` hears the rest. */
  start(request: StartProofRequest, progress: (news: ProofProgress) => void): Promise<void>;
  /** The windows go; `progress` hears when they are gone. */
  stop(): Promise<void>;
  /** Every right and wrong token of a tenant's provider; none where it is proved in meetings. */
  tableCases(request: TableRequest): Promise<TableCaseView[]>;
  /** Makes and judges them, here. */
  judgeTable(request: JudgeTableRequest): Promise<TableView>;
  /** As `save`, of what was last judged. */
  saveTable(request: SaveTableRequest): Promise<SavedView | null>;
  /** `null` where the tester chose no file. */
  save(request: SaveProofRequest): Promise<SavedView | null>;
}
