/**
 * An IFrame API that makes its frame as the real one does, the token in the address, and
 * says what a test tells it to say. `apiScript` gives the address of a script that puts
 * it in place.
 */
import type { Command, FrameApi } from '../script';

/** A page for the frame, which loads as late as a real one. */
const A_PAGE = URL.createObjectURL(new Blob(['<!doctype html>'], { type: 'text/html' }));

/** The options of the real constructor that the page gives. */
export interface ApiOptions {
  roomName: string;
  jwt: string;
  lang: string;
  width: string;
  height: string;
  parentNode: HTMLElement;
  userInfo: { displayName: string; email: string };
  configOverwrite: Record<string, unknown>;
}

export class FakeApi implements FrameApi {
  /** Every one that was made since the last test, oldest first. */
  static made: FakeApi[] = [];

  readonly authority: string;
  readonly options: ApiOptions;
  readonly commands: string[] = [];
  disposed = false;
  /** What the client answers to `getRoomsInfo()`. */
  rooms: Promise<unknown> = new Promise(() => {});
  readonly #frame = document.createElement('iframe');
  readonly #listeners = new Map<string, (data: unknown) => void>();

  constructor(authority: string, options: ApiOptions) {
    this.authority = authority;
    this.options = options;
    this.#frame.src = `${A_PAGE}#jwt=${options.jwt}`;
    this.#frame.style.width = options.width;
    this.#frame.style.height = options.height;
    options.parentNode.append(this.#frame);
    FakeApi.made.push(this);
  }

  /** The newest one. */
  static get last(): FakeApi {
    const last = FakeApi.made.at(-1);
    if (!last) throw new Error('no frame was made');
    return last;
  }

  /** Tells the page something, as the frame's client would. */
  emit(name: string, data: unknown = {}): void {
    this.#listeners.get(name)?.(data);
  }

  getRoomsInfo(): Promise<unknown> {
    return this.rooms;
  }

  addListener(name: string, listener: (data: unknown) => void): void {
    this.#listeners.set(name, listener);
  }

  executeCommand(...command: Command): void {
    this.commands.push(command.join(' '));
  }

  getIFrame(): HTMLIFrameElement {
    return this.#frame;
  }

  dispose(): void {
    this.disposed = true;
    this.#frame.remove();
  }
}

declare global {
  interface Window {
    fakeApi?: unknown;
  }
}

/** The address of a script that gives the API. */
export function apiScript(): string {
  window.fakeApi = FakeApi;
  return scriptOf('window.JitsiMeetExternalAPI = window.fakeApi;');
}

/** The address of a script with that text. */
export function scriptOf(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

/** An address where nothing is. */
export function nowhere(): string {
  const address = scriptOf('');
  URL.revokeObjectURL(address);
  return address;
}
