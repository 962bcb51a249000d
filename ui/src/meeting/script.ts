/**
 * Loads the IFrame API from the tenant's host, so that it always fits the server. A script
 * that answers is not yet the API: some hosts answer every address with a page.
 */

/** What the page asks of the client, with its argument. */
export type Command = ['hangup'] | ['toggleLobby', boolean];

/** The part of the IFrame API's object that the meeting page uses. */
export interface FrameApi {
  addListener(name: string, listener: (data: unknown) => void): unknown;
  executeCommand(...command: Command): void;
  getIFrame(): HTMLIFrameElement;
  /** May never settle. */
  getRoomsInfo(): Promise<unknown>;
  dispose(): void;
}

export type FrameApiClass = new (authority: string, options: object) => FrameApi;

/** The API, and where it came from. */
export interface LoadedApi {
  address: string;
  Api: FrameApiClass;
}

/** No address gave the API. */
export interface NoApi {
  /** Whether something answered; null where the browser does not tell. */
  answered: boolean | null;
}

declare global {
  interface Window {
    /** Put there by the IFrame API's script. */
    JitsiMeetExternalAPI?: unknown;
  }
}

/** How long one address has to answer, in ms. */
const PATIENCE = 10_000;

/** The API from the first of `addresses` that gives it. */
export async function loadApi(
  addresses: readonly string[],
  patience: number = PATIENCE,
): Promise<LoadedApi | NoApi> {
  const outcomes: Outcome[] = [];
  for (const address of addresses) {
    delete window.JitsiMeetExternalAPI;
    const outcome = await loadScript(address, patience);
    const Api = window.JitsiMeetExternalAPI;
    if (outcome === 'ran' && typeof Api === 'function') {
      return { address, Api: Api as FrameApiClass };
    }
    outcomes.push(outcome);
  }
  if (outcomes.includes('ran')) return { answered: true };
  return { answered: outcomes.includes('failed') ? null : false };
}

/** `failed` may be a host that is not there, or one that has no such script. */
type Outcome = 'ran' | 'failed' | 'silent';

function loadScript(address: string, patience: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    const settle = (outcome: Outcome) => {
      clearTimeout(timer);
      script.remove();
      resolve(outcome);
    };
    const timer = setTimeout(() => settle('silent'), patience);
    script.addEventListener('load', () => settle('ran'));
    script.addEventListener('error', () => settle('failed'));
    script.referrerPolicy = 'no-referrer';
    script.src = address;
    document.head.append(script);
  });
}
