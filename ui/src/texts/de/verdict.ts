import type { Role } from '../../bindings/Role';
import token from '../../../../src-tauri/crates/rehearsal/page/token_de.js';
import type { VerdictTexts } from '../verdict';

const AGAIN = 'Kopieren Sie das Token ganz.';

const inAs: Record<Role, string> = {
  moderator: 'als Moderator',
  participant: 'als Teilnehmer',
  visitor: 'als Zuschauer',
};

export const verdict: VerdictTexts = {
  somebody: 'die Person',
  accepted: (name, role, until) =>
    `JaaS ließe ${name} ${inAs[role]} ein, ${until === null ? 'für immer' : `bis ${until}`}.`,
  unproved: (name, role, until) =>
    `Mit der richtigen Signatur ließe JaaS ${name} ${inAs[role]} ein, ${until === null ? 'für immer' : `bis ${until}`}.`,
  refused: 'JaaS würde dieses Token ablehnen.',

  rules: token.rules,
  refusals: {
    tokenMissing: () => ({ what: 'Es gibt kein Token.', remedy: 'Treten Sie mit einem bei.' }),
    noDot: () => ({ what: 'Das ist kein Token: Es hat keine Punkte.', remedy: AGAIN }),
    headerUnreadable: () => ({ what: 'Der Kopf ist nicht lesbar.', remedy: AGAIN }),
    keyIdMissing: () => ({ what: 'Der Kopf nennt keinen Schlüssel.', remedy: 'Setzen Sie kid auf die Schlüssel-ID.' }),
    keyIdNotText: () => ({
      what: 'kid im Kopf ist kein Text.',
      remedy: 'Setzen Sie es auf die Schlüssel-ID, in Anführungszeichen.',
    }),
    keyIdIncomplete: () => ({
      what: 'kid im Kopf hat kein /.',
      remedy: 'Setzen Sie es auf die ganze Schlüssel-ID, AppID/ID.',
    }),
    keyUnknown: () => ({
      what: 'Unter dieser kid ist kein öffentlicher Schlüssel registriert.',
      remedy: 'Fügen Sie ihn in der JaaS-Konsole hinzu, oder berichtigen Sie die Schlüssel-ID.',
    }),
    notThreeParts: () => ({ what: 'Es hat nicht drei Teile mit Punkten dazwischen.', remedy: AGAIN }),
    bodyUnreadable: () => ({ what: 'Der Inhalt ist nicht lesbar.', remedy: AGAIN }),
    typ: () => ({ what: 'typ im Kopf ist nicht „JWT“.', remedy: 'Schreiben Sie es so, in Großbuchstaben.' }),
    alg: () => ({ what: 'alg im Kopf ist nicht „RS256“.', remedy: 'Signieren Sie mit RS256.' }),
    signature: () => ({
      what: 'Der registrierte Schlüssel hat das nicht signiert.',
      remedy: 'Signieren Sie mit dem privaten Schlüssel, dessen öffentliche Hälfte unter dieser kid registriert ist.',
    }),
    expNotNumber: () => ({
      what: 'exp ist keine Zahl.',
      remedy: 'Geben Sie ganze Sekunden seit 1970 an, ohne Anführungszeichen.',
    }),
    nbfNotNumber: () => ({
      what: 'nbf ist keine Zahl.',
      remedy: 'Geben Sie ganze Sekunden seit 1970 an, ohne Anführungszeichen.',
    }),
    expired: (when) => ({
      what: `Es ist abgelaufen: ${when}.`,
      remedy: 'Stellen Sie ein neues aus, und stellen Sie die Uhr richtig, wenn es neu ist.',
    }),
    notYetValid: (when) => ({
      what: `Es gilt erst ab ${when}.`,
      remedy: 'Stellen Sie die Uhr richtig, nach der es ausgestellt wurde: Der Server ist auf die Sekunde genau.',
    }),
    issuerMissing: () => ({ what: 'iss fehlt.', remedy: 'Setzen Sie es auf „chat“.' }),
    issuer: () => ({ what: 'iss wird nicht angenommen.', remedy: 'Setzen Sie es auf „chat“.' }),
    audienceMissing: () => ({ what: 'aud fehlt.', remedy: 'Setzen Sie es auf „jitsi“.' }),
    audience: () => ({ what: 'aud wird nicht angenommen.', remedy: 'Setzen Sie es auf den Text „jitsi“.' }),
    contextMissing: () => ({ what: 'context fehlt.', remedy: 'Ergänzen Sie es, mit Person und Funktionen.' }),
    tenantMissing: () => ({ what: 'sub fehlt.', remedy: 'Setzen Sie es auf die AppID.' }),
    tenantMismatch: () => ({
      what: 'sub und kid nennen verschiedene Mandanten.',
      remedy: 'Setzen Sie sub auf den Teil der Schlüssel-ID vor dem /.',
    }),
    roomMismatch: () => ({ what: 'Es gilt für einen anderen Raum.', remedy: 'Stellen Sie eines für diesen aus.' }),
  },
  unchecked: {
    noToken: 'Es gibt kein Token.',
    noHeader: 'Der Kopf ist nicht lesbar.',
    noBody: 'Der Inhalt ist nicht lesbar.',
    noKeyNamed: 'Das Token nennt keinen Schlüssel.',
    noKeyGiven: 'Niemand hat die Signatur geprüft: Es gab keinen öffentlichen Schlüssel dafür.',
    notThreeParts: 'Es sind nicht drei Teile.',
    noExp: 'Das Token hat kein exp, und der Server verlangt keines.',
    noNbf: 'Das Token hat kein nbf, und der Server verlangt keines.',
    noRoomGiven: 'Es war kein Raum zum Vergleich da.',
    noRoomNamed: 'Das Token nennt keinen Raum, und der Server öffnet dann jeden.',
    roomPattern: 'Der Raum ist ein Lua-Muster, das nur der Server vergleicht.',
  },
  clientCodes: {
    headerNotFound: () => 'Der Kopf ist leer.',
    payloadNotFound: () => 'Der Inhalt ist leer.',
    kidNotFound: () => 'Der Kopf hat keine kid.',
    kidMismatch: () => 'kid gehört nicht zum Mandanten in sub.',
    audInvalid: () => 'aud ist nicht „jitsi“.',
    issInvalid: () => 'iss ist nicht „chat“.',
    featuresNotFound: () => 'context.features fehlt.',
    nbfInvalid: () => 'nbf ist kein Zeitpunkt.',
    nbfFuture: () => 'nbf steht noch bevor.',
    expInvalid: () => 'exp fehlt oder ist kein Zeitpunkt.',
    tokenExpired: () => 'exp ist vorbei.',
    contextNotFound: () => 'context fehlt.',
    featureInvalid: (feature) => `Die Seite kennt die Funktion ${feature} nicht.`,
    featureValueInvalid: (feature) => `Die Funktion ${feature} ist weder true noch false.`,
  },

  outcomes: { pass: 'bestanden', fail: 'fehlgeschlagen', notChecked: 'nicht geprüft' },
  checks: 'Was der Server prüft',
  passed: (count) => (count === 1 ? 'Eine Prüfung bestanden' : `${count} Prüfungen bestanden`),
  checksLead: 'In der Reihenfolge der öffentlichen Servermodule von 8x8; der Server hört beim ersten Fehler auf.',
  serverSays: 'Die Worte des Servers',
  clientSays: 'Was die Webseite meldet',
  clientSaysLead: 'Hat der Server abgelehnt, sieht Jitsis eigene Seite noch einmal nach und meldet dies.',

  parts: 'Das Token',
  header: 'Kopf',
  body: 'Inhalt',
  signature: 'Signatur',
  signatureHidden: 'wird nicht gezeigt',
  unreadable: 'Nicht lesbar',

  claims: 'Was darin steht',
  claim: 'Angabe',
  value: 'Wert',
  meaning: 'Bedeutung',
  meanings: token.meanings,
  momentsMean: { exp: 'Gültig bis', nbf: 'Gültig ab', iat: 'Ausgestellt' },
  everyRoom: 'Jeder Raum des Mandanten',
  unknownFeature: 'Eine Funktion, die Roomkey nicht kennt',
  noMoment: 'kein lesbarer Zeitpunkt',

  grants: 'Was es erlaubt',
  role: 'Rolle',
  roles: { moderator: 'Moderator', participant: 'Teilnehmer', visitor: 'Zuschauer' },
  room: 'Raum',
  anyRoom: 'jeder Raum des Mandanten',
  roomPattern: (pattern) => `Räume wie ${pattern}`,
  time: 'Gültig',
  from: (moment) => `ab ${moment}`,
  until: (moment) => `bis ${moment}`,
  always: 'immer',
  features: 'Funktionen',
  featuresNone: 'keine genannt',
  featuresHeeded: 'JaaS beachtet sie nur bei Moderatoren.',
  on: 'an',
  off: 'aus',
  hidden: 'Fehlt in Aufzeichnungen',

  judgedAt: (moment) => `Stand ${moment}.`,
  keyUsed: {
    tenant: (title) => `Geprüft mit dem Schlüssel von ${title}.`,
    public: (fingerprint) => `Geprüft mit dem öffentlichen Schlüssel ${fingerprint}.`,
    window: (why) =>
      `Signiert mit einem Schlüssel dieses Fensters, den kein Server kennt: Geprüft ist alles außer der Signatur. ${why}`,
    unknown: 'Niemand hat die Signatur geprüft: Kein Mandant auf diesem Rechner hat den Schlüssel, den das Token nennt.',
    unchecked: 'Niemand hat die Signatur geprüft.',
  },
};
