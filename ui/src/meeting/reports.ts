/**
 * What the IFrame API tells, reduced to what the shell needs. Nothing else leaves this
 * page: no chat, no names of others, and nothing that looks like a token.
 */
import type { PageEvent } from '../bindings/PageEvent';

type Named<N extends PageEvent['name']> = Extract<PageEvent, { name: N }>;

/** The events that come from the meeting's frame; the page itself makes the others. */
export type FrameEventName = Exclude<
  PageEvent['name'],
  | 'pageReady'
  | 'scriptLoaded'
  | 'scriptFailed'
  | 'frameLoaded'
  | 'pageShown'
  | 'roomsInfo'
  | 'online'
  | 'offline'
  | 'tryAgain'
  | 'back'
>;

/** A report, or null where the event does not say what it is about. */
type Reports = { [N in FrameEventName]: (data: Fields) => Named<N> | null };

/** An event's data as the frame gave it: nothing about it is certain. */
type Fields = Record<string, unknown>;

/** The longest text that is handed on. */
const LONGEST = 500;

/** Three parts of base64url, the first of which begins a JSON object. */
const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]*/g;

const REPORTS: Reports = {
  browserSupport: (data) => ({
    name: 'browserSupport',
    data: { supported: data.supported !== false },
  }),
  ready: () => ({ name: 'ready' }),
  prejoinScreenLoaded: () => ({ name: 'prejoinScreenLoaded' }),
  videoConferenceJoined: (data) => ({
    name: 'videoConferenceJoined',
    data: { id: word(data.id), roomName: text(data.roomName), visitor: flag(data.visitor) },
  }),
  participantJoined: (data) => ({ name: 'participantJoined', data: { id: word(data.id) } }),
  participantLeft: (data) => ({ name: 'participantLeft', data: { id: word(data.id) } }),
  participantRoleChanged: (data) => ({
    name: 'participantRoleChanged',
    data: { id: word(data.id), role: word(data.role) },
  }),
  participantKickedOut: (data) => ({
    name: 'participantKickedOut',
    data: { local: fields(data.kicked).local === true },
  }),
  errorOccurred: (data) => {
    // The client wraps its error once; embedders have seen it bare, too.
    const error = 'error' in data ? fields(data.error) : data;
    return {
      name: 'errorOccurred',
      data: {
        name: word(error.name),
        kind: text(error.type),
        message: text(error.message),
        isFatal: flag(error.isFatal),
        params: texts(error.params),
        recoverable: flag(error.recoverable),
      },
    };
  },
  passwordRequired: () => ({ name: 'passwordRequired' }),
  cameraError: (data) => ({ name: 'cameraError', data: { kind: text(data.type) } }),
  micError: (data) => ({ name: 'micError', data: { kind: text(data.type) } }),
  audioMuteStatusChanged: ({ muted }) =>
    typeof muted === 'boolean' ? { name: 'audioMuteStatusChanged', data: { muted } } : null,
  videoMuteStatusChanged: ({ muted }) =>
    typeof muted === 'boolean' ? { name: 'videoMuteStatusChanged', data: { muted } } : null,
  screenSharingStatusChanged: ({ on }) =>
    typeof on === 'boolean' ? { name: 'screenSharingStatusChanged', data: { on } } : null,
  dominantSpeakerChanged: (data) => ({
    name: 'dominantSpeakerChanged',
    data: { id: word(data.id) },
  }),
  peerConnectionFailure: () => ({ name: 'peerConnectionFailure' }),
  dataChannelClosed: () => ({ name: 'dataChannelClosed' }),
  suspendDetected: () => ({ name: 'suspendDetected' }),
  videoConferenceLeft: () => ({ name: 'videoConferenceLeft' }),
  readyToClose: () => ({ name: 'readyToClose' }),
};

/** The names to listen to. */
export const FRAME_EVENTS = Object.keys(REPORTS) as FrameEventName[];

/** The report of one event of the frame, or null where it says nothing of use. */
export function report(name: FrameEventName, data: unknown): PageEvent | null {
  return REPORTS[name](fields(data));
}

/** Who is in the room, by an answer to `getRoomsInfo()`: ids and roles, and no names. */
export function roomsInfo(answer: unknown): PageEvent {
  const people = list(fields(answer).rooms)
    .flatMap((room) => list(fields(room).participants))
    .map(fields)
    .map(({ id, role, userContext }) => ({
      id: word(id),
      role: word(role),
      person: text(fields(userContext).id),
    }));
  return { name: 'roomsInfo', data: { people } };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function fields(data: unknown): Fields {
  return typeof data === 'object' && data !== null ? (data as Fields) : {};
}

function flag(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

function word(value: unknown): string {
  return text(value) ?? '';
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value.replace(TOKEN, '[token]').slice(0, LONGEST) : null;
}

function texts(value: unknown): string[] {
  return list(value)
    .filter((item) => typeof item === 'string')
    .map(word);
}
