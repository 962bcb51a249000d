import { expect, test } from 'vitest';

import type { PageEvent } from '../bindings/PageEvent';

import { report, roomsInfo } from './reports';
import type { FrameEventName } from './reports';
import { TOKEN } from './testing/session';

/** What the client's events look like, and what becomes of them. */
const CASES: [FrameEventName, unknown, PageEvent | null][] = [
  ['ready', {}, { name: 'ready' }],
  ['browserSupport', { supported: false }, { name: 'browserSupport', data: { supported: false } }],
  ['browserSupport', {}, { name: 'browserSupport', data: { supported: true } }],
  [
    'videoConferenceJoined',
    {
      roomName: 'standup',
      id: 'c751f89c',
      displayName: 'Ada',
      formattedDisplayName: 'Ada (me)',
      email: 'ada@acme.example',
      breakoutRoom: false,
      visitor: false,
    },
    {
      name: 'videoConferenceJoined',
      data: { id: 'c751f89c', roomName: 'standup', visitor: false },
    },
  ],
  [
    'participantJoined',
    { id: 'b2', displayName: 'Grace' },
    { name: 'participantJoined', data: { id: 'b2' } },
  ],
  [
    'participantRoleChanged',
    { id: 'c751f89c', role: 'moderator' },
    { name: 'participantRoleChanged', data: { id: 'c751f89c', role: 'moderator' } },
  ],
  [
    'participantKickedOut',
    { kicked: { id: 'local', local: true }, kicker: { id: 'b2', local: false } },
    { name: 'participantKickedOut', data: { local: true } },
  ],
  [
    'participantKickedOut',
    { kicked: { id: 'b2', local: false }, kicker: { id: 'local', local: true } },
    { name: 'participantKickedOut', data: { local: false } },
  ],
  [
    'errorOccurred',
    {
      error: {
        name: 'connection.passwordRequired',
        type: 'CONNECTION',
        message: 'invalid &apos;iss&apos; claim',
        isFatal: false,
        details: { url: `https://8x8.vc/room?jwt=${TOKEN}` },
      },
    },
    {
      name: 'errorOccurred',
      data: {
        name: 'connection.passwordRequired',
        kind: 'CONNECTION',
        message: 'invalid &apos;iss&apos; claim',
        isFatal: false,
        params: [],
        recoverable: null,
      },
    },
  ],
  [
    'errorOccurred',
    {
      name: 'conference.connectionError.notAllowed',
      type: 'CONFERENCE',
      params: ['general', 'Room and token mismatched', 7],
      recoverable: true,
    },
    {
      name: 'errorOccurred',
      data: {
        name: 'conference.connectionError.notAllowed',
        kind: 'CONFERENCE',
        message: null,
        isFatal: null,
        params: ['general', 'Room and token mismatched'],
        recoverable: true,
      },
    },
  ],
  [
    'cameraError',
    { type: 'gum.permission_denied', message: 'Permission denied' },
    { name: 'cameraError', data: { kind: 'gum.permission_denied' } },
  ],
  [
    'audioMuteStatusChanged',
    { muted: true },
    { name: 'audioMuteStatusChanged', data: { muted: true } },
  ],
  ['audioMuteStatusChanged', {}, null],
  [
    'screenSharingStatusChanged',
    { on: true, details: { sourceType: 'screen' } },
    { name: 'screenSharingStatusChanged', data: { on: true } },
  ],
  ['readyToClose', undefined, { name: 'readyToClose' }],
  ['participantLeft', 'nonsense', { name: 'participantLeft', data: { id: '' } }],
];

test.each(CASES)('%s %j', (name, heard, told) => {
  expect(report(name, heard)).toEqual(told);
});

test('texts are cut', () => {
  const told = report('errorOccurred', { error: { message: 'x'.repeat(900) } });

  expect(told).toHaveProperty('data.message', 'x'.repeat(500));
});

test('nothing that looks like a token is handed on', () => {
  const told = report('errorOccurred', {
    error: { name: TOKEN, message: `no entry for ?jwt=${TOKEN}&lang=de`, params: [TOKEN] },
  });

  expect(JSON.stringify(told)).not.toContain('eyJ');
  expect(told).toHaveProperty('data.message', 'no entry for ?jwt=[token]&lang=de');
});

test('a token at the cut leaves no part of itself', () => {
  const told = report('errorOccurred', { error: { message: `${'x'.repeat(490)}${TOKEN}` } });

  expect(JSON.stringify(told)).not.toContain('eyJ');
});

test('of the people in the room there are ids and roles, and no names', () => {
  const ada = {
    id: 'a',
    jid: 'standup@conference.8x8.vc/a',
    role: 'moderator',
    displayName: 'Ada',
    email: 'ada@acme.example',
    userContext: { id: 'ada', name: 'Ada', moderator: 'true' },
  };
  const answer = {
    rooms: [{ isMainRoom: true, participants: [ada, { id: 'b' }] }, { participants: ['odd'] }],
  };

  expect(roomsInfo(answer)).toEqual({
    name: 'roomsInfo',
    data: {
      people: [
        { id: 'a', role: 'moderator', person: 'ada' },
        { id: 'b', role: '', person: null },
        { id: '', role: '', person: null },
      ],
    },
  });
});

test.each([undefined, null, 7, 'rooms', {}, { rooms: 'none' }, { rooms: [null, {}, 7] }])(
  'an answer like %j names nobody',
  (answer) => {
    expect(roomsInfo(answer)).toEqual({ name: 'roomsInfo', data: { people: [] } });
  },
);
