/**
 * The meeting's frame: made from a session, heard, and taken away again. The token goes
 * into the frame's own address and is kept nowhere else on this page.
 */
import type { PageEvent } from '../bindings/PageEvent';
import type { Session } from '../bindings/Session';

import { FRAME_EVENTS, report, roomsInfo } from './reports';
import type { FrameApi, FrameApiClass } from './script';

/** How long a client has to say goodbye to the others, in ms. */
const FAREWELL = 1000;

export class Frame {
  readonly #api: FrameApi;
  #tell: (event: PageEvent) => void;
  #joined = false;
  #disposed = false;
  #leaving: Promise<void> | null = null;
  #left: () => void = () => {};

  /** Makes the frame in `place`; throws what the API's constructor throws. */
  constructor(
    Api: FrameApiClass,
    session: Session,
    place: HTMLElement,
    tell: (event: PageEvent) => void,
  ) {
    this.#tell = tell;
    this.#api = new Api(session.authority, { ...frameOptions(session), parentNode: place });
    for (const name of FRAME_EVENTS) {
      this.#api.addListener(name, (data) => this.#hear(report(name, data)));
    }
    const element = this.#api.getIFrame();
    element.title = session.title;
    element.addEventListener('load', () => this.#hear({ name: 'frameLoaded' }));
  }

  /** Gives the keys to the meeting. */
  focus(): void {
    this.#api.getIFrame().focus();
  }

  /** Switches the room's lobby on, which the client lets a moderator do. */
  setLobby(): void {
    this.#api.executeCommand('toggleLobby', true);
  }

  /** Reports who is in the room; nothing where the client gives no answer. */
  async askRooms(): Promise<void> {
    try {
      this.#hear(roomsInfo(await this.#api.getRoomsInfo()));
    } catch {
      // An old client has no such function, or refuses. Whoever asked waits only so long.
    }
  }

  /** Reports nothing from here on. */
  mute(): void {
    this.#tell = () => {};
  }

  /**
   * Leaves the meeting if one is joined, so that the others do not see a ghost, and
   * resolves when that is done or has taken too long.
   */
  async leave(patience: number = FAREWELL): Promise<void> {
    if (!this.#joined || this.#disposed) return;
    this.#leaving ??= new Promise((resolve) => {
      this.#left = resolve;
      setTimeout(resolve, patience);
      this.#api.executeCommand('hangup');
    });
    await this.#leaving;
  }

  /** Takes the frame away, and with it the only copy of the token. */
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
function frameOptions({ room, token, language, person, options }: Session): object {
  const { config } = options;
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
