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
};
