import type { SettingsErrorTexts } from '../errors';
import { secondsInWords } from '../units';

export const settingsErrors: SettingsErrorTexts = {
  accentMalformed: () => ({ what: 'Das ist keine Farbe.', remedy: 'Schreiben Sie sie wie #136573.' }),
  clockSkew: ({ seconds = '0' }) => ({
    what: `Die Uhr dieses Rechners geht ${secondsInWords('de', Math.abs(Number(seconds)))} ${Number(seconds) < 0 ? 'nach' : 'vor'}.`,
    remedy: 'Lassen Sie Ihr System die Zeit selbst stellen.',
  }),
  fileNotSaved: ({ why }) => ({
    what: `Die Datei wurde nicht gespeichert (${why}).`,
    remedy: 'Wählen Sie einen anderen Ordner, oder schaffen Sie Platz auf der Platte.',
  }),
  hostUnknown: ({ host }) => ({
    what: `${host ?? 'Der Server'} wird nicht gefunden.`,
    remedy: 'Prüfen Sie den Namen unter „Mandanten“ und das DNS Ihres Netzes.',
  }),
  hostsBlocked: ({ hosts }) => ({
    what: `Nicht erreichbar: ${hosts ?? 'Server von JaaS'}.`,
    remedy: 'Lassen Sie *.8x8.com, *.8x8.vc und *.jitsi.net in Ihrer Firewall durch: TCP 443, UDP 10000.',
  }),
  lifetimeOutOfRange: () => ({
    what: 'Ein Token gilt 5 Minuten bis 24 Stunden.',
    remedy: 'Geben Sie eine Zahl von 5 bis 1440 ein.',
  }),
  linkMalformed: () => ({
    what: 'Das ist kein Link.',
    remedy: 'Beginnen Sie ihn mit https:// und dem Namen des Rechners.',
  }),
  meetingOpen: () => ({ what: 'Eine Besprechung ist offen.', remedy: 'Beenden Sie sie zuerst.' }),
  moderatorMalformed: ({ found }) => ({
    what: `„${found}“ ist weder eine Adresse noch eine Domäne.`,
    remedy: 'Schreiben Sie ada@example.org, oder @example.org für alle dort.',
  }),
  keyNotPassed: () => ({
    what: 'Der jetzige Schlüssel hat noch keine Prüfung bestanden, und ein anderer ersetzter liegt noch hier.',
    remedy: 'Prüfen Sie die Einrichtung, oder entfernen Sie zuerst den früheren Schlüssel.',
  }),
  keyUntried: () => ({ what: 'Der nächste Schlüssel ist nicht erprobt.', remedy: 'Testen Sie ihn zuerst in einer Probe.' }),
  pictureDamaged: () => ({
    what: 'Dieses Bild ist beschädigt oder abgeschnitten.',
    remedy: 'Speichern Sie es dort neu, wo es entstand, und wählen Sie diese Datei.',
  }),
  pictureEmbedded: () => ({
    what: 'In dieser Zeichnung steckt ein weiteres Bild.',
    remedy: 'Speichern Sie sie als PNG.',
  }),
  pictureFormat: () => ({
    what: 'Dieses Bild kann Roomkey nicht lesen.',
    remedy: 'Wählen Sie ein SVG, ein PNG, ein JPEG oder ein WebP.',
  }),
  pictureIntricate: () => ({ what: 'Diese Zeichnung ist zu verwickelt.', remedy: 'Speichern Sie sie als PNG.' }),
  pictureNotKept: ({ why }) => ({
    what: `Das Bild wurde nicht gespeichert (${why}).`,
    remedy: 'Sorgen Sie dafür, dass Roomkeys Ordner beschreibbar und auf der Platte Platz ist.',
  }),
  pictureOtherKind: ({ named, found }) => ({
    what: `Diese Datei heißt nach ${named} und enthält ${found}.`,
    remedy: 'Geben Sie ihr den richtigen Namen, und wählen Sie sie noch einmal.',
  }),
  pictureTooLarge: ({ most }) => ({
    what: 'Diese Datei ist zu groß.',
    remedy: `Wählen Sie eine mit höchstens ${most} MB.`,
  }),
  pictureTooManyPixels: ({ most }) => ({
    what: 'Dieses Bild hat zu viele Bildpunkte.',
    remedy: `Speichern Sie es mit höchstens ${most} Millionen.`,
  }),
  pictureUnreadable: ({ why }) => ({
    what: `Die Datei des Bildes war nicht zu lesen (${why}).`,
    remedy: 'Prüfen Sie, ob Sie sie öffnen dürfen.',
  }),
  pictureWords: () => ({
    what: 'Die Wörter in dieser Zeichnung brauchen eine Schrift.',
    remedy: 'Wandeln Sie sie dort in Pfade um, wo sie entstand, oder speichern Sie sie als PNG.',
  }),
  proofNone: () => ({ what: 'Noch ist nichts nachgewiesen.', remedy: 'Starten Sie zuerst.' }),
  proofRuns: () => ({ what: 'Ein Nachweis läuft.', remedy: 'Halten Sie ihn zuerst im Prüfstand an.' }),
  policyLocks: () => ({ what: 'Das hat Ihre Organisation festgelegt.', remedy: 'Fragen Sie Ihre Administration.' }),
  rolloutDamaged: () => ({
    what: 'Die Verteildatei ist abgeschnitten oder wurde unterwegs verändert. Nichts wurde eingerichtet.',
    remedy: 'Lassen Sie sie sich erneut geben.',
  }),
  rolloutNone: () => ({ what: 'Keine Verteildatei ist offen.', remedy: 'Wählen Sie die Datei erneut.' }),
  rolloutNotOne: () => ({
    what: 'Das ist keine Verteildatei.',
    remedy: 'Wählen Sie die aus Ihrer Administration; ihr Name endet auf .roomkey.',
  }),
  rolloutPassphraseWrong: () => ({
    what: 'Das Passwort öffnet diese Datei nicht.',
    remedy: 'Geben Sie es noch einmal so ein, wie Sie es bekommen haben, mit den Strichen.',
  }),
  rolloutTooNew: () => ({
    what: 'Ein neueres Roomkey hat diese Datei erstellt.',
    remedy: 'Aktualisieren Sie Roomkey an diesem Platz.',
  }),
  rolloutUnreadable: ({ why }) => ({
    what: `Die Datei war nicht zu lesen (${why}).`,
    remedy: 'Prüfen Sie, ob Sie sie öffnen dürfen.',
  }),
  roomsFileUnreadable: ({ why }) => ({
    what: `Die Datei war nicht zu lesen (${why}).`,
    remedy: 'Speichern Sie die Liste als CSV in UTF-8.',
  }),
  roomsHeader: () => ({
    what: 'Die erste Zeile nennt die Spalten nicht.',
    remedy: 'Beginnen Sie mit einem Export, und füllen Sie ihn aus.',
  }),
  roomsValue: ({ column, found }) => ({
    what: `„${found}“ kann nicht in der Spalte ${column ?? ''} stehen.`.replace('  ', ' '),
    remedy: 'Schreiben Sie es wie in einem Export, oder lassen Sie es leer.',
  }),
  scriptMissing: ({ host, why }) => ({
    what: `${host ?? 'Der Server'} gibt das Skript der Besprechung nicht heraus${why === undefined ? '' : ` (${why})`}.`,
    remedy: 'Prüfen Sie Server und IDs unter „Mandanten“.',
  }),
  serverUnreachable: ({ host }) => ({
    what: `${host ?? 'Der Server'} antwortet nicht.`,
    remedy: 'Prüfen Sie Ihre Verbindung, und lassen Sie TCP-Port 443 in Ihrer Firewall durch.',
  }),
  tenantExists: () => ({
    what: 'Dieses Konto oder dieser Server ist schon eingerichtet.',
    remedy: 'Wählen Sie links diesen Mandanten, oder geben Sie etwas anderes ein.',
  }),
  tlsFailed: ({ host }) => ({
    what: `Das Zertifikat von ${host ?? 'dem Server'} ist hier nicht gültig.`,
    remedy: 'Prüft ein Proxy den Verkehr, nehmen Sie den Server davon aus.',
  }),
};
