import type { inspector as en } from '../en/inspector';

export const inspector: typeof en = {
  title: 'Prüfstand',
  sections: {
    read: 'Lesen',
    prove: 'Nachweisen',
  },
  leads: {
    read: 'Was in einem Token steht, und was ein Server daraus macht.',
    prove: 'Öffnet echte Besprechungen mit Token jeder Art und vergleicht, was gewährt wird, mit dem, was gewährt werden soll.',
  },
  notOpened: 'Der Prüfstand ließ sich nicht öffnen',

  pasted: 'Token',
  pastedNote:
    'Allein, in einer Bearer-Kopfzeile, in einer Adresse mit ?jwt= oder in einer Protokollzeile. Es wird nirgends aufbewahrt.',
  readEmpty: 'Fügen Sie ein Token ein, um es erklärt zu sehen.',
  checkedWith: 'Geprüft mit',
  keys: {
    found: 'dem Schlüssel, den das Token nennt',
    public: 'einem öffentlichen Schlüssel',
    unchecked: 'keinem Schlüssel',
  },
  keyOf: (tenant) => `dem Schlüssel von ${tenant}`,
  publicKey: 'Öffentlicher Schlüssel',
  publicKeyNote: 'Der Text der Datei, wie ihn die JaaS-Konsole nimmt.',
  room: 'Raum',
  roomNote: 'Der betreten werden soll; leer: irgendeiner.',
  at: 'Zu welcher Zeit',
  atNote: 'Leer: jetzt.',
};
