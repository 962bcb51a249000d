/**
 * What the inspector can ask of Roomkey. The two backends are in `tauri.ts` and
 * `fake/inspector.ts`. Every promise rejects with an `ErrorView`.
 *
 * A token reaches the page only where the tester asks to see it.
 */
import type { ExplainedView } from '../bindings/ExplainedView';
import type { InspectorView } from '../bindings/InspectorView';
import type { MadeView } from '../bindings/MadeView';
import type { MakeRequest } from '../bindings/MakeRequest';
import type { OpenMadeRequest } from '../bindings/OpenMadeRequest';
import type { PresetRequest } from '../bindings/PresetRequest';
import type { ReadRequest } from '../bindings/ReadRequest';
import type { SavePresetRequest } from '../bindings/SavePresetRequest';
import type { ShownToken } from '../bindings/ShownToken';
import type { Unlisten } from './backend';
import type { ProofBackend } from './proof';
import type { ServiceBackend } from './service';

/** The commands of the plugin `inspector` and its event. */
interface InspectorCommands {
  state(): Promise<InspectorView>;
  onChanged(handler: (view: InspectorView) => void): Promise<Unlisten>;
  /** Says what a server would make of the token that is chosen; at every edit. */
  make(request: MakeRequest): Promise<MadeView>;
  /** The one way by which a token reaches the page. */
  showToken(request: MakeRequest): Promise<ShownToken>;
  /** To the clipboard, in Rust; gives what is said of the very token that was copied. */
  copyToken(request: MakeRequest): Promise<ExplainedView>;
  /** The same for the meeting's address, which carries the token. */
  copyAddress(request: MakeRequest): Promise<ExplainedView>;
  openMade(request: OpenMadeRequest): Promise<void>;
  savePreset(request: SavePresetRequest): Promise<void>;
  removePreset(request: PresetRequest): Promise<void>;
  /** Explains the one token in what was pasted. */
  read(request: ReadRequest): Promise<ExplainedView>;
}

export interface InspectorBackend extends InspectorCommands, ServiceBackend {
  readonly proof: ProofBackend;
}
