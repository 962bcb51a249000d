import { afterEach, beforeEach, expect, test } from 'vitest';

import names from '../../../src-tauri/src/commands/names.rs?raw';
import type { Backend } from './backend';
import type { InspectorBackend } from './inspector';
import type { ProofBackend } from './proof';
import type { SettingsBackend } from './settings';
import { connectInspector, connectLauncher, connectMeeting, connectSettings } from './tauri';

type Call = [command: string, args: unknown];

let calls: Call[] = [];

beforeEach(() => {
  calls = [];
  Object.assign(window, {
    __TAURI_INTERNALS__: {
      invoke: (command: string, args: unknown) => {
        calls.push([command, args]);
        return Promise.resolve(null);
      },
      transformCallback: () => 7,
    },
  });
});

afterEach(() => {
  Reflect.deleteProperty(window, '__TAURI_INTERNALS__');
});

test('calls every command that Rust has for the launcher, and no other', async () => {
  await callAll(connectLauncher());
  expect(calls.map(([command]) => command).toSorted()).toEqual(
    [...listed('LAUNCHER', 'launcher'), ...listed('SETUP', 'setup')].toSorted(),
  );
});

test('calls every command that Rust has for the settings, and of others those for keys and persons', async () => {
  await callAll(connectSettings());
  const commands = calls.map(([command]) => command);
  const ours = commands.filter((command) => command.startsWith('plugin:settings|'));
  expect(ours.toSorted()).toEqual(listed('SETTINGS', 'settings').toSorted());
  const others = commands.filter((command) => !ours.includes(command));
  expect([...listed('LAUNCHER', 'launcher'), ...listed('SETUP', 'setup')]).toEqual(expect.arrayContaining(others));
});

test('calls every command that Rust has for the inspector, and no other', async () => {
  const { proof, ...inspector } = connectInspector();
  await callAll(inspector);
  await callAll(proof);
  const groups = [
    ...listed('INSPECTOR', 'inspector'),
    ...listed('PROOF', 'proof'),
    ...listed('SERVICE', 'service'),
  ];
  expect(calls.map(([command]) => command).toSorted()).toEqual(groups.toSorted());
});

test('hands on what is asked as the one argument, and none where nothing is', async () => {
  const backend = connectLauncher();
  await backend.join({ tenant: 'acme', room: 'board' });
  await backend.showMeeting();
  expect(calls).toEqual([
    ['plugin:launcher|join', { request: { tenant: 'acme', room: 'board' } }],
    ['plugin:launcher|show_meeting', {}],
  ]);
});

test('hears the events by their names', async () => {
  const backend = connectLauncher();
  await backend.onChanged(() => {});
  await backend.onKeyDropped(() => {});
  await backend.onKeyDrag(() => {});
  await backend.onRolloutOpened(() => {});
  await connectSettings().onChanged(() => {});
  await connectSettings().onCheckProgress(() => {});
  await connectInspector().onChanged(() => {});
  expect(calls.map(([command, args]) => [command, (args as { event: string }).event])).toEqual([
    ['plugin:event|listen', 'launcher-changed'],
    ['plugin:event|listen', 'key-dropped'],
    ['plugin:event|listen', 'key-drag'],
    ['plugin:event|listen', 'rollout-opened'],
    ['plugin:event|listen', 'settings-changed'],
    ['plugin:event|listen', 'check-progress'],
    ['plugin:event|listen', 'inspector-changed'],
  ]);
});

test('the meeting page has its own two commands', async () => {
  const meeting = connectMeeting();
  await meeting.listen(() => {});
  await meeting.send({ name: 'pageReady' });
  expect(calls.map(([command]) => command)).toEqual(listed('MEETING', 'meeting'));
});

test('is the only file that speaks to Tauri', () => {
  const files: Record<string, string> = import.meta.glob('../**/*.{ts,svelte}', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const speaking = Object.entries(files)
    .filter(([path, source]) => !path.endsWith('.test.ts') && source.includes("'@tauri-apps/"))
    .map(([path]) => path);
  expect(speaking).toEqual(['./tauri.ts']);
});

/** Calls whatever of a backend is a command. */
async function callAll(backend: Backend | Omit<InspectorBackend, 'proof'> | ProofBackend | SettingsBackend): Promise<void> {
  for (const [name, command] of Object.entries(backend)) {
    if (!name.startsWith('on')) await (command as (request: unknown) => Promise<unknown>)({});
  }
}

/** A group's commands, read from the list of which Rust makes their permissions. */
function listed(list: string, group: string): string[] {
  const block = new RegExp(`const ${list}[^=]*= &\\[([^\\]]*)\\]`).exec(names)?.[1] ?? '';
  return [...block.matchAll(/"(\w+)"/g)].map(([, name]) => `plugin:${group}|${name ?? ''}`);
}
