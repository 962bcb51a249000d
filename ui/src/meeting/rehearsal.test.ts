/** The page with the rehearsal's own IFrame API, whose wire is Jitsi's. */
import { expect, test, vi } from 'vitest';

import api from '../../../src-tauri/crates/rehearsal/page/external_api.js?url';
import wire from '../../../src-tauri/crates/rehearsal/page/wire.js?url';

import { MeetingPage } from './page';
import { FakeHost } from './testing/fake-host';
import { TOKEN, session } from './testing/session';
import { View } from './view';

/** A client that joins at once and hangs up when it is told to. */
const CLIENT = `
  const fragment = new URLSearchParams(location.hash.slice(1));
  const { sendEvent } = openWire({
    scope: 'jitsi_meet_external_api_' + fragment.get('jitsi_meet_external_api_id'),
    peer: () => parent,
    origin: location.origin,
    onEvent: ({ name }) => {
      if (name === 'video-hangup') sendEvent({ name: 'video-conference-left' });
    },
  });
  sendEvent({ name: 'browser-support', supported: true });
  sendEvent({ name: 'ready' });
  sendEvent({ name: 'video-conference-joined', roomName: 'standup', id: 'c751f89c' });
  sendEvent({ name: 'participant-role-changed', id: 'c751f89c', role: 'moderator' });
  sendEvent({ name: 'participant-kicked-out', kicked: { id: 'b2', local: false } });
  sendEvent({ name: 'error-occurred', error: { name: 'connection.passwordRequired' } });
`;

test('a meeting from the first script to the close', async () => {
  const host = new FakeHost();
  new MeetingPage(host, new View(document.body, true)).open();
  await run(document, { src: wire });

  host.start(
    session(
      {},
      {
        authority: location.host,
        scripts: [new URL(api, location.origin).href],
        room: 'src/meeting/testing/room.html',
      },
    ),
  );
  await vi.waitUntil(() => host.names.includes('frameLoaded'));
  const room = frame()?.contentDocument;
  expect(room?.location.search).toContain(TOKEN);
  await run(room, { src: wire });
  await run(room, { textContent: CLIENT });
  await vi.waitUntil(() => host.names.includes('errorOccurred'));
  host.instruct({ do: 'close' });
  await vi.waitUntil(() => !frame());

  expect(host.names).toEqual([
    'pageReady',
    'scriptLoaded',
    'frameLoaded',
    'browserSupport',
    'ready',
    'videoConferenceJoined',
    'participantRoleChanged',
    'participantKickedOut',
    'errorOccurred',
    'videoConferenceLeft',
  ]);
  expect(host.heard).toContainEqual({ name: 'participantKickedOut', data: { local: false } });
  expect(host.heard).toContainEqual({
    name: 'participantRoleChanged',
    data: { id: 'c751f89c', role: 'moderator' },
  });
});

function frame(): HTMLIFrameElement | null {
  return document.querySelector('.place iframe');
}

/** Runs a script in a document; one from an address is waited for. */
async function run(place: Document | null | undefined, script: Partial<HTMLScriptElement>) {
  if (!place) throw new Error('there is no such document');
  const element = Object.assign(place.createElement('script'), script);
  const ran = new Promise((resolve) => element.addEventListener('load', resolve));
  place.head.append(element);
  if (script.src) await ran;
}
