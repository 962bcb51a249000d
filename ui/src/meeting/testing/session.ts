/** A session as the shell sends it, and a text that stands for its token. */
import type { Session } from '../../bindings/Session';

export const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ2cGFhcyJ9.c2lnbmF0dXJl';

export function session(change: Partial<Session> = {}): Session {
  return {
    origin: 'https://8x8.vc',
    authority: '8x8.vc',
    scripts: [],
    room: 'vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe/standup',
    title: 'Daily stand-up',
    token: TOKEN,
    language: 'en',
    person: { name: 'Ada Lovelace', email: 'ada@acme.example' },
    options: { microphoneOn: true, cameraOn: false, prejoin: false, config: {} },
    brand: { name: 'Acme Meetings', accent: null, logo: null },
    ...change,
  };
}
