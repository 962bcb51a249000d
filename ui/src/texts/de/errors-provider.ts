import type { ProviderErrorTexts, Values } from '../errors';

/** Die eigenen Worte des Servers, wo er welche hat. */
const said = ({ said: words = '' }: Values) => (words === '' ? '' : ` Gemeldet wird: „${words}“.`);

/** Was anzugeben war, nach den Worten von core. */
const NAMES: Record<string, string> = {
  'API key': 'API-Schlüssel',
  'app ID': 'App-ID',
  audience: 'Audience',
  issuer: 'Aussteller',
  "key's name": 'Name des Schlüssels',
  "meeting's number": 'Nummer der Besprechung',
  "page's version": 'Version der Seite',
  "room's id": 'ID des Raums',
  "tenant's name": 'Mandant in der Adresse',
};
const name = ({ what = '' }: Values) => NAMES[what] ?? what;

/** Rollen, nach den Worten von core. */
const ROLES: Record<string, string> = {
  moderators: 'Moderation',
  participants: 'Teilnahme',
  'people who wait to be let in': 'Lobby',
  visitors: 'Rolle zum Zusehen',
};

const ALONE = 'Kopieren Sie die Angabe allein, ohne das, was um sie herum steht.';
const SERVER = 'Prüfen Sie den Server des Mandanten unter „Mandanten“.';

export const providerErrors: ProviderErrorTexts = {
  callBroken: (values) => ({
    what: `Die Antwort von ${values.system} bricht ab oder ist kein JSON.`,
    remedy: 'Versuchen Sie es erneut. Geschieht es wieder, prüfen Sie den Server des Mandanten unter „Mandanten“.',
  }),
  callCoded: (values) => ({
    what: `VideoSDK lehnt ab: ${values.name} (${values.code}).${said(values)}`,
    remedy: 'Was das heißt, steht in der Dokumentation von VideoSDK unter „Meeting Error Codes“.',
  }),
  callConflict: (values) => ({
    what: `Bei ${values.system} steht dem etwas entgegen.${said(values)}`,
    remedy: 'Sehen Sie unter „Räume“ nach, was es dort gibt, und wählen Sie einen anderen Titel oder eine andere Zeit.',
  }),
  callEmpty: ({ system }) => ({
    what: `${system} hat mit nichts geantwortet.`,
    remedy: 'Sehen Sie unter „Räume“ nach, ob es geschehen ist, und prüfen Sie den Server des Mandanten.',
  }),
  callForbidden: (values) => ({
    what: `${values.system} weiß, wer fragt, und erlaubt das nicht.${said(values)}`,
    remedy: 'Prüfen Sie in der Konsole, was die App oder der API-Schlüssel darf.',
  }),
  callInvalid: (values) => ({
    what: `${values.system} nimmt die Angaben nicht an${values.fields ? ` (${values.fields})` : ''}.${said(values)}`,
    remedy: 'Ändern Sie sie, und versuchen Sie es erneut.',
  }),
  callMalformed: (values) => ({
    what: `${values.system} versteht die Anfrage nicht.${said(values)}`,
    remedy: 'Prüfen Sie den Raum und die Felder des Mandanten unter „Mandanten“.',
  }),
  callOther: (values) => ({
    what: `${values.system} hat mit ${values.status ?? 'etwas'} geantwortet, was Roomkey nicht kennt.${said(values)}`,
    remedy: 'Sehen Sie nach, ob es geschehen ist, bevor Sie es erneut versuchen.',
  }),
  callPage: ({ system }) => ({
    what: `Statt einer Antwort von ${system} kam eine Webseite.`,
    remedy: 'Prüfen Sie den Server des Mandanten und ob ein Proxy oder eine Anmeldeseite dazwischensteht.',
  }),
  callPaymentNeeded: (values) => ({
    what: `${values.system} tut das für das Konto so nicht.${said(values)}`,
    remedy: 'Prüfen Sie Tarif und Guthaben in der Konsole.',
  }),
  callRedirected: ({ system }) => ({
    what: `${system} schickt Roomkey an eine andere Adresse, und Roomkey trägt das Token nicht dorthin.`,
    remedy: SERVER,
  }),
  callRefused: (values) => ({
    what: `${values.system} hat abgelehnt.${said(values)}`,
    remedy: 'Prüfen Sie die ID des Raums und das Konto, das der Server benutzt.',
  }),
  callServerFailed: (values) => ({
    what: `${values.system} ist gescheitert (${values.status}).${said(values)}`,
    remedy: 'Warten Sie etwas, und sehen Sie nach, ob es geschehen ist, bevor Sie es erneut versuchen.',
  }),
  callTooLong: ({ system }) => ({
    what: `${system} hat mehr geantwortet, als eine Anfrage braucht, und Roomkey hat es nicht gelesen.`,
    remedy: SERVER,
  }),
  callTooMany: (values) => ({
    what: `${values.system} hat zu viele Anfragen bekommen.${said(values)}`,
    remedy: 'Warten Sie eine Minute, und versuchen Sie es erneut.',
  }),
  callUnanswered: ({ system }) => ({
    what: `${system} hat nicht rechtzeitig geantwortet.`,
    remedy: 'Prüfen Sie Ihre Verbindung, und sehen Sie nach, ob es geschehen ist, bevor Sie es erneut versuchen.',
  }),
  callUnauthorised: (values) => ({
    what: `${values.system} nimmt das Token nicht an.${said(values)}`,
    remedy:
      'Prüfen Sie die IDs unter „Mandanten“, das Geheimnis oder den Schlüssel unter „Schlüssel“ und ob die Uhr dieses Rechners richtig geht.',
  }),
  callUnexpected: ({ system }) => ({
    what: `In der Antwort von ${system} fehlt, wonach gefragt war.`,
    remedy: 'Prüfen Sie den Server des Mandanten, und ob es ein neueres Roomkey gibt.',
  }),
  callUnreachable: ({ system }) => ({
    what: `${system} ist nicht erreichbar.`,
    remedy: 'Prüfen Sie Ihre Verbindung und den Server des Mandanten unter „Mandanten“.',
  }),
  callUnknown: (values) => ({
    what: `${values.system} kennt keinen solchen Raum.${said(values)}`,
    remedy: 'Sehen Sie unter „Räume“ nach, was es dort gibt, oder erzeugen Sie den Raum.',
  }),

  nameEmpty: (values) => ({
    what: `Es fehlt: ${name(values)}.`,
    remedy: 'Kopieren Sie die Angabe ganz von dort, wo der Anbieter sie zeigt.',
  }),
  nameMalformed: (values) => ({
    what: `${name(values)}: Das hat nicht die richtige Form.`,
    remedy: `Schreiben Sie es wie ${values.like}.`,
  }),
  nameSpaces: (values) => ({ what: `${name(values)}: Darin sind Leerzeichen oder Zeilenumbrüche.`, remedy: ALONE }),
  nameTooLong: (values) => ({ what: `${name(values)}: Das ist länger als 256 Byte.`, remedy: ALONE }),

  providerFixed: () => ({
    what: 'Ein Mandant bleibt bei seinem Anbieter.',
    remedy: 'Fügen Sie für den anderen einen weiteren Mandanten hinzu.',
  }),
  roleUnknown: ({ system, role = '' }) => ({
    what: `${system} kennt das nicht: ${ROLES[role] ?? role}.`,
    remedy: 'Wählen Sie unter „Personen und Rollen“ eine andere Rolle.',
  }),
  roomClosed: ({ system }) => ({
    what: `${system} hat diesen Raum für immer geschlossen.`,
    remedy: 'Nehmen Sie einen anderen Raum oder einen anderen Namen dafür.',
  }),
  roomNotCancelled: ({ system }) => ({
    what: `${system} hat den Raum nicht abgesagt.`,
    remedy: 'Sehen Sie in der Liste der Räume nach, ob es ihn noch gibt.',
  }),
  roomNotBegun: ({ system }) => ({
    what: `Diese Besprechung bei ${system} hat noch niemand begonnen.`,
    remedy: 'Warten Sie, bis die Moderation sie begonnen hat, und versuchen Sie es erneut.',
  }),
  roomNotMade: ({ system }) => ({
    what: `Dieser Raum ist nicht von ${system}.`,
    remedy: 'Erzeugen Sie ihn in den Einstellungen unter „Räume“, oder nehmen Sie einen von dort auf.',
  }),

  signingSecretEmpty: () => ({
    what: 'In der Zwischenablage ist kein Text.',
    remedy: 'Kopieren Sie das Geheimnis ganz von dort, wo der Anbieter es zeigt.',
  }),
  signingSecretInvisible: () => ({
    what: 'Das Geheimnis hat Zeilenumbrüche oder unsichtbare Zeichen.',
    remedy: 'Kopieren Sie es allein, aus einer Zeile.',
  }),
  signingSecretIsKey: () => ({
    what: 'Das ist ein Schlüssel, kein Geheimnis.',
    remedy: 'Kopieren Sie das Geheimnis, oder wählen Sie, dass ein privater Schlüssel die Tokens signiert.',
  }),
  signingSecretMissing: () => ({
    what: 'Das Geheimnis ist nicht im Schlüsselbund.',
    remedy: 'Fügen Sie es in den Einstellungen unter „Schlüssel“ ein.',
  }),
  signingSecretNone: () => ({
    what: 'Es gibt noch kein Geheimnis.',
    remedy: 'Kopieren Sie es dort, wo der Anbieter es zeigt, und fügen Sie es ein.',
  }),
  signingSecretTooLong: () => ({ what: 'Das Geheimnis ist länger als 1024 Byte.', remedy: ALONE }),
};
