import type { Failure } from '../../bindings/Failure';
import type { TokenRefusal } from '../../bindings/TokenRefusal';
import type { Ending } from '../../bindings/Ending';
import type { Explained } from '../explained';

/** Why a meeting did not come about, on the launcher and on the meeting page. */
export function failure(of: Failure): Explained {
  switch (of.kind) {
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
        what: 'The server refused your key',
        why: tokenRefusal[of.reason],
        remedy: tokenRemedy[of.reason],
      };
    case 'roomRefused':
      return {
        what: 'This room is not open to you',
        why: 'The server says that your key is for another room.',
        remedy: 'Try again. If it happens again, tell whoever set up Roomkey.',
      };
    case 'lobbyRefused':
      return {
        what: 'You were not let in',
        why: 'A moderator turned down your request to join.',
        remedy: 'Ask the host, then try again.',
      };
    case 'serverUnreachable':
      return {
        what: 'The connection to the meeting is gone',
        why: 'The server stopped answering.',
        remedy: 'Check the connection and try again.',
      };
    case 'signingFailed':
      return {
        what: 'Your key could not be used',
        why: 'Roomkey could not sign with the key in the keyring.',
        remedy: 'Set the key up once more.',
      };
  }
}

const tokenRefusal: Record<TokenRefusal, string> = {
  expired: 'It says that the key’s time has run out. Most often this computer’s clock is slow.',
  notYetValid: 'It says that the key is not valid yet. Most often this computer’s clock is fast.',
  badSignature: 'The private key here does not fit the public key at 8x8.',
  unknownKey: 'It does not know the key id, or has not loaded the public key yet.',
  issuer: 'It does not accept who issued the key.',
  audience: 'It does not accept whom the key is for.',
  noContext: 'The key says nothing about the person.',
  wrongTenant: 'Key id and AppID belong to different companies.',
  malformed: 'It could not read the key.',
  missing: 'It got no key at all.',
  other: 'It gave a reason that Roomkey does not know.',
};

const tokenRemedy: Record<TokenRefusal, string> = {
  expired: 'Set the clock to automatic, then try again.',
  notYetValid: 'Set the clock to automatic, then try again.',
  badSignature: 'Ask your admin to upload the public key in the console again.',
  unknownKey: 'Ask your admin to check the key id under API Keys in the console.',
  issuer: 'Tell whoever set up Roomkey.',
  audience: 'Tell whoever set up Roomkey.',
  noContext: 'Tell whoever set up Roomkey.',
  wrongTenant: 'Ask your admin to check AppID and key id in the console.',
  malformed: 'Try again. If it happens again, tell whoever set up Roomkey.',
  missing: 'Try again. If it happens again, tell whoever set up Roomkey.',
  other: 'Try again. If it happens again, tell whoever set up Roomkey.',
};

export const endings: Record<Ending, string> = {
  hungUp: 'You left the meeting',
  removed: 'A moderator removed you from the meeting',
  endedForAll: 'The meeting was ended for everyone',
  closed: 'The meeting window was closed',
};
