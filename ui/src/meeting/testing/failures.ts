/** One failure of each kind. */
import type { Failure } from '../../bindings/Failure';

export const FAILURES: { [K in Failure['kind']]: Extract<Failure, { kind: K }> } = {
  pageSilent: { kind: 'pageSilent' },
  hostUnreachable: { kind: 'hostUnreachable' },
  noIframeApi: { kind: 'noIframeApi' },
  clientSilent: { kind: 'clientSilent' },
  browserUnsupported: { kind: 'browserUnsupported' },
  tokenRefused: {
    kind: 'tokenRefused',
    reason: 'expired',
    detail: 'Not acceptable by exp (8.0 sec since expired)',
    clockSuspect: false,
  },
  roomRefused: { kind: 'roomRefused', detail: 'Room and token mismatched' },
  roomFull: { kind: 'roomFull' },
  lobbyRefused: { kind: 'lobbyRefused' },
  serverUnreachable: { kind: 'serverUnreachable' },
  signingFailed: { kind: 'signingFailed' },
};
