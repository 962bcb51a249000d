/**
 * Loads the IFrame API from the tenant's host, so that it always fits the server. A script
 * that answers is not yet the API: some hosts answer every address with a page.
 */

/** The part of the IFrame API's object that the meeting page uses. */
export interface FrameApi {
  addListener(name: string, listener: (data: unknown) => void): unknown;
  executeCommand(name: 'hangup'): void;
  getIFrame(): HTMLIFrameElement;
  dispose(): void;
}

export type FrameApiClass = new (authority: string, options: object) => FrameApi;

/** The API, and where it came from. */
export interface LoadedApi {
  address: string;
  Api: FrameApiClass;
}

declare global {
  interface Window {
    /** Put there by the IFrame API's script. */
    JitsiMeetExternalAPI?: unknown;
  }
}

/** How long one address has to answer, in ms. */
const PATIENCE = 10_000;

/** The first of `addresses` that gives the API, or null. */
export async function loadApi(
  addresses: readonly string[],
  patience: number = PATIENCE,
): Promise<LoadedApi | null> {
  for (const address of addresses) {
    delete window.JitsiMeetExternalAPI;
    const loaded = await loadScript(address, patience);
    const Api = window.JitsiMeetExternalAPI;
    if (loaded && typeof Api === 'function') return { address, Api: Api as FrameApiClass };
  }
  return null;
}

function loadScript(address: string, patience: number): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    const settle = (loaded: boolean) => {
      clearTimeout(timer);
      script.remove();
      resolve(loaded);
    };
    const timer = setTimeout(() => settle(false), patience);
    script.addEventListener('load', () => settle(true));
    script.addEventListener('error', () => settle(false));
    script.referrerPolicy = 'no-referrer';
    script.src = address;
    document.head.append(script);
  });
}
