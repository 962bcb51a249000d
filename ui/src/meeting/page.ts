/**
 * The meeting page: does what the shell says and reports what happens. It decides
 * nothing; what an event means and what is to be done is the shell's to know.
 */
import type { Instruction } from '../bindings/Instruction';
import type { Notice } from '../bindings/Notice';
import type { PageEvent } from '../bindings/PageEvent';
import type { Session } from '../bindings/Session';

import type { ApiFrame, MeetingFrame } from './frame';
import { Frame } from './frame';
import type { MeetingHost } from './host';
import { ProviderPage } from './provider-page';
import type { LoadedApi, NoApi } from './script';
import { loadApi } from './script';
import type { View } from './view';

export class MeetingPage {
  readonly #host: MeetingHost;
  readonly #view: View;
  #loaded: LoadedApi | null = null;
  #frame: MeetingFrame | null = null;
  readonly #tell = (event: PageEvent) => this.#host.send(event);
  /** Counts the starts and the ends, so that a start that was overtaken stops. */
  #turn = 0;

  constructor(host: MeetingHost, view: View) {
    this.#host = host;
    this.#view = view;
  }

  /** Begins to listen and to report. */
  open(): void {
    this.#view.onChoice((name) => this.#host.send({ name }));
    this.#host.onInstruction((instruction) => this.#follow(instruction));
    this.#host.onFault((fault) => {
      // A meeting that runs is left running: the person can hang up in it.
      if (!this.#frame) this.#view.showFault(fault);
    });
    for (const name of ['online', 'offline'] as const) {
      window.addEventListener(name, () => this.#host.send({ name }));
    }
    this.#host.send({ name: 'pageReady' });
  }

  #follow(instruction: Instruction): void {
    switch (instruction.do) {
      case 'start':
        void this.#start(instruction.session);
        break;
      case 'show':
        this.#show(instruction.notice);
        break;
      case 'setLobby':
        this.#frame?.setLobby();
        break;
      case 'askRooms':
        void this.#frame?.askRooms();
        break;
      case 'close':
        void this.#close();
        break;
    }
  }

  async #start(session: Session): Promise<void> {
    const turn = ++this.#turn;
    this.#view.begin(session);
    switch (session.frame.kind) {
      case 'iframeApi':
        await this.#startApi(turn, session.frame, session);
        break;
      case 'page':
        await this.#retire();
        if (turn !== this.#turn) return;
        this.#frame = new ProviderPage(session.frame, session, this.#view.place, this.#tell);
        break;
    }
  }

  async #startApi(turn: number, frame: ApiFrame, session: Session): Promise<void> {
    const [loaded] = await Promise.all([this.#load(frame.scripts), this.#retire()]);
    if (turn !== this.#turn) return;
    if (!('Api' in loaded)) {
      this.#host.send({ name: 'scriptFailed', data: { answered: loaded.answered } });
      return;
    }
    const { origin, pathname: path } = new URL(loaded.address);
    this.#host.send({ name: 'scriptLoaded', data: { origin, path } });
    try {
      this.#frame = new Frame(loaded.Api, frame, session, this.#view.place, this.#tell);
    } catch {
      this.#view.place.replaceChildren();
      this.#host.send({ name: 'scriptFailed', data: { answered: true } });
    }
  }

  #show(notice: Notice): void {
    switch (notice.kind) {
      case 'failed':
      case 'removed':
      case 'over':
        this.#turn++;
        this.#drop();
        break;
      case 'clear':
      case 'joining':
      case 'waiting':
      case 'refreshing':
      case 'reconnecting':
        break;
    }
    this.#view.show(notice);
    if (notice.kind === 'clear') this.#frame?.focus();
  }

  /** Leaves the meeting, if one is joined, and says that it is over. */
  async #close(): Promise<void> {
    const turn = ++this.#turn;
    const frame = this.#frame;
    await frame?.leave();
    if (turn !== this.#turn) return;
    this.#drop();
    this.#view.end();
  }

  /** Gives the API that is there, or loads it. */
  async #load(scripts: readonly string[]): Promise<LoadedApi | NoApi> {
    if (this.#loaded && scripts.includes(this.#loaded.address)) return this.#loaded;
    const loaded = await loadApi(scripts);
    if ('Api' in loaded) this.#loaded = loaded;
    return loaded;
  }

  /** Leaves the meeting in the old frame and takes the frame away, unheard. */
  async #retire(): Promise<void> {
    const frame = this.#frame;
    this.#frame = null;
    frame?.mute();
    await frame?.leave();
    frame?.dispose();
  }

  #drop(): void {
    this.#frame?.dispose();
    this.#frame = null;
  }
}
