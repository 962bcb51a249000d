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
  couldNotImport: (_, why) => ({ what: 'That rollout file could not be opened', remedy: why }),
  couldNotJoin: (_, why) => ({ what: 'That room could not be joined', remedy: why }),
  couldNotRehearse: (_, why) => ({ what: 'The rehearsal could not be opened', remedy: why }),
  keyMissing: ({ tenant, signing }) => ({
    what: `The ${signing === 'secret' ? 'secret' : 'key'} is not in the keyring`,
    remedy: `Without it, no room of ${tenant} opens. Bring it in under Key in the settings, or open a rollout file that brings it.`,
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
  settingsDamaged: ({ path }) => ({
    what: 'The settings could not be read',
    remedy: `Roomkey starts with fresh ones. Mend ${path}, or set Roomkey up again: the old file is kept beside it as settings.damaged-1.json.`,
  }),
  settingsNewer: () => ({
    what: 'A newer Roomkey saved the settings',
    remedy:
      'They are used as far as this one knows them, and a copy is kept before the first change. Update Roomkey.',
  }),
  settingsUnreadable: ({ path }) => ({
    what: 'The settings can be neither read nor saved',
    remedy: `Roomkey starts with fresh ones and cannot keep them. Give yourself the right to read and change ${path}, and start Roomkey again.`,
  }),
  settingsWarning: ({ path }) => ({
    what: 'A part of the settings was not understood',
    remedy: `Roomkey leaves it as it is and goes on without it: ${path}`,
  }),
};
