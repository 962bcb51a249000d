/**
 * The meeting page: does what the shell says and reports what happens. It decides
 * nothing; what an event means and what is to be done is the shell's to know.
 */
import type { Instruction } from '../bindings/Instruction';
import type { Notice } from '../bindings/Notice';
import type { Session } from '../bindings/Session';

import { Frame } from './frame';
import type { MeetingHost } from './host';
import { type LoadedApi, loadApi } from './script';
import type { View } from './view';

export class MeetingPage {
  readonly #host: MeetingHost;
  readonly #view: View;
  #api: LoadedApi | null = null;
  #frame: Frame | null = null;
  /** Counts the starts, so that one that was overtaken stops. */
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
      case 'close':
        void this.#close();
        break;
    }
  }

  async #start(session: Session): Promise<void> {
    const turn = ++this.#turn;
    this.#view.begin(session);
    await this.#dropFrame();
    const api = await this.#loadApi(session.scripts);
    if (turn !== this.#turn) return;
    if (!api) {
      this.#host.send({ name: 'scriptFailed' });
      return;
    }
    const { origin, pathname: path } = new URL(api.address);
    this.#host.send({ name: 'scriptLoaded', data: { origin, path } });
    try {
      this.#frame = new Frame(api.Api, session, this.#view.place, (event) => this.#host.send(event));
    } catch {
      this.#host.send({ name: 'scriptFailed' });
    }
  }

  #show(notice: Notice): void {
    const final = notice.kind === 'failed' || notice.kind === 'removed' || notice.kind === 'over';
    if (final) {
      this.#turn++;
      this.#frame?.dispose();
      this.#frame = null;
    }
    this.#view.show(notice);
    if (notice.kind === 'clear') this.#frame?.focus();
  }
