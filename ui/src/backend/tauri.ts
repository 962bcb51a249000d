/**
 * The application's side: the one file that imports `@tauri-apps/api`. Commands are named
 * as in Rust (`plugin:<group>|<snake_case>`) and take one argument, `request`.
 */
import { Channel, invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

import type { Instruction } from '../bindings/Instruction';
import type { LauncherView } from '../bindings/LauncherView';
import type { PageEvent } from '../bindings/PageEvent';
import type { Backend, KeyDropped } from './backend';

export function connectLauncher(): Backend {
  return {
    state: () => launcher('state'),
    ready: () => launcher('ready'),
    join: (request) => launcher('join', request),
    checkRoom: (request) => launcher('check_room', request),
    rehearse: (request) => launcher('rehearse', request),
    putOnDesktop: (request) => launcher('put_on_desktop', request),
    showMeeting: () => launcher('show_meeting'),
    endMeeting: () => launcher('end_meeting'),
    setArrival: (request) => launcher('set_arrival', request),
    chooseTenant: (request) => launcher('choose_tenant', request),
    addRoom: (request) => launcher('add_room', request),
    removeRoom: (request) => launcher('remove_room', request),
    setPreferences: (request) => launcher('set_preferences', request),
    setPerson: (request) => launcher('set_person', request),
    onChanged: (handler) =>
      listen<LauncherView>('launcher-changed', (event) => handler(event.payload)),

    checkPerson: (request) => setup('check_person', request),
    checkAppId: (request) => setup('check_app_id', request),
    checkKeyId: (request) => setup('check_key_id', request),
    checkDomain: (request) => setup('check_domain', request),
    chooseKeyFile: () => setup('choose_key_file'),
    pasteKey: () => setup('paste_key'),
    unlockKey: (request) => setup('unlock_key', request),
    forgetKey: () => setup('forget_key'),
    finishSetup: (request) => setup('finish_setup', request),
    onKeyDropped: (handler) =>
      listen<KeyDropped>('key-dropped', (event) => handler(event.payload)),
    onKeyDrag: (handler) =>
      listen<{ over: boolean }>('key-drag', (event) => handler(event.payload.over)),
  };
}

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

function launcher<T>(command: string, request?: unknown): Promise<T> {
  return call('launcher', command, request);
}

function setup<T>(command: string, request?: unknown): Promise<T> {
  return call('setup', command, request);
}

function call<T>(group: string, command: string, request?: unknown): Promise<T> {
  return invoke(`plugin:${group}|${command}`, request === undefined ? {} : { request });
}
