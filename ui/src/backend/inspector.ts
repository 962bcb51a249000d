/**
 * What the inspector can ask of Roomkey. The two backends are in `tauri.ts` and
 * `fake/inspector.ts`. Every promise rejects with an `ErrorView`.
 *
 * A token reaches the page only where the tester asks to see it.
 */
import type { InspectorView } from '../bindings/InspectorView';
import type { ReadRequest } from '../bindings/ReadRequest';
import type { ExplainedView } from '../bindings/ExplainedView';
import type { Unlisten } from './backend';
import type { ProofBackend } from './proof';

/** The commands of the plugin `inspector` and its event. */
interface InspectorCommands {
  state(): Promise<InspectorView>;
  onChanged(handler: (view: InspectorView) => void): Promise<Unlisten>;
  /** Explains the one token in what was pasted. */
  read(request: ReadRequest): Promise<ExplainedView>;
}

export interface InspectorBackend extends InspectorCommands {
  readonly proof: ProofBackend;
}
