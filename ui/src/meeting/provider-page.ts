/**
 * A frame that shows the provider's own page. The page is told everything in its address
 * and tells little: that it was left, and how it says so differs.
 */
import type { PageEvent } from '../bindings/PageEvent';
import type { Session } from '../bindings/Session';
import type { SessionFrame } from '../bindings/SessionFrame';

import type { MeetingFrame } from './frame';
import { FAREWELL } from './frame';

/** A part of the session: which page, and how it says that it was left. */
export type ShownPage = Extract<SessionFrame, { kind: 'page' }>;

export class ProviderPage implements MeetingFrame {
  readonly #frame = document.createElement('iframe');
  readonly #origin: string;
  readonly #leaves: ShownPage['leaves'];
  readonly #unheard = new AbortController();
  #tell: (event: PageEvent) => void;
  #shown = false;
  #left: () => void = () => {};

  /** Makes the frame in `place`. */
  constructor(
    { address, leaves }: ShownPage,
    { origin, title }: Session,
    place: HTMLElement,
    tell: (event: PageEvent) => void,
  ) {
    this.#origin = origin;
    this.#leaves = leaves;
    this.#tell = tell;
    const { signal } = this.#unheard;
    this.#frame.addEventListener('load', () => this.#loaded(), { signal });
    window.addEventListener('message', (message) => this.#hear(message), { signal });
    this.#frame.title = title;
    this.#frame.allow = 'camera; microphone; display-capture; autoplay; fullscreen';
    this.#frame.referrerPolicy = 'no-referrer';
    this.#frame.src = address;
    place.append(this.#frame);
  }

  focus(): void {
    this.#frame.focus();
  }

  setLobby(): void {
    // Who waits is said in the page's address, or by the room itself.
  }

  async askRooms(): Promise<void> {
    // The page does not tell who is there.
  }

  mute(): void {
    this.#tell = () => {};
  }

  async leave(patience: number = FAREWELL): Promise<void> {
    if (this.#leaves === 'loads' || !this.#shown || this.#unheard.signal.aborted) return;
    await new Promise<void>((resolve) => {
      this.#left = resolve;
      setTimeout(resolve, patience);
      const wish = JSON.stringify({ type: 'leaveMeeting' });
      this.#frame.contentWindow?.postMessage(wish, this.#origin);
    });
  }

  dispose(): void {
    this.#unheard.abort();
    this.#frame.remove();
  }

  #loaded(): void {
    if (!this.#shown) {
      this.#shown = true;
      this.#tell({ name: 'frameLoaded' });
      this.#tell({ name: 'pageShown' });
    } else if (this.#leaves === 'loads') {
      this.#tell({ name: 'readyToClose' });
    }
  }

  #hear({ source, origin, data }: MessageEvent): void {
    if (this.#leaves !== 'says') return;
    if (source !== this.#frame.contentWindow || origin !== this.#origin) return;
    if (kindOf(data) !== 'callEnded') return;
    this.#left();
    this.#tell({ name: 'readyToClose' });
  }
}

/** What a message of the page is about. It comes as an object or as the JSON text of one. */
function kindOf(data: unknown): unknown {
  try {
    const message: unknown = typeof data === 'string' ? JSON.parse(data) : data;
    return (message as { type?: unknown } | null)?.type;
  } catch {
    return undefined;
  }
}
