import type { setup as en } from '../en/setup';

export const setup: typeof en = {
  welcome: 'Die Besprechungen Ihrer Firma, einen Klick entfernt',
  welcomeText: 'Raum wählen, und Sie sind drin: ohne Anmeldeseite, ohne Link, ohne Passwort.',
  setUp: 'Einrichten',
  setUpText: 'Mit den Kennungen und dem Schlüssel oder Geheimnis Ihres Besprechungsdienstes',
  tryOut: 'Ohne Konto proben',
  tryOutText: 'Kamera und Mikrofon in einer Besprechung nur auf diesem Rechner testen',
  otherLanguage: 'English',

  step: (step, steps) => `Schritt ${step} von ${steps}`,
  back: 'Zurück',
  next: 'Weiter',
  finish: 'Fertig',
  finishing: {
    key: 'Der Schlüssel wird abgelegt…',
    secret: 'Das Geheimnis wird abgelegt…',
    server: 'Wird abgelegt…',
  },

  who: 'Wer sind Sie?',
  whoText: 'Das sehen andere in einer Besprechung.',
  name: 'Name',
  email: 'E-Mail',
  optional: 'freiwillig',
  emailNote: 'Daher kommt Ihr Bild, sofern es eines gibt.',

  company: 'Ihre Firma',
  provider: 'Wer stellt Ihre Besprechungen bereit?',
  title: 'Name der Firma',
  titleNote: 'Er steht oben in diesem Fenster und auf den Symbolen.',
  appId: 'AppID',
  appIdNote: 'JaaS-Konsole, Seite „API Keys“, ganz oben.',
  keyId: 'Schlüssel-ID',
  keyIdNote:
    'JaaS-Konsole, Seite „API Keys“, neben Ihrem Schlüssel. Der Teil nach dem Schrägstrich genügt.',
  role: 'Wer hier beitritt,',
  roles: {
    moderator: 'moderiert',
    participant: 'nimmt teil',
    visitor: 'sieht zu',
  },
  roleNotes: {
    moderator: 'lässt ein, schaltet stumm, entfernt, beendet',
    participant: 'mit Ton, Bild und Bildschirm',
    visitor: 'ohne selbst zu sprechen',
  },
  otherServer: 'Anderer Server',
  domain: 'Server',
  domainNote: 'Für JaaS ist es 8x8.vc; eine Region heißt etwa frankfurt.8x8.vc.',

  signer: { key: 'Der Schlüssel', secret: 'Das Geheimnis', server: 'Die Räume' },
  key: 'Der Schlüssel',
  keyText:
    'Der private Schlüssel zu dieser Schlüssel-ID. Er kommt in den Schlüsselbund Ihres Systems und nirgends sonst hin.',
  keyOwnText: (provider) =>
    `Der private Schlüssel, dessen öffentliche Hälfte ${provider} bekommt. Er kommt in den Schlüsselbund Ihres Systems und nirgends sonst hin.`,
  drop: 'Ziehen Sie die Datei des Schlüssels hierher',
  dropNow: 'Loslassen, um den Schlüssel zu lesen',
  choose: 'Datei wählen',
  paste: 'Einfügen',
  reading: 'Der Schlüssel wird gelesen…',
  passphrase: 'Passwort des Schlüssels',
  unlock: 'Entsperren',
  keyRead: (bits) => `RSA-Schlüssel, ${bits} Bit`,
  keyReadNote: 'Er kann signieren. Abgelegt wird er, wenn Sie fertig sind.',
  otherKey: 'Anderen Schlüssel nehmen',
  fingerprint: 'Fingerabdruck des öffentlichen Schlüssels (SHA-256)',
  publicKey: (provider) => `Der öffentliche Schlüssel, für ${provider}`,
  copy: 'Kopieren',
  copied: 'Kopiert',

  rooms: 'Räume',
  roomsNote: 'Die ersten, einer je Zeile. Weitere können Sie jederzeit benennen.',
  roomsMadeNote: (provider) =>
    `${provider} legt Räume selbst an. Schreiben Sie IDs oder Namen vorhandener, einer je Zeile; neue entstehen in den Einstellungen.`,
  roomsExample: 'Teamrunde\nKundengespräch',
  roomLine: (line, room) => `Zeile ${line}, „${room}“:`,
};
