import type { MeetingTexts } from '../meeting';

import { endings, failure } from './failures';

export const meeting: MeetingTexts = {
  opening: 'Opening the meeting…',
  joining: (title) => `Joining ${title}…`,
  waiting: {
    script: (host) => `Waiting for ${host} to answer`,
    client: (host) => `${host} answered. Waiting for the meeting to load`,
    server: (host) => `The meeting is loaded. Waiting for ${host} to let you in`,
  },
  reconnecting: 'The connection was lost. Reconnecting…',
  refreshing: 'Refreshing the meeting. You will be back in a moment',
  removed: endings.removed,
  over: endings.endedForAll,
  left: endings.hungUp,
  closed: 'The meeting is closed',
  closes: 'This window closes by itself.',
  closeTab: 'You can close this tab.',
  failure,
  serverSaid: 'The server’s words:',
  faults: {
    noLink: {
      what: 'This page needs its link',
      why: 'A meeting’s page opens only from Roomkey, and once.',
      remedy: 'Start the meeting from Roomkey again.',
    },
    linkUsed: {
      what: 'This link was already used',
      why: 'A meeting’s link works once and for a short time.',
      remedy: 'Start the meeting from Roomkey again.',
    },
    shellGone: {
      what: 'Roomkey does not answer',
      why: 'It was closed, or it stopped.',
      remedy: 'Open Roomkey and start the meeting again.',
    },
  },
  tryAgain: 'Try again',
  back: 'Back',
};
