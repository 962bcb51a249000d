import type { Daytime } from '../daytime';
import type { launcher as en } from '../en/launcher';

const greetings: Record<Daytime, string> = {
  morning: 'Guten Morgen',
  day: 'Guten Tag',
  evening: 'Guten Abend',
};

export const launcher: typeof en = {
  greeting: (daytime, name) => `${greetings[daytime]}, ${name}`,
  joinAs: {
    moderator: 'Sie moderieren',
    participant: 'Sie nehmen teil',
    visitor: 'Sie sehen zu',
  },
  asRole: {
    moderator: 'Sie moderieren',
    participant: 'Sie nehmen teil',
    visitor: 'Sie sehen zu',
  },
  roleMeans: {
    moderator:
      'Sie können Personen einlassen, stummschalten und entfernen und die Besprechung beenden.',
    participant: 'Sie haben Mikrofon, Kamera und Bildschirm.',
    visitor: 'Zum Sprechen kann die Moderation Sie einladen.',
  },
  roleFrom: 'Das legt Ihre Firma fest.',
  roleDiffers: 'Wo es anders ist, steht es in der Liste beim Raum.',

  company: 'Firma',
  search: 'Raum suchen oder neu benennen',
  searchFirst: 'Benennen Sie Ihren ersten Raum',
  clear: 'Leeren',
  rooms: 'Räume',
  roomsFound: (count) =>
    count === 0 ? 'Kein solcher Raum' : count === 1 ? 'Ein Raum' : `${count} Räume`,

  join: 'Beitreten',
  joinRoom: (title) => `${title} beitreten`,
  opening: 'Wird geöffnet…',
  lastJoined: (when: string) => `zuletzt ${when}`,
  newRoom: (name) => `Neuer Raum · ${name}`,
  keepRoom: 'Merken',
  keepNewRoom: (title) => `${title} merken, ohne beizutreten`,
  more: (title) => `Mehr zu ${title}`,
  putOnDesktop: 'Auf den Schreibtisch legen',
  remove: 'Aus der Liste entfernen',

  emptyTitle: 'Noch keine Räume',
  emptyText: 'Benennen Sie einen und treten Sie bei; er bleibt dann hier stehen.',
  emptyAct: 'Raum benennen',

  onDesktop: (title) => `${title} liegt auf Ihrem Schreibtisch`,
  kept: (title) => `${title} steht in der Liste`,
  removed: (title) => `${title} wurde entfernt`,
  undo: 'Rückgängig',
  dismiss: 'Schließen',
  tryAgain: 'Erneut versuchen',
  notOpened: (title) => `${title} ging nicht auf`,

  meeting: {
    opening: 'Wird geöffnet…',
    prejoin: 'Bereit zum Beitreten',
    lobby: 'Sie warten auf Einlass',
    passwordAsked: 'Der Raum fragt nach seinem Passwort',
    joined: 'Sie sind drin',
    joinedAs: {
      moderator: 'Sie moderieren',
      participant: 'Sie nehmen teil',
      visitor: 'Sie sehen zu',
    },
    reconnecting: 'Verbindung wird wiederhergestellt…',
    renewing: 'Wird erneuert…',
    show: 'Zeigen',
    leave: 'Verlassen',
  },
  rehearsal: 'Probe',
  rehearsalOf: (title) => `Probe · ${title}`,

  arrival: 'So kommen Sie an',
  microphone: 'Mikrofon',
  camera: 'Kamera',
  on: 'an',
  off: 'aus',
  rehearse: 'Probe',
  rehearseTitle: 'Probe',
  rehearseText:
    'Eine Vorführung nur auf diesem Rechner, mit einem erdachten Mandanten: Sehen Sie, was Roomkey tut, wenn etwas schiefgeht.',
  rehearseCases: 'Wählen, was in der Probe geschieht',

  followLink: (host) => `${host} öffnen`,
  preferences: 'Einstellungen',
  you: 'Sie',
  language: 'Sprache',
  languageSystem: 'Wie das System',
  surface: 'Besprechungen öffnen in',
  surfaces: {
    auto: 'Was zu diesem Rechner am besten passt',
    embedded: 'Einem Fenster von Roomkey',
    chromium: 'Einem Chromium-Fenster',
    browser: 'Dem Browser des Systems',
  },
  addCompany: 'Weitere Firma einrichten',
  openKey: '„Schlüssel“ in den Einstellungen öffnen',
  allSettings: 'Alle Einstellungen',
  version: (version) => `Roomkey ${version}`,
  saved: 'Gespeichert',
  close: 'Schließen',
};
