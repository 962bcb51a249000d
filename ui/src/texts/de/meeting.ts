import type { MeetingTexts } from '../meeting';

import { endings, failure } from './failures';

export const meeting: MeetingTexts = {
  opening: 'Die Besprechung wird geöffnet…',
  joining: (title) => `Sie treten „${title}“ bei…`,
  waiting: {
    script: (host) => `${host} hat noch nicht geantwortet`,
    client: (host) => `${host} hat geantwortet, die Besprechung wird geladen`,
    server: (host) => `Die Besprechung ist geladen, ${host} hat Sie noch nicht eingelassen`,
  },
  reconnecting: 'Die Verbindung ist abgerissen und wird wiederhergestellt…',
  refreshing: 'Die Besprechung wird erneuert. Sie sind gleich wieder da',
  removed: endings.removed,
  over: endings.endedForAll,
  left: endings.hungUp,
  closed: 'Die Besprechung ist geschlossen',
  closes: 'Dieses Fenster schließt sich von selbst.',
  closeTab: 'Sie können diesen Tab schließen.',
  failure,
  serverSaid: 'Im Wortlaut des Servers:',
  faults: {
    noLink: {
      what: 'Dieser Seite fehlt ihr Link',
      why: 'Die Seite einer Besprechung öffnet sich nur aus Roomkey, und nur einmal.',
      remedy: 'Starten Sie die Besprechung noch einmal aus Roomkey.',
    },
    linkUsed: {
      what: 'Dieser Link wurde schon benutzt',
      why: 'Der Link einer Besprechung gilt einmal und nur kurze Zeit.',
      remedy: 'Starten Sie die Besprechung noch einmal aus Roomkey.',
    },
    shellGone: {
      what: 'Roomkey antwortet nicht',
      why: 'Es wurde geschlossen oder hat angehalten.',
      remedy: 'Öffnen Sie Roomkey und starten Sie die Besprechung noch einmal.',
    },
  },
  tryAgain: 'Erneut versuchen',
  back: 'Zurück',
};
