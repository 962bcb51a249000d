/**
 * The meeting's frame: made from a session, heard, and taken away again. The token goes
 * into the frame's own address and is kept nowhere else on this page.
 */
import type { PageEvent } from '../bindings/PageEvent';
import type { Session } from '../bindings/Session';
import type { SessionFrame } from '../bindings/SessionFrame';

import { FRAME_EVENTS, report, roomsInfo } from './reports';
import type { FrameApi, FrameApiClass } from './script';

/** How long a client has to say goodbye to the others, in ms. */
export const FAREWELL = 1000;

/** What can be asked of a meeting's frame, whatever it is made of. */
export interface MeetingFrame {
  /** Gives the keys to the meeting. */
  focus(): void;
  /** Switches the room's lobby on, where the meeting can be told to. */
  setLobby(): void;
  /** Reports who is in the room; nothing where the meeting gives no answer. */
  askRooms(): Promise<void>;
  /** Reports nothing from here on. */
  mute(): void;
  /**
   * Leaves the meeting if one is joined, so that the others do not see a ghost, and
   * resolves when that is done or has taken too long.
   */
  leave(): Promise<void>;
  /** Takes the frame away, and with it the only copy of the token. */
  dispose(): void;
}

/** A part of the session: what Jitsi's IFrame API needs. */
export type ApiFrame = Extract<SessionFrame, { kind: 'iframeApi' }>;

/** A frame that Jitsi's IFrame API makes. */
export class Frame implements MeetingFrame {
  readonly #api: FrameApi;
  #tell: (event: PageEvent) => void;
  #joined = false;
  #disposed = false;
  #leaving: Promise<void> | null = null;
  #left: () => void = () => {};

  /** Makes the frame in `place`; throws what the API's constructor throws. */
  constructor(
    Api: FrameApiClass,
    frame: ApiFrame,
    session: Session,
    place: HTMLElement,
    tell: (event: PageEvent) => void,
  ) {
    this.#tell = tell;
    this.#api = new Api(frame.authority, { ...frameOptions(frame, session), parentNode: place });
    for (const name of FRAME_EVENTS) {
      this.#api.addListener(name, (data) => this.#hear(report(name, data)));
    }
    const element = this.#api.getIFrame();
    element.title = session.title;
    element.addEventListener('load', () => this.#hear({ name: 'frameLoaded' }));
  }

  focus(): void {
    this.#api.getIFrame().focus();
  }

  /** The client lets a moderator do this. */
  setLobby(): void {
    this.#api.executeCommand('toggleLobby', true);
  }

  async askRooms(): Promise<void> {
    try {
      this.#hear(roomsInfo(await this.#api.getRoomsInfo()));
    } catch {
      // An old client has no such function, or refuses. Whoever asked waits only so long.
    }
  }

  mute(): void {
    this.#tell = () => {};
  }

  async leave(patience: number = FAREWELL): Promise<void> {
    if (!this.#joined || this.#disposed) return;
    this.#leaving ??= new Promise((resolve) => {
      this.#left = resolve;
      setTimeout(resolve, patience);
      this.#api.executeCommand('hangup');
    });
    await this.#leaving;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#api.dispose();
  }

  #hear(event: PageEvent | null): void {
    if (this.#disposed || !event) return;
    if (event.name === 'videoConferenceJoined') this.#joined = true;
    if (event.name === 'videoConferenceLeft') {
      this.#joined = false;
      this.#left();
    }
    this.#tell(event);
  }
}

/** The options of the IFrame API's constructor. */
function frameOptions({ room, token, config }: ApiFrame, session: Session): object {
  const { language, person, options } = session;
  return {
    roomName: room,
    jwt: token,
    lang: language,
    width: '100%',
    height: '100%',
    userInfo: { displayName: person.name, email: person.email },
    configOverwrite: {
      disableInviteFunctions: true,
      ...config,
      prejoinConfig: { ...(config.prejoinConfig as object), enabled: options.prejoin },
      startWithAudioMuted: !options.microphoneOn,
      startWithVideoMuted: !options.cameraOn,
      deeplinking: { disabled: true },
      // The shell says the word when a meeting is ended for all; the client would wait for a click.
      notifyOnConferenceDestruction: false,
    },
  };
}
