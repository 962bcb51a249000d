import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { MeetingPage } from './page';
import { FakeApi, apiScript, nowhere, scriptOf } from './testing/fake-api';
import { FakeHost } from './testing/fake-host';
import { TOKEN, session } from './testing/session';
import { View } from './view';

let host: FakeHost;
let view: View;

beforeEach(() => {
  FakeApi.made = [];
  delete window.JitsiMeetExternalAPI;
  open(true);
});

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

function open(closesWindow: boolean): void {
  host = new FakeHost(closesWindow);
  view = new View(document.body, closesWindow);
  new MeetingPage(host, view).open();
}

async function start(change = {}, frame = {}): Promise<FakeApi> {
  const before = FakeApi.made.length;
  host.start(session(change, { scripts: [apiScript()], ...frame }));
  await vi.waitUntil(() => FakeApi.made.length > before, { timeout: 3000 });
  return FakeApi.last;
}

test('says first that it is ready', () => {
  expect(host.heard).toEqual([{ name: 'pageReady' }]);
});

test('makes the frame from the session', async () => {
  const api = await start(
    { language: 'de', options: { microphoneOn: true, cameraOn: false, prejoin: true } },
    { config: { localSubject: 'Daily stand-up', prejoinConfig: { hideDisplayName: true } } },
  );

  expect(api.authority).toBe('8x8.vc');
  expect(api.options).toMatchObject({
    roomName: 'vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe/standup',
    jwt: TOKEN,
    lang: 'de',
    width: '100%',
    height: '100%',
    parentNode: view.place,
    userInfo: { displayName: 'Ada Lovelace', email: 'ada@acme.example' },
    configOverwrite: {
      localSubject: 'Daily stand-up',
      prejoinConfig: { enabled: true, hideDisplayName: true },
      startWithAudioMuted: false,
      startWithVideoMuted: true,
      deeplinking: { disabled: true },
      disableInviteFunctions: true,
      notifyOnConferenceDestruction: false,
    },
  });
});

test('reports the script, the frame and what the client says, in order', async () => {
  const api = await start();
  await vi.waitUntil(() => host.names.includes('frameLoaded'));
  api.emit('browserSupport', { supported: true });
  api.emit('ready');
  api.emit('videoConferenceJoined', { id: 'a', roomName: 'standup', visitor: false });

  expect(host.names).toEqual([
    'pageReady',
    'scriptLoaded',
    'frameLoaded',
    'browserSupport',
    'ready',
    'videoConferenceJoined',
  ]);
});

test('says from where the script came', async () => {
  const script = apiScript();
  await start({}, { scripts: [nowhere(), script] });

  const { origin, pathname: path } = new URL(script);
  expect(host.heard).toContainEqual({ name: 'scriptLoaded', data: { origin, path } });
});

test('says that no script could be had', async () => {
  host.start(session({}, { scripts: [nowhere(), nowhere()] }));
  await vi.waitUntil(() => host.heard.length > 1);

  expect(host.heard[1]).toEqual({ name: 'scriptFailed', data: { answered: null } });
  expect(FakeApi.made).toHaveLength(0);
});

test('says that a script which throws is no API', async () => {
  const script = scriptOf('JitsiMeetExternalAPI = function () { throw new Error(); }');
  host.start(session({}, { scripts: [script] }));
  await vi.waitUntil(() => host.heard.length > 2);

  expect(host.names).toEqual(['pageReady', 'scriptLoaded', 'scriptFailed']);
});

test('a second start takes the first frame away and makes another', async () => {
  const first = await start();
  const second = await start({}, { token: TOKEN.replace('c2ln', 'bmV3') });
  first.emit('readyToClose');

  expect(first.disposed).toBe(true);
  expect(document.querySelectorAll('iframe')).toHaveLength(1);
  expect(second.options.jwt).not.toBe(TOKEN);
  expect(host.names).not.toContain('readyToClose');
});

test('a second start uses the script that is there', async () => {
  const script = apiScript();
  await start({}, { scripts: [script] });
  URL.revokeObjectURL(script);
  await start({}, { scripts: [script] });

  expect(host.names.filter((name) => name === 'scriptLoaded')).toHaveLength(2);
});

test('leaves a joined meeting before it makes the next frame, and says nothing of it', async () => {
  const first = await start();
  first.emit('videoConferenceJoined', { id: 'a' });
  const second = start();
  await vi.waitUntil(() => first.commands.includes('hangup'));
  expect(first.disposed).toBe(false);
  first.emit('videoConferenceLeft');
  await second;

  expect(first.disposed).toBe(true);
  expect(host.names).not.toContain('videoConferenceLeft');
});

test('does not wait for ever for a client that cannot leave', async () => {
  const first = await start();
  first.emit('videoConferenceJoined', { id: 'a' });
  const began = performance.now();
  await start();

  expect(first.disposed).toBe(true);
  expect(performance.now() - began).toBeLessThan(3000);
});

test('of two starts in a row only the last makes a frame', async () => {
  host.start(session({ title: 'Board' }, { scripts: [apiScript()] }));
  const api = await start({ title: 'Customer calls' });
  await new Promise((resolve) => setTimeout(resolve, 50));

  expect(FakeApi.made).toEqual([api]);
  expect(document.title).toBe('Customer calls · Acme Meetings');
});

test('gives the keys to the meeting once it is there', async () => {
  const api = await start();
  expect(view.place.inert).toBe(true);

  host.show({ kind: 'clear' });

  expect(view.place.inert).toBe(false);
  expect(document.activeElement).toBe(api.getIFrame());
});

test.each([
  { kind: 'failed', failure: { kind: 'serverUnreachable' } },
  { kind: 'removed' },
  { kind: 'over' },
] as const)('$kind ends the frame', async (notice) => {
  const api = await start();
  host.show(notice);

  expect(api.disposed).toBe(true);
  expect(document.documentElement.outerHTML).not.toContain(TOKEN);
});

test('a failure stops a start that is under way', async () => {
  host.start(session({}, { scripts: [apiScript()] }));
  host.show({ kind: 'failed', failure: { kind: 'hostUnreachable' } });
  await new Promise((resolve) => setTimeout(resolve, 100));

  expect(FakeApi.made).toHaveLength(0);
  expect(host.names).toEqual(['pageReady']);
});

test('the token is in the frame’s own address and nowhere else', async () => {
  const api = await start();
  api.getIFrame().removeAttribute('src');

  expect(document.documentElement.outerHTML).not.toContain(TOKEN);
  expect(JSON.stringify(host.heard)).not.toContain(TOKEN);
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(TOKEN);
  const globals = Object.values(Object.getOwnPropertyDescriptors(window));
  expect(globals.some(({ value }) => typeof value === 'string' && value.includes(TOKEN))).toBe(
    false,
  );
});

test('switches the lobby on when it is told to', async () => {
  const api = await start();
  host.instruct({ do: 'setLobby' });
  expect(api.commands).toEqual(['toggleLobby true']);
});

test('asks who is in the room when it is told to', async () => {
  const api = await start();
  const ada = { id: 'a', role: 'moderator', displayName: 'Ada', userContext: { id: 'ada' } };
  api.rooms = Promise.resolve({ rooms: [{ participants: [ada] }] });
  host.instruct({ do: 'askRooms' });

  await vi.waitUntil(() => host.names.includes('roomsInfo'));
  const people = [{ id: 'a', role: 'moderator', person: 'ada' }];
  expect(host.heard.at(-1)).toEqual({ name: 'roomsInfo', data: { people } });
});

test.each([
  ['refuses', () => Promise.reject(new Error('no conference'))],
  ['has no such function', undefined],
])('a client that %s tells nobody', async (_, getRoomsInfo) => {
  const api = await start();
  Object.assign(api, { getRoomsInfo });
  const heard = [...host.heard];
  host.instruct({ do: 'askRooms' });
  api.emit('ready');

  await vi.waitUntil(() => host.names.includes('ready'));
  expect(host.heard).toEqual([...heard, { name: 'ready' }]);
});

test('close leaves the meeting, tells of it and takes the frame away', async () => {
  const api = await start();
  host.show({ kind: 'clear' });
  api.emit('videoConferenceJoined', { id: 'a' });
  host.instruct({ do: 'close' });
  expect(api.commands).toEqual(['hangup']);
  api.emit('videoConferenceLeft');
  await vi.waitUntil(() => api.disposed);

  expect(host.names).toContain('videoConferenceLeft');
  expect(document.documentElement.outerHTML).not.toContain(TOKEN);
});

test('a start after close has the last word', async () => {
  open(false);
  const first = await start();
  first.emit('videoConferenceJoined', { id: 'a' });
  host.instruct({ do: 'close' });
  const starting = start({ title: 'Board' });
  first.emit('videoConferenceLeft');
  const second = await starting;

  expect(first.commands).toEqual(['hangup']);
  expect(first.disposed).toBe(true);
  expect(second.disposed).toBe(false);
  expect(document.body.innerText).toContain('Joining Board…');
});

test('where the shell does not close the window, close says that it can be closed', async () => {
  open(false);
  await start();
  host.show({ kind: 'clear' });
  host.instruct({ do: 'close' });

  await expect.poll(() => document.body.innerText).toContain('You can close this tab.');
});

test('tells whether the network is there', () => {
  window.dispatchEvent(new Event('offline'));
  window.dispatchEvent(new Event('online'));

  expect(host.names).toEqual(['pageReady', 'offline', 'online']);
});

test('a shell that is gone leaves a running meeting alone', async () => {
  const api = await start();
  host.show({ kind: 'clear' });
  host.fail('shellGone');

  expect(api.disposed).toBe(false);
  expect(document.querySelector('[role=alertdialog]')).not.toBeVisible();
});

test('a shell that is gone before the meeting is said', () => {
  host.fail('linkUsed');

  expect(document.body.innerText).toContain('This link was already used');
});
