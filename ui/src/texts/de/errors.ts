import type { ErrorTexts, Fault } from '../errors';
import { COMMANDS, onLinux } from '../errors';
import { inspectorErrors } from './errors-inspector';
import { providerErrors } from './errors-provider';
import { serviceErrors } from './errors-service';
import { settingsErrors } from './errors-settings';

const say = (what: string, remedy: string, command?: string) => (): Fault =>
  command === undefined ? { what, remedy } : { what, remedy, command };

const CONSOLE = 'Kopieren Sie sie vollständig aus der JaaS-Konsole, Seite „API Keys“.';

export const errors: ErrorTexts = {
  ...inspectorErrors,
  ...providerErrors,
  ...serviceErrors,
  ...settingsErrors,

  appIdEmpty: say('Die AppID fehlt.', CONSOLE),
  appIdIsKeyId: say('Das ist eine Schlüssel-ID.', 'Die AppID ist der Teil vor dem Schrägstrich.'),
  appIdLength: ({ found }) => ({
    what: `Eine AppID hat nach vpaas-magic-cookie- 32 Zeichen, diese hat ${found}.`,
    remedy: CONSOLE,
  }),
  appIdNoPrefix: say('Eine AppID beginnt mit vpaas-magic-cookie-.', CONSOLE),
  appIdNotHexadecimal: ({ found }) => ({
    what: `„${found}“ kommt in einer AppID nicht vor.`,
    remedy: CONSOLE,
  }),

  keyIdEmpty: say('Die Schlüssel-ID fehlt.', CONSOLE),
  keyIdNoTenant: say('Eine Schlüssel-ID hat die Form AppID/ID.', CONSOLE),
  keyIdTenantMalformed: say('Der Teil vor dem Schrägstrich ist keine AppID.', CONSOLE),
  keyIdNoShortId: say('Die Schlüssel-ID endet am Schrägstrich.', CONSOLE),
  keyIdIsAppId: say(
    'Das ist die AppID.',
    'Die Schlüssel-ID steht in der JaaS-Konsole auf der Seite „API Keys“ neben dem Schlüssel.',
  ),
  keyIdOfAnotherTenant: ({ found }) => ({
    what: `Diese Schlüssel-ID gehört zu einer anderen AppID, ${found}.`,
    remedy: 'Nehmen Sie einen Schlüssel dieser AppID, oder ändern Sie oben die AppID.',
  }),
  keyIdCharacter: ({ found }) => ({
    what: `„${found}“ kommt in einer Schlüssel-ID nicht vor.`,
    remedy: CONSOLE,
  }),
  keyIdTooLong: ({ found }) => ({
    what: `Eine Schlüssel-ID hat nach dem Schrägstrich höchstens 64 Zeichen, diese hat ${found}.`,
    remedy: CONSOLE,
  }),

  domainEmpty: say('Der Server fehlt.', 'Schreiben Sie seinen Namen, etwa meet.example.org; für JaaS ist es 8x8.vc.'),
  domainScheme: say(
    'Ein Besprechungsserver wird über https erreicht.',
    'Schreiben Sie nur den Namen des Servers, etwa 8x8.vc.',
  ),
  domainMoreThanHost: say(
    'Das ist mehr als der Name eines Servers.',
    'Schreiben Sie nur den Namen, etwa 8x8.vc.',
  ),
  domainInsecure: say(
    'Ohne https könnte unterwegs jeder Ihr Token lesen.',
    'Lassen Sie http:// weg, oder schreiben Sie https://.',
  ),
  domainMalformed: ({ found }) => ({
    what: `„${found}“ ist kein Name eines Servers.`,
    remedy: 'Schreiben Sie ihn wie 8x8.vc, Namen in anderen Schriften in ihrer xn---Form.',
  }),
  domainPort: ({ found }) => ({
    what: `„${found}“ ist kein Port.`,
    remedy: 'Nehmen Sie eine Zahl von 1 bis 65535, oder lassen Sie ihn weg.',
  }),

  personIdMalformed: say(
    'Ihre ID nimmt der Server nicht an.',
    'Verwenden Sie 1 bis 128 Buchstaben, Ziffern und -._~@.',
  ),
  personNameEmpty: say('Ihr Name fehlt.', 'Schreiben Sie ihn so, wie andere ihn lesen sollen.'),
  personNameInvisible: say('Ihr Name enthält unsichtbare Zeichen.', 'Schreiben Sie ihn neu.'),
  personNameTooLong: ({ found }) => ({
    what: `Ein Name hat höchstens 100 Zeichen, dieser hat ${found}.`,
    remedy: 'Kürzen Sie ihn.',
  }),
  emailMalformed: say('Das ist keine E-Mail-Adresse.', 'Schreiben Sie sie wie ada@example.org.'),
  avatarMalformed: say(
    'Das ist keine Adresse eines Bildes.',
    'Sie beginnt mit https:// und enthält keine Leerzeichen.',
  ),

  roomEmpty: say('Der Raum hat keinen Namen.', 'Geben Sie einen ein, etwa Teamrunde.'),
  roomExists: say('Einen Raum dieses Namens gibt es schon.', 'Wählen Sie einen anderen Namen.'),
  roomHasExcludedCharacter: ({ found }) => ({
    what: `„${found}“ kann nicht in einem Raumnamen stehen.`,
    remedy: 'Verwenden Sie a bis z, 0 bis 9, - und _.',
  }),
  roomHasOtherScript: ({ found }) => ({
    what: `„${found}“ kann nicht in einem Raumnamen stehen.`,
    remedy:
      'Verwenden Sie die Buchstaben a bis z: Andere unterscheidet der Server nicht verlässlich.',
  }),
  roomHasSlash: say('Ein Raumname hat nur eine Ebene.', 'Lassen Sie den Schrägstrich weg.'),
  roomHasSpace: say('Ein Raumname hat keine Leerzeichen.', 'Setzen Sie - zwischen die Wörter.'),
  roomHasUpperCase: ({ found }) => ({
    what: 'Ein Raumname wird kleingeschrieben.',
    remedy: `Schreiben Sie „${found}“ klein.`,
  }),
  roomTooLong: ({ found }) => ({
    what: `Ein Raumname hat höchstens 100 Zeichen, dieser hat ${found}.`,
    remedy: 'Kürzen Sie ihn.',
  }),

  clipboardEmpty: say(
    'In der Zwischenablage ist kein Text.',
    'Kopieren Sie zuerst den privaten Schlüssel.',
  ),
  keyNone: say(
    'Es gibt noch keinen Schlüssel.',
    'Wählen Sie seine Datei, ziehen Sie sie hierher, oder fügen Sie ihn ein.',
  ),
  keyFileUnreadable: ({ why }) => ({
    what: `Die Datei ließ sich nicht lesen (${why}).`,
    remedy: 'Prüfen Sie, ob Sie sie öffnen dürfen.',
  }),
  keyEmpty: say('Darin steht nichts.', 'Erzeugen Sie einen Schlüssel mit:', COMMANDS.makeKey),
  keyTooLarge: say(
    'Das ist viel größer als ein Schlüssel.',
    'Wählen Sie die Datei des Schlüssels, oder erzeugen Sie einen mit:',
    COMMANDS.makeKey,
  ),
  keyNotAKey: say(
    'Darin ist kein Schlüssel.',
    'Wählen Sie die Datei, die mit -----BEGIN beginnt, oder erzeugen Sie einen Schlüssel mit:',
    COMMANDS.makeKey,
  ),
  keyPublic: say(
    'Das ist der öffentliche Schlüssel, er kann nicht signieren.',
    'Wählen Sie den privaten, meist die Datei ohne .pub, oder erzeugen Sie ein neues Paar mit:',
    COMMANDS.makeKey,
  ),
  keyCertificate: say(
    'Das ist ein Zertifikat, es kann nicht signieren.',
    'Wählen Sie den privaten Schlüssel dazu, oder erzeugen Sie ein neues Paar mit:',
    COMMANDS.makeKey,
  ),
  keyOpenSsh: say(
    'Dieser Schlüssel liegt in der eigenen Form von OpenSSH vor.',
    'Wandeln Sie seine Datei in PEM um, und wählen Sie sie erneut:',
    COMMANDS.toPem,
  ),
  keyPutty: say(
    'Dieser Schlüssel liegt in der eigenen Form von PuTTY vor.',
    'Wandeln Sie ihn in zwei Schritten in PEM um, und wählen Sie die neue Datei:',
    COMMANDS.puttyToPem,
  ),
  keyPkcs12: say(
    'Das ist ein PKCS#12-Paket.',
    'Holen Sie den Schlüssel heraus mit:',
    COMMANDS.unbundle,
  ),
  keyEllipticCurve: say(
    'Das ist ein Schlüssel auf einer elliptischen Kurve, JaaS nimmt nur RSA-Schlüssel.',
    'Erzeugen Sie einen mit:',
    COMMANDS.makeKey,
  ),
  keyOtherAlgorithm: say(
    'Das ist kein RSA-Schlüssel, und JaaS nimmt nur RSA-Schlüssel.',
    'Erzeugen Sie einen mit:',
    COMMANDS.makeKey,
  ),
  keyTooShort: ({ bits }) => ({
    what: `Dieser RSA-Schlüssel hat ${bits} Bit, das sind zu wenige.`,
    remedy: 'Erzeugen Sie einen mit:',
    command: COMMANDS.makeKey,
  }),
  keyTooLong: ({ bits }) => ({
    what: `Dieser RSA-Schlüssel hat ${bits} Bit, Roomkey signiert mit höchstens 8192.`,
    remedy: 'Erzeugen Sie einen mit:',
    command: COMMANDS.makeKey,
  }),
  keyPassphraseNeeded: say(
    'Dieser Schlüssel ist mit einem Passwort gesichert.',
    'Geben Sie es unten ein, oder entsperren Sie eine Kopie des Schlüssels mit:',
    COMMANDS.unlock,
  ),
  keyPassphraseWrong: say(
    'Das Passwort öffnet diesen Schlüssel nicht.',
    'Geben Sie es erneut ein, oder probieren Sie es aus mit:',
    COMMANDS.tryPassphrase,
  ),
  keyLegacyEncrypted: say(
    'Dieser Schlüssel ist auf eine alte, leicht zu brechende Art gesichert.',
    'Sichern Sie ihn auf die übliche Art, und wählen Sie die neue Datei:',
    COMMANDS.lockAnew,
  ),
  keyUnsupportedEncryption: say(
    'Dieser Schlüssel ist auf eine Art gesichert, die Roomkey nicht liest.',
    'Sichern Sie ihn auf die übliche Art, und wählen Sie die neue Datei:',
    COMMANDS.lockAnew,
  ),
  keyCutOff: say(
    'Der Schlüssel ist abgeschnitten: Seine letzte Zeile, -----END, fehlt.',
    'Kopieren Sie ihn vollständig, so wie ihn dieser Befehl zeigt:',
    COMMANDS.show,
  ),
  keyDamaged: say(
    'Der Schlüssel ist beschädigt.',
    'Kopieren Sie ihn noch einmal vom Ursprungsort, und prüfen Sie ihn mit:',
    COMMANDS.check,
  ),

  keyringAbsent: () => ({
    what: 'Auf diesem Rechner gibt es keinen Schlüsselbund, und Roomkey bewahrt Schlüssel nirgends sonst auf.',
    remedy: 'Installieren Sie einen, etwa gnome-keyring oder kwalletmanager, und melden Sie sich neu an.',
    ...onLinux(COMMANDS.getKeyring),
  }),
  keyringNoCollection: say(
    'Der Schlüsselbund hat keinen Standard-Ort für Schlüssel.',
    'Legen Sie in „Passwörter und Schlüssel“ oder in der KDE-Brieftaschenverwaltung einen Passwort-Schlüsselbund an und machen Sie ihn zum Standard.',
  ),
  keyringLocked: say(
    'Der Schlüsselbund ist gesperrt.',
    'Versuchen Sie es erneut, und beantworten Sie seine Frage mit Ihrem Anmeldepasswort.',
  ),
  keyringMissing: say(
    'Der Schlüssel ist nicht im Schlüsselbund.',
    'Importieren Sie ihn in der Einrichtung erneut.',
  ),
  keyringDamaged: say(
    'Der Eintrag des Schlüssels im Schlüsselbund ist beschädigt.',
    'Importieren Sie den Schlüssel in der Einrichtung erneut.',
  ),
  keyringAmbiguous: say(
    'Der Schlüsselbund hat mehrere Einträge für diesen Schlüssel.',
    'Löschen Sie die überzähligen in der Passwortverwaltung Ihres Systems, und importieren Sie den Schlüssel erneut.',
  ),
  keyringTooLarge: say(
    'Der Schlüssel ist zu groß für den Schlüsselbund.',
    'Verwenden Sie einen RSA-Schlüssel mit 4096 Bit.',
  ),
  keyringFailed: ({ why }) => ({
    what: `Der Schlüsselbund meldet einen Fehler (${why}).`,
    remedy: 'Melden Sie sich ab und wieder an, und versuchen Sie es erneut.',
  }),
  keyringStopped: say('Roomkey erreicht den Schlüsselbund nicht.', 'Starten Sie Roomkey neu.'),

  desktopFailed: ({ why }) => ({
    what: `Das Symbol wurde nicht angelegt (${why}).`,
    remedy: 'Prüfen Sie, ob Sie in den Schreibtischordner schreiben dürfen.',
  }),
  loopbackRefused: ({ why }) => ({
    what: `Roomkey darf auf diesem Rechner keinen Port öffnen (${why}).`,
    remedy: 'Prüfen Sie die Regeln Ihrer Firewall für den eigenen Rechner.',
  }),
  noChromium: say(
    'Kein Chromium hat geantwortet.',
    'Installieren Sie Chromium, oder wählen Sie in den Einstellungen ein anderes Fenster für Besprechungen.',
  ),
  notSetUp: say('Roomkey ist noch nicht eingerichtet.', 'Richten Sie es zuerst ein.'),
  providerNotYet: say(
    'Das geht allein mit JaaS.',
    'Wählen Sie einen Mandanten, dessen Besprechungen über JaaS laufen.',
  ),
  settingsNotSaved: ({ why }) => ({
    what: `Ihre Einstellungen wurden nicht gespeichert (${why}).`,
    remedy: 'Prüfen Sie, ob Platz auf der Platte ist und der Ordner beschreibbar ist.',
  }),
  signingFailed: ({ why }) => ({
    what: `Es ließ sich kein Token ausstellen (${why}).`,
    remedy:
      'Importieren Sie in den Einstellungen unter „Schlüssel“ den Schlüssel erneut, oder fügen Sie das Geheimnis erneut ein.',
  }),
  surfaceFailed: ({ why }) => ({
    what: `Das Besprechungsfenster ging nicht auf (${why}).`,
    remedy: 'Versuchen Sie es erneut. Hilft das nicht, starten Sie Roomkey neu.',
  }),
  tenantTitleEmpty: say(
    'Der Name der Firma fehlt.',
    'Schreiben Sie ihn so, wie Ihre Belegschaft ihn kennt.',
  ),
  tenantUnknown: ({ tenant }) => ({
    what: `Die Firma „${tenant}“ kennt Roomkey nicht.`,
    remedy: 'Wählen Sie eine andere, oder richten Sie sie ein.',
  }),
  tokenRefused: ({ system, says }) => ({
    what: `${system} würde dieses Token ablehnen${says ? ` („${says}“)` : ''}.`,
    remedy: 'Prüfen Sie in den Einstellungen die Angaben des Mandanten und was seine Tokens signiert.',
  }),
  unexpected: ({ why, message }) => ({
    what:
      why === undefined ? (message ?? 'Etwas ist schiefgegangen.') : `Es ging nicht (${why}).`,
    remedy: 'Versuchen Sie es erneut. Hilft das nicht, starten Sie Roomkey neu.',
  }),
};
