/**
 * What the settings window can ask of Roomkey. The two backends are in `tauri.ts` and `fake/settings.ts`. Every promise rejects with an
 * `ErrorView`; every change comes back as a whole `SettingsView`.
 */
import type { AddTenantRequest } from '../bindings/AddTenantRequest';
import type { CheckReport } from '../bindings/CheckReport';
import type { CheckRequest } from '../bindings/CheckRequest';
import type { CheckResult } from '../bindings/CheckResult';
import type { CheckedView } from '../bindings/CheckedView';
import type { ExportRolloutRequest } from '../bindings/ExportRolloutRequest';
import type { KeepKeyRequest } from '../bindings/KeepKeyRequest';
import type { KeyRequest } from '../bindings/KeyRequest';
import type { KeyView } from '../bindings/KeyView';
import type { MakeRoomRequest } from '../bindings/MakeRoomRequest';
import type { MoveRoomRequest } from '../bindings/MoveRoomRequest';
import type { PictureRequest } from '../bindings/PictureRequest';
import type { PromoteKeyRequest } from '../bindings/PromoteKeyRequest';
import type { ProviderRoom } from '../bindings/ProviderRoom';
import type { ProviderRoomRequest } from '../bindings/ProviderRoomRequest';
import type { PutRoomsRequest } from '../bindings/PutRoomsRequest';
import type { RemoveRoomsRequest } from '../bindings/RemoveRoomsRequest';
import type { RolloutMade } from '../bindings/RolloutMade';
import type { RoomSettings } from '../bindings/RoomSettings';
import type { RoomsImported } from '../bindings/RoomsImported';
import type { SavedView } from '../bindings/SavedView';
import type { SetBrandRequest } from '../bindings/SetBrandRequest';
import type { SetFeaturesRequest } from '../bindings/SetFeaturesRequest';
import type { SetModeratorsRequest } from '../bindings/SetModeratorsRequest';
import type { SetTenantRequest } from '../bindings/SetTenantRequest';
import type { SettingsView } from '../bindings/SettingsView';
import type { TenantAdded } from '../bindings/TenantAdded';
import type { TenantRequest } from '../bindings/TenantRequest';
import type { UnlockTenantKeyRequest } from '../bindings/UnlockTenantKeyRequest';
import type { LauncherBackend, ProviderBackend, SetupBackend, Unlisten } from './backend';

/** The commands of the plugin `settings` and its events. */
interface SettingsCommands {
  state(): Promise<SettingsView>;
  onChanged(handler: (view: SettingsView) => void): Promise<Unlisten>;

  addTenant(request: AddTenantRequest): Promise<TenantAdded>;
  setTenant(request: SetTenantRequest): Promise<void>;
  /** Its rooms and keys go too. */
  removeTenant(request: TenantRequest): Promise<void>;

  /**
   * The key that waits for a tenant in Rust, from any visit before; rejects where it needs its
   * passphrase, and answers once a key that is being made is there.
   */
  stagedKey(request: TenantRequest): Promise<KeyView | null>;
  /** Takes seconds; the key waits in Rust as one that was read from a file does. */
  generateKey(request: TenantRequest): Promise<KeyView>;
  /** `null` where the person chose no file. */
  chooseTenantKey(request: TenantRequest): Promise<KeyView | null>;
  /** Reads the clipboard in Rust; the page never sees its text. */
  pasteTenantKey(request: TenantRequest): Promise<KeyView>;
  unlockTenantKey(request: UnlockTenantKeyRequest): Promise<KeyView>;
  forgetTenantKey(request: TenantRequest): Promise<void>;
  /**
   * The key that waits becomes the tenant's key or, where it has one, its next key. Where keys
   * do not stand side by side, it takes the place of the one that is there.
   */
  keepKey(request: KeepKeyRequest): Promise<void>;
  /** Opens a rehearsal signed with the next key, else with the key. */
  rehearseKey(request: TenantRequest): Promise<void>;
  /** The key that signed is kept as the former one. */
  promoteKey(request: PromoteKeyRequest): Promise<void>;
  bringKeyBack(request: TenantRequest): Promise<void>;
  removeKey(request: KeyRequest): Promise<void>;
  /** `null` where the person chose no file, here and in all that follow. */
  savePublicKey(request: KeyRequest): Promise<SavedView | null>;
  saveStagedPublicKey(request: TenantRequest): Promise<SavedView | null>;

  /** Rust takes the secret out of the clipboard; the page never sees it. */
  pasteSigningSecret(request: TenantRequest): Promise<void>;
  removeSigningSecret(request: TenantRequest): Promise<void>;

  rooms(request: TenantRequest): Promise<RoomSettings[]>;
  putRooms(request: PutRoomsRequest): Promise<void>;
  moveRoom(request: MoveRoomRequest): Promise<void>;
  removeRooms(request: RemoveRoomsRequest): Promise<void>;
  importRooms(request: TenantRequest): Promise<RoomsImported | null>;
  exportRooms(request: TenantRequest): Promise<SavedView | null>;

  /** Has the provider make a room, which is then listed. */
  makeRoom(request: MakeRoomRequest): Promise<ProviderRoom>;
  /** Asks the provider which rooms it has. */
  providerRooms(request: TenantRequest): Promise<ProviderRoom[]>;
  /** Puts a room that the provider has among the tenant's. */
  listRoom(request: ProviderRoomRequest): Promise<void>;
  cancelRoom(request: ProviderRoomRequest): Promise<void>;

  setModerators(request: SetModeratorsRequest): Promise<void>;
  checkModerator(request: CheckRequest): Promise<CheckedView>;
  setFeatures(request: SetFeaturesRequest): Promise<void>;

  setBrand(request: SetBrandRequest): Promise<void>;
  /** Says whether a picture was chosen. Rust reads it, and makes it anew. */
  chooseLogo(request: TenantRequest): Promise<boolean>;
  chooseBackground(request: TenantRequest): Promise<boolean>;
  removePicture(request: PictureRequest): Promise<void>;
  /** What the "advanced branding" of JaaS takes, as JSON. */
  exportBranding(request: TenantRequest): Promise<SavedView | null>;

  check(request: TenantRequest): Promise<CheckReport>;
  onCheckProgress(handler: (result: CheckResult) => void): Promise<Unlisten>;
  exportRollout(request: ExportRolloutRequest): Promise<RolloutMade | null>;

  /** Refused while a meeting is open. */
  resetProfile(): Promise<void>;
  removeEverything(): Promise<void>;
}

export type SettingsBackend = SettingsCommands &
  ProviderBackend &
  Pick<SetupBackend, 'checkKeyId'> &
  Pick<LauncherBackend, 'chooseTenant' | 'openInspector' | 'setPreferences' | 'setPerson'>;
