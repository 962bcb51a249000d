import type { InspectorErrorTexts } from '../errors';
import { COMMANDS } from '../errors';

export const inspectorErrors: InspectorErrorTexts = {
  pastedNone: () => ({
    what: 'Darin steht kein Token.',
    remedy: 'Fügen Sie ein Token, eine Bearer-Kopfzeile oder eine Adresse mit ?jwt= ein.',
  }),
  pastedPrivateKey: () => ({
    what: 'Das ist ein privater Schlüssel. Roomkey hat ihn wieder vergessen.',
    remedy: 'Leeren Sie die Zwischenablage, und bewahren Sie die Schlüsseldatei dort auf, wo niemand sonst sie liest.',
  }),
  pastedPublicKey: () => ({
    what: 'Das ist ein öffentlicher Schlüssel und kein Token.',
    remedy: 'Fügen Sie hier das Token ein; der Schlüssel gehört zu „Geprüft mit“.',
  }),
  pastedSeveral: () => ({
    what: 'Darin stehen mehrere Token.',
    remedy: 'Fügen Sie eines davon allein ein.',
  }),
  pastedTooLong: () => ({
    what: 'Das ist länger als jedes Token.',
    remedy: 'Fügen Sie das Token allein ein.',
  }),
  publicKeyDamaged: () => ({
    what: 'Dieser öffentliche Schlüssel ist beschädigt.',
    remedy: 'Erzeugen Sie seine Datei neu.',
    command: COMMANDS.publicHalf,
  }),
  publicKeyNone: () => ({
    what: 'Darin steht kein öffentlicher Schlüssel.',
    remedy: 'Fügen Sie die ganze Datei ein, von BEGIN PUBLIC KEY bis END PUBLIC KEY.',
    command: COMMANDS.publicHalf,
  }),
  publicKeyNotRsa: () => ({
    what: 'Dieser öffentliche Schlüssel ist von anderer Art als RSA.',
    remedy: 'JaaS kennt nur RSA-Schlüssel.',
  }),
  beginsMalformed: () => ({
    what: 'Das ist keine ganze Zahl von Sekunden.',
    remedy: 'Geben Sie eine ein, etwa -10 für zehn Sekunden vorher.',
  }),
  clipboardRefused: () => ({
    what: 'Das System hat es nicht in die Zwischenablage genommen.',
    remedy: 'Versuchen Sie es noch einmal.',
  }),
  fieldsMarked: () => ({
    what: 'Daraus lässt sich kein Token machen.',
    remedy: 'Berichtigen Sie die markierten Felder.',
  }),
  placeMalformed: () => ({
    what: 'Das ist keine Stelle in einem Token.',
    remedy: 'Schreiben Sie sie wie exp, context.user.moderator oder header.kid.',
  }),
  presetNameEmpty: () => ({
    what: 'Die Vorlage hat keinen Namen.',
    remedy: 'Geben Sie einen ein.',
  }),
  valueNotJson: () => ({
    what: 'Das ist kein JSON.',
    remedy: 'Setzen Sie Texte in doppelte Anführungszeichen.',
  }),
};
