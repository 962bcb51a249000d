import { COMMANDS, onLinux } from '../errors';
import type { NoticeTexts } from '../notices';
import { secondsInWords } from '../units';

export const notices: NoticeTexts = {
  clockSkew: ({ seconds }) => {
    const skew = Number(seconds);
    const by = secondsInWords('en', Math.abs(skew));
    return {
      what: `This computer’s clock is ${by} ${skew < 0 ? 'slow' : 'fast'}`,
      remedy:
        'Roomkey dates your tokens by the server’s clock, so meetings open all the same. Set the clock to automatic.',
    };
  },
  couldNotJoin: ({ message }) => ({
    what: 'That room could not be joined',
    remedy: message ?? 'Choose a room below.',
  }),
  keyMissing: () => ({
    what: 'The key is not in the keyring',
    remedy: 'Without it, no room of this company opens. Import it, or open a rollout file that brings it.',
  }),
  keyringAbsent: () => ({
    what: 'There is no keyring on this computer',
    remedy:
      'Roomkey keeps keys nowhere else. Install one, such as gnome-keyring or kwalletmanager, and log in again.',
    ...onLinux(COMMANDS.getKeyring),
  }),
  keyringLocked: () => ({
    what: 'The keyring is locked',
    remedy: 'Join a room and answer the keyring’s question with your login password.',
  }),
  noChromium: () => ({
    what: 'Meetings open in your browser',
    remedy:
      'With Chromium they have a window of their own, and camera and microphone need no question.',
    ...onLinux(COMMANDS.getChromium),
  }),
  settingsDamaged: ({ file }) => ({
    what: 'The settings could not be read',
    remedy: `Roomkey starts with fresh ones. The old ones are kept as ${file}.`,
  }),
  settingsWarning: ({ path }) => ({
    what: 'A part of the settings was not understood',
    remedy: `Roomkey leaves it as it is and goes on without it: ${path}`,
  }),
};
