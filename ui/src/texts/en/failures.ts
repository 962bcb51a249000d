import type { Failure } from '../../bindings/Failure';
import type { TokenRefusal } from '../../bindings/TokenRefusal';
import type { Ending } from '../../bindings/Ending';
import type { Explained } from '../explained';

/** Why a meeting did not come about, on the launcher and on the meeting page. */
export function failure(of: Failure): Explained {
  switch (of.kind) {
    case 'pageSilent':
      return {
        what: 'The meeting window does not start',
        why: 'It opened, and then said nothing.',
        remedy: 'Try again. If it happens again, choose another window in the preferences.',
      };
    case 'hostUnreachable':
      return {
        what: 'The meeting server does not answer',
        why: 'Roomkey could not reach it over this network.',
        remedy: 'Check the connection, or the VPN if your company uses one, and try again.',
      };
    case 'noIframeApi':
      return {
        what: 'This server does not offer meetings',
        why: 'It answers, but not with the Jitsi meeting script.',
        remedy: 'Ask whoever set up Roomkey whether the server’s name is right.',
      };
    case 'clientSilent':
      return {
        what: 'The meeting does not start',
        why: 'The server sent its page, and the page then said nothing.',
        remedy: 'Try again in a minute.',
      };
    case 'browserUnsupported':
      return {
        what: 'This window cannot show the meeting',
        why: 'The meeting needs a browser engine with WebRTC.',
        remedy: 'Choose another window for meetings in the preferences.',
      };
    case 'tokenRefused':
      return {
        what: 'The server refused your token',
        why: tokenRefusal[of.reason],
        remedy: of.clockSuspect ? SET_CLOCK : tokenRemedy[of.reason],
      };
    case 'roomRefused':
      return {
        what: 'This room is not open to you',
        why: 'The server says that your token is for another room.',
        remedy: 'Try again. If it happens again, tell whoever set up Roomkey.',
      };
    case 'roomFull':
      return {
        what: 'The room is full',
        why: 'As many people are in it as your company’s plan allows.',
        remedy: 'Try again when somebody has left.',
      };
    case 'lobbyRefused':
      return {
        what: 'You were not let in',
        why: 'A moderator turned down your request to join.',
        remedy: 'Ask the host, then try again.',
      };
    case 'serverUnreachable':
      return {
        what: 'There is no connection to the meeting',
        why: 'The server does not answer.',
        remedy: 'Check the connection and try again.',
      };
    case 'signingFailed':
      return {
        what: 'No token could be made',
        why: 'Roomkey could not sign with what is in the keyring.',
        remedy: 'Import the key or paste the secret again, in the settings under Key.',
      };
  }
}

const SET_CLOCK = 'Set this computer’s clock to automatic, then try again.';
const TELL_ADMIN = 'Tell whoever set up Roomkey.';
const AGAIN_OR_TELL = 'Try again. If it happens again, tell whoever set up Roomkey.';

const tokenRefusal: Record<TokenRefusal, string> = {
  expired: 'By the server’s clock, its time has run out.',
  notYetValid: 'By the server’s clock, it is not valid yet.',
  badSignature: 'Its signature does not fit the public key, or the secret, that the server has.',
  unknownKey: 'The server does not know the key id, or has not loaded its public key yet.',
  issuer: 'The server does not accept who issued it.',
  audience: 'The server does not accept whom it is for.',
  noContext: 'It says nothing about the person.',
  wrongTenant: 'Its key id and its AppID belong to different tenants.',
  malformed: 'The server could not read it.',
  missing: 'The server got none.',
  banned: 'It was banned, or you were.',
  other: 'The server gave a reason that Roomkey does not know.',
};

const tokenRemedy: Record<TokenRefusal, string> = {
  expired: 'Try again: Roomkey makes a fresh one.',
  notYetValid: SET_CLOCK,
  badSignature: 'Ask your admin to give the server the public key or the secret again; for JaaS, in its console.',
  unknownKey: 'Ask your admin to check the key id; for JaaS, in its console, page API Keys.',
  issuer: TELL_ADMIN,
  audience: TELL_ADMIN,
  noContext: TELL_ADMIN,
  wrongTenant: 'Ask your admin to check AppID and key id in the JaaS console.',
  malformed: AGAIN_OR_TELL,
  missing: AGAIN_OR_TELL,
  banned: 'Ask your admin to let you in again.',
  other: AGAIN_OR_TELL,
};

export const endings: Record<Ending, string> = {
  hungUp: 'You left the meeting',
  removed: 'A moderator removed you from the meeting',
  endedForAll: 'The meeting was ended for everyone',
  closed: 'The meeting window was closed',
};
