/**
 * What the launcher can ask of Roomkey, and what Roomkey tells it. The two backends are
 * `tauri.ts` (the application) and `fake.ts` (a browser, tests); components know this
 * interface only. Every promise rejects with an `ErrorView`.
 *
 * Deliberately missing: anything that would hand a private key or a token to the page.
 */
import type { AddRoomRequest } from '../bindings/AddRoomRequest';
import type { ArrivalView } from '../bindings/ArrivalView';
import type { CheckRequest } from '../bindings/CheckRequest';
import type { CheckedView } from '../bindings/CheckedView';
import type { ErrorView } from '../bindings/ErrorView';
import type { JoinRequest } from '../bindings/JoinRequest';
import type { KeyIdRequest } from '../bindings/KeyIdRequest';
import type { KeyView } from '../bindings/KeyView';
import type { LauncherView } from '../bindings/LauncherView';
import type { OpenSettingsRequest } from '../bindings/OpenSettingsRequest';
import type { PersonRequest } from '../bindings/PersonRequest';
import type { PersonView } from '../bindings/PersonView';
import type { PreferencesView } from '../bindings/PreferencesView';
import type { ProviderChecked } from '../bindings/ProviderChecked';
import type { ProviderRequest } from '../bindings/ProviderRequest';
import type { PutOnDesktopView } from '../bindings/PutOnDesktopView';
import type { RehearseRequest } from '../bindings/RehearseRequest';
import type { RolloutFile } from '../bindings/RolloutFile';
import type { RolloutView } from '../bindings/RolloutView';
import type { RoomRequest } from '../bindings/RoomRequest';
import type { SetupRequest } from '../bindings/SetupRequest';
import type { StagedSecretView } from '../bindings/StagedSecretView';
import type { TenantRequest } from '../bindings/TenantRequest';
import type { UnlockRequest } from '../bindings/UnlockRequest';

/** Ends a subscription. */
export type Unlisten = () => void;

/** What became of a key file that was dropped on the window. */
export type KeyDropped = { key: KeyView } | { error: ErrorView };

export interface LauncherBackend {
  state(): Promise<LauncherView>;
  /** The first screen is painted and has its focus; noted in the log. */
  ready(): Promise<void>;
  /** Opens the room; while one is opening, brings that one to the front. */
  join(request: JoinRequest): Promise<void>;
  /** The room's name as the server compares it. */
  checkRoom(request: CheckRequest): Promise<CheckedView>;
  rehearse(request: RehearseRequest): Promise<void>;
  putOnDesktop(request: RoomRequest): Promise<PutOnDesktopView>;
  /** Opens in the system browser where the tenant's logo leads. */
  followLink(request: TenantRequest): Promise<void>;
  showMeeting(): Promise<void>;
  endMeeting(): Promise<void>;
  setArrival(request: ArrivalView): Promise<void>;
  chooseTenant(request: TenantRequest): Promise<void>;
  addRoom(request: AddRoomRequest): Promise<void>;
  removeRoom(request: RoomRequest): Promise<void>;
  setPreferences(request: PreferencesView): Promise<void>;
  setPerson(request: PersonRequest): Promise<void>;
  /** Opens the settings window, or brings it to the front. */
  openSettings(request: OpenSettingsRequest): Promise<void>;
  /** Opens the inspector, or brings it to the front. */
  openInspector(): Promise<void>;
  /** Hears every change of what the launcher shows. */
  onChanged(handler: (view: LauncherView) => void): Promise<Unlisten>;
}

/** How a private key gets to Rust, in every window that takes one. */
export interface KeyBackend {
  /** Keys are read from here on as the provider wants them; as JaaS does, at first. */
  expectKey(request: ProviderRequest): Promise<void>;
  /** `null` where the person chose no file. */
  chooseKeyFile(): Promise<KeyView | null>;
  /** Reads the clipboard in Rust; the page never sees its text. */
  pasteKey(): Promise<KeyView>;
  unlockKey(request: UnlockRequest): Promise<KeyView>;
  forgetKey(): Promise<void>;
  onKeyDropped(handler: (dropped: KeyDropped) => void): Promise<Unlisten>;
  /** Hears whether a file is held over the window. */
  onKeyDrag(handler: (over: boolean) => void): Promise<Unlisten>;
}

/** A rollout file, from its choice to its acceptance; Rust keeps it in between. */
export interface RolloutBackend {
  /** `null` where the person chose no file. */
  openRollout(): Promise<RolloutFile | null>;
  unlockRollout(request: UnlockRequest): Promise<RolloutView>;
  acceptRollout(): Promise<void>;
  forgetRollout(): Promise<void>;
  /** Hears of a file that Roomkey was started with. */
  onRolloutOpened(handler: (file: RolloutFile) => void): Promise<Unlisten>;
}

/** What is asked while a provider is typed, in every window that has one typed. */
export interface ProviderBackend {
  /** What the provider can do, and what is wrong with each of its fields. */
  checkProvider(request: ProviderRequest): Promise<ProviderChecked>;
}

export interface SetupBackend extends KeyBackend, ProviderBackend, RolloutBackend {
  checkPerson(request: PersonRequest): Promise<PersonView>;
  checkKeyId(request: KeyIdRequest): Promise<CheckedView>;
  /** Rust takes the provider's secret out of the clipboard and keeps it; the page never sees it. */
  pasteSecret(request: ProviderRequest): Promise<StagedSecretView>;
  finishSetup(request: SetupRequest): Promise<void>;
}

export type Backend = LauncherBackend & SetupBackend;
