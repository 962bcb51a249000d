/**
 * The application's side: the one file that imports `@tauri-apps/api`. Commands are named
 * as in Rust (`plugin:<group>|<snake_case>`) and take one argument, `request`.
 */
import { Channel, invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

import type { CheckResult } from '../bindings/CheckResult';
import type { InspectorView } from '../bindings/InspectorView';
import type { Instruction } from '../bindings/Instruction';
import type { LauncherView } from '../bindings/LauncherView';
import type { PageEvent } from '../bindings/PageEvent';
import type { ProofProgress } from '../bindings/ProofProgress';
import type { RolloutFile } from '../bindings/RolloutFile';
import type { SettingsView } from '../bindings/SettingsView';
import type { Backend, KeyBackend, KeyDropped } from './backend';
import type { InspectorBackend } from './inspector';
import type { ProofBackend } from './proof';
import type { SettingsBackend } from './settings';

export function connectLauncher(): Backend {
  return {
    state: () => launcher('state'),
    ready: () => launcher('ready'),
    join: (request) => launcher('join', request),
    checkRoom: (request) => launcher('check_room', request),
    rehearse: (request) => launcher('rehearse', request),
    putOnDesktop: (request) => launcher('put_on_desktop', request),
    followLink: (request) => launcher('follow_link', request),
    showMeeting: () => launcher('show_meeting'),
    endMeeting: () => launcher('end_meeting'),
    setArrival: (request) => launcher('set_arrival', request),
    chooseTenant: (request) => launcher('choose_tenant', request),
    addRoom: (request) => launcher('add_room', request),
    removeRoom: (request) => launcher('remove_room', request),
    setPreferences: (request) => launcher('set_preferences', request),
    setPerson: (request) => launcher('set_person', request),
    openSettings: (request) => launcher('open_settings', request),
    openInspector: () => launcher('open_inspector'),
    onChanged: (handler) =>
      listen<LauncherView>('launcher-changed', (event) => handler(event.payload)),

    checkPerson: (request) => setup('check_person', request),
    checkKeyId: (request) => setup('check_key_id', request),
    checkProvider: (request) => setup('check_provider', request),
    pasteSecret: (request) => setup('paste_secret', request),
    finishSetup: (request) => setup('finish_setup', request),
    ...keys,

    openRollout: () => setup('open_rollout'),
    unlockRollout: (request) => setup('unlock_rollout', request),
    acceptRollout: () => setup('accept_rollout'),
    forgetRollout: () => setup('forget_rollout'),
    onRolloutOpened: (handler) =>
      listen<RolloutFile>('rollout-opened', (event) => handler(event.payload)),
  };
}

export function connectSettings(): SettingsBackend {
  return {
    state: () => settings('state'),
    onChanged: (handler) =>
      listen<SettingsView>('settings-changed', (event) => handler(event.payload)),

    addTenant: (request) => settings('add_tenant', request),
    setTenant: (request) => settings('set_tenant', request),
    removeTenant: (request) => settings('remove_tenant', request),

    stagedKey: (request) => settings('staged_key', request),
    generateKey: (request) => settings('generate_key', request),
    chooseTenantKey: (request) => settings('choose_tenant_key', request),
    pasteTenantKey: (request) => settings('paste_tenant_key', request),
    unlockTenantKey: (request) => settings('unlock_tenant_key', request),
    forgetTenantKey: (request) => settings('forget_tenant_key', request),
    keepKey: (request) => settings('keep_key', request),
    rehearseKey: (request) => settings('rehearse_key', request),
    promoteKey: (request) => settings('promote_key', request),
    bringKeyBack: (request) => settings('bring_key_back', request),
    removeKey: (request) => settings('remove_key', request),
    savePublicKey: (request) => settings('save_public_key', request),
    saveStagedPublicKey: (request) => settings('save_staged_public_key', request),
    pasteSigningSecret: (request) => settings('paste_signing_secret', request),
    removeSigningSecret: (request) => settings('remove_signing_secret', request),

    rooms: (request) => settings('rooms', request),
    putRooms: (request) => settings('put_rooms', request),
    moveRoom: (request) => settings('move_room', request),
    removeRooms: (request) => settings('remove_rooms', request),
    importRooms: (request) => settings('import_rooms', request),
    exportRooms: (request) => settings('export_rooms', request),
    makeRoom: (request) => settings('make_room', request),
    providerRooms: (request) => settings('provider_rooms', request),
    listRoom: (request) => settings('list_room', request),
    cancelRoom: (request) => settings('cancel_room', request),

    setModerators: (request) => settings('set_moderators', request),
    checkModerator: (request) => settings('check_moderator', request),
    setFeatures: (request) => settings('set_features', request),

    setBrand: (request) => settings('set_brand', request),
    chooseLogo: (request) => settings('choose_logo', request),
    chooseBackground: (request) => settings('choose_background', request),
    removePicture: (request) => settings('remove_picture', request),
    exportBranding: (request) => settings('export_branding', request),

    check: (request) => settings('check', request),
    onCheckProgress: (handler) =>
      listen<CheckResult>('check-progress', (event) => handler(event.payload)),
    exportRollout: (request) => settings('export_rollout', request),

    resetProfile: () => settings('reset_profile'),
    removeEverything: () => settings('remove_everything'),

    checkKeyId: (request) => setup('check_key_id', request),
    checkProvider: (request) => setup('check_provider', request),
    chooseTenant: (request) => launcher('choose_tenant', request),
    openInspector: () => launcher('open_inspector'),
    setPreferences: (request) => launcher('set_preferences', request),
    setPerson: (request) => launcher('set_person', request),
  };
}

export function connectInspector(): InspectorBackend {
  return {
    state: () => inspector('state'),
    onChanged: (handler) =>
      listen<InspectorView>('inspector-changed', (event) => handler(event.payload)),
    make: (request) => inspector('make', request),
    showToken: (request) => inspector('show_token', request),
    copyToken: (request) => inspector('copy_token', request),
    copyAddress: (request) => inspector('copy_address', request),
    openMade: (request) => inspector('open_made', request),
    savePreset: (request) => inspector('save_preset', request),
    removePreset: (request) => inspector('remove_preset', request),
    read: (request) => inspector('read', request),
    proof,

    prepareCommand: (request) => service('prepare_command', request),
    giveCommand: (request) => service('give_command', request),
    secretState: (request) => service('secret_state', request),
    pasteSecret: (request) => service('paste_secret', request),
    removeSecret: (request) => service('remove_secret', request),
    readWebhook: (request) => service('read_webhook', request),
  };
}

const proof: ProofBackend = {
  cases: () => call('proof', 'cases'),
  start: (request, progress) =>
    invoke('plugin:proof|start', { request, progress: new Channel<ProofProgress>(progress) }),
  stop: () => call('proof', 'stop'),
  save: (request) => call('proof', 'save', request),
  tableCases: (request) => call('proof', 'table_cases', request),
  judgeTable: (request) => call('proof', 'judge_table', request),
  saveTable: (request) => call('proof', 'save_table', request),
};

/** The key of the set-up. */
const keys: KeyBackend = {
  expectKey: (request) => setup('expect_key', request),
  chooseKeyFile: () => setup('choose_key_file'),
  pasteKey: () => setup('paste_key'),
  unlockKey: (request) => setup('unlock_key', request),
  forgetKey: () => setup('forget_key'),
  onKeyDropped: (handler) => listen<KeyDropped>('key-dropped', (event) => handler(event.payload)),
  onKeyDrag: (handler) =>
    listen<{ over: boolean }>('key-drag', (event) => handler(event.payload.over)),
};

/** What the meeting page's host needs where the page is shown by the embedded webview. */
export interface MeetingConnection {
  /** Hears every instruction, from the first. */
  listen(handler: (instruction: Instruction) => void): Promise<void>;
  send(event: PageEvent): Promise<void>;
}

export function connectMeeting(): MeetingConnection {
  return {
    listen: (handler) =>
      invoke('plugin:meeting|listen', { channel: new Channel<Instruction>(handler) }),
    send: (event) => invoke('plugin:meeting|send', { event }),
  };
}

function inspector<T>(command: string, request?: unknown): Promise<T> {
  return call('inspector', command, request);
}

function service<T>(command: string, request?: unknown): Promise<T> {
  return call('service', command, request);
}

function launcher<T>(command: string, request?: unknown): Promise<T> {
  return call('launcher', command, request);
}

function settings<T>(command: string, request?: unknown): Promise<T> {
  return call('settings', command, request);
}

function setup<T>(command: string, request?: unknown): Promise<T> {
  return call('setup', command, request);
}

function call<T>(group: string, command: string, request?: unknown): Promise<T> {
  return invoke(`plugin:${group}|${command}`, request === undefined ? {} : { request });
}
