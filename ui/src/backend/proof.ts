/** What the inspector's section Prove can ask of Roomkey: the commands of the plugin `proof`. */
import type { ProofCaseView } from '../bindings/ProofCaseView';
import type { ProofProgress } from '../bindings/ProofProgress';
import type { SavedView } from '../bindings/SavedView';
import type { SaveProofRequest } from '../bindings/SaveProofRequest';
import type { StartProofRequest } from '../bindings/StartProofRequest';

export interface ProofBackend {
  /** Every case, in the order in which they are tried. */
  cases(): Promise<ProofCaseView[]>;
  /** Resolves when the proof has begun; `progress` hears the rest. */
  start(request: StartProofRequest, progress: (news: ProofProgress) => void): Promise<void>;
  /** The windows go; `progress` hears when they are gone. */
  stop(): Promise<void>;
  /** `null` where the tester chose no file. */
  save(request: SaveProofRequest): Promise<SavedView | null>;
}
