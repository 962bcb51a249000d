/** Sessions as the shell sends them, and a text that stands for their token. */
import type { Session } from '../../bindings/Session';
import type { SessionFrame } from '../../bindings/SessionFrame';
import type { ApiFrame } from '../frame';
import type { ShownPage } from '../provider-page';

export const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ2cGFhcyJ9.c2lnbmF0dXJl';

/** A meeting of JaaS, but for what is said otherwise of it and of its frame. */
export function session(change: Partial<Session> = {}, frame: Partial<ApiFrame> = {}): Session {
  const whole: ApiFrame = {
    kind: 'iframeApi',
    authority: '8x8.vc',
    scripts: [],
    room: 'vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe/standup',
    token: TOKEN,
    config: {},
    ...frame,
  };
  return { ...sessionOf('https://8x8.vc', whole), ...change };
}

/** A meeting on a page that this test's own server shows. */
export function pageSession(path: string, leaves: ShownPage['leaves']): Session {
  const { href, origin } = new URL(path, window.location.origin);
  return sessionOf(origin, { kind: 'page', address: `${href}?token=${TOKEN}`, leaves });
}

function sessionOf(origin: string, frame: SessionFrame): Session {
  return {
    origin,
    frame,
    title: 'Daily stand-up',
    language: 'en',
    person: { name: 'Ada Lovelace', email: 'ada@acme.example' },
    options: { microphoneOn: true, cameraOn: false, prejoin: false },
    brand: { name: 'Acme Meetings', accent: null, logo: null },
  };
}
