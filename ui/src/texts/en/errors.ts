import type { ErrorTexts, Fault } from '../errors';
import { COMMANDS, onLinux } from '../errors';
import { inspectorErrors } from './errors-inspector';
import { providerErrors } from './errors-provider';
import { serviceErrors } from './errors-service';
import { settingsErrors } from './errors-settings';

const say = (what: string, remedy: string, command?: string) => (): Fault =>
  command === undefined ? { what, remedy } : { what, remedy, command };

const CONSOLE = 'Copy it whole from the JaaS console, page API Keys.';

export const errors: ErrorTexts = {
  ...inspectorErrors,
  ...providerErrors,
  ...serviceErrors,
  ...settingsErrors,

  appIdEmpty: say('The AppID is missing.', CONSOLE),
  appIdIsKeyId: say('This is a key id.', 'The AppID is the part before the slash.'),
  appIdLength: ({ found }) => ({
    what: `An AppID has 32 characters after vpaas-magic-cookie-, this one has ${found}.`,
    remedy: CONSOLE,
  }),
  appIdNoPrefix: say('An AppID begins with vpaas-magic-cookie-.', CONSOLE),
  appIdNotHexadecimal: ({ found }) => ({
    what: `“${found}” does not occur in an AppID.`,
    remedy: CONSOLE,
  }),

  keyIdEmpty: say('The key id is missing.', CONSOLE),
  keyIdNoTenant: say('A key id has the form AppID/id.', CONSOLE),
  keyIdTenantMalformed: say('The part before the slash is no AppID.', CONSOLE),
  keyIdNoShortId: say('The key id ends at the slash.', CONSOLE),
  keyIdIsAppId: say(
    'This is the AppID.',
    'The key id stands beside the key in the JaaS console, page API Keys.',
  ),
  keyIdOfAnotherTenant: ({ found }) => ({
    what: `This key id belongs to another AppID, ${found}.`,
    remedy: 'Use a key of this AppID, or change the AppID above.',
  }),
  keyIdCharacter: ({ found }) => ({
    what: `“${found}” does not occur in a key id.`,
    remedy: CONSOLE,
  }),
  keyIdTooLong: ({ found }) => ({
    what: `A key id has at most 64 characters after the slash, this one has ${found}.`,
    remedy: CONSOLE,
  }),

  domainEmpty: say('The server is missing.', 'Write its name, such as meet.example.org; for JaaS it is 8x8.vc.'),
  domainScheme: say(
    'A meeting server is reached by https.',
    'Write the server’s name alone, such as 8x8.vc.',
  ),
  domainMoreThanHost: say(
    'This is more than a server’s name.',
    'Write the name alone, such as 8x8.vc.',
  ),
  domainInsecure: say(
    'Without https, anyone on the way could read your token.',
    'Leave out http:// or write https://.',
  ),
  domainMalformed: ({ found }) => ({
    what: `“${found}” is no server’s name.`,
    remedy: 'Write it like 8x8.vc, names in other scripts in their xn-- form.',
  }),
  domainPort: ({ found }) => ({
    what: `“${found}” is no port.`,
    remedy: 'Use a number from 1 to 65535, or leave it out.',
  }),

  personIdMalformed: say(
    'Your id is not one that the server takes.',
    'Use 1 to 128 letters, digits and -._~@.',
  ),
  personNameEmpty: say('Your name is missing.', 'Type it as others should read it.'),
  personNameInvisible: say('Your name has invisible characters.', 'Type it anew.'),
  personNameTooLong: ({ found }) => ({
    what: `A name has at most 100 characters, this one has ${found}.`,
    remedy: 'Shorten it.',
  }),
  emailMalformed: say('This is no email address.', 'Write it like ada@example.org.'),
  avatarMalformed: say(
    'This is no picture’s address.',
    'It begins with https:// and has no spaces.',
  ),

  roomEmpty: say('The room has no name.', 'Type one, such as Stand-up.'),
  roomExists: say('There is a room of that name.', 'Choose another name.'),
  roomHasExcludedCharacter: ({ found }) => ({
    what: `“${found}” cannot stand in a room’s name.`,
    remedy: 'Use a to z, 0 to 9, - and _.',
  }),
  roomHasOtherScript: ({ found }) => ({
    what: `“${found}” cannot stand in a room’s name.`,
    remedy: 'Use the letters a to z: the server does not tell others apart reliably.',
  }),
  roomHasSlash: say('A room’s name has one level.', 'Leave out the slash.'),
  roomHasSpace: say('A room’s name has no spaces.', 'Use - between words.'),
  roomHasUpperCase: ({ found }) => ({
    what: 'A room’s name is in lower case.',
    remedy: `Write “${found}” small.`,
  }),
  roomTooLong: ({ found }) => ({
    what: `A room’s name has at most 100 characters, this one has ${found}.`,
    remedy: 'Shorten it.',
  }),

  clipboardEmpty: say('There is no text in the clipboard.', 'Copy the private key first.'),
  keyNone: say('There is no key yet.', 'Choose the key’s file, drop it here, or paste it.'),
  keyFileUnreadable: ({ why }) => ({
    what: `The file could not be read (${why}).`,
    remedy: 'Check that you may open it.',
  }),
  keyEmpty: say('There is nothing in it.', 'Make a key with:', COMMANDS.makeKey),
  keyTooLarge: say(
    'It is far larger than a key.',
    'Choose the key’s own file, or make a key with:',
    COMMANDS.makeKey,
  ),
  keyNotAKey: say(
    'There is no key in it.',
    'Choose the file that begins with -----BEGIN, or make a key with:',
    COMMANDS.makeKey,
  ),
  keyPublic: say(
    'This is the public key, which cannot sign.',
    'Choose the private one, usually the file without .pub, or make a new pair with:',
    COMMANDS.makeKey,
  ),
  keyCertificate: say(
    'This is a certificate, which cannot sign.',
    'Choose the private key it was made for, or make a new pair with:',
    COMMANDS.makeKey,
  ),
  keyOpenSsh: say(
    'This key is in OpenSSH’s own form.',
    'Turn its file into PEM, then choose it again:',
    COMMANDS.toPem,
  ),
  keyPutty: say(
    'This key is in PuTTY’s own form.',
    'Turn it into PEM in two steps, then choose the new file:',
    COMMANDS.puttyToPem,
  ),
  keyPkcs12: say('This is a PKCS#12 bundle.', 'Take the key out of it with:', COMMANDS.unbundle),
  keyEllipticCurve: say(
    'This is an elliptic-curve key, and JaaS takes RSA keys only.',
    'Make one with:',
    COMMANDS.makeKey,
  ),
  keyOtherAlgorithm: say(
    'This key is not an RSA key, and JaaS takes RSA keys only.',
    'Make one with:',
    COMMANDS.makeKey,
  ),
  keyTooShort: ({ bits }) => ({
    what: `This RSA key has ${bits} bits, which are too few.`,
    remedy: 'Make one with:',
    command: COMMANDS.makeKey,
  }),
  keyTooLong: ({ bits }) => ({
    what: `This RSA key has ${bits} bits, and Roomkey signs with 8192 at most.`,
    remedy: 'Make one with:',
    command: COMMANDS.makeKey,
  }),
  keyPassphraseNeeded: say(
    'This key is locked with a passphrase.',
    'Type it below, or unlock a copy of the key with:',
    COMMANDS.unlock,
  ),
  keyPassphraseWrong: say(
    'The passphrase does not open this key.',
    'Type it again, or try it with:',
    COMMANDS.tryPassphrase,
  ),
  keyLegacyEncrypted: say(
    'This key is locked in an old way that is easily broken.',
    'Lock it in the usual way, then choose the new file:',
    COMMANDS.lockAnew,
  ),
  keyUnsupportedEncryption: say(
    'This key is locked in a way that Roomkey does not read.',
    'Lock it in the usual way, then choose the new file:',
    COMMANDS.lockAnew,
  ),
  keyCutOff: say(
    'The key is cut off: its last line, -----END, is missing.',
    'Copy it whole, as shown by:',
    COMMANDS.show,
  ),
  keyDamaged: say(
    'The key is damaged.',
    'Copy it again from where it was made, and check it with:',
    COMMANDS.check,
  ),

  keyringAbsent: () => ({
    what: 'There is no keyring on this computer, and Roomkey keeps keys nowhere else.',
    remedy: 'Install one, such as gnome-keyring or kwalletmanager, and log in again.',
    ...onLinux(COMMANDS.getKeyring),
  }),
  keyringNoCollection: say(
    'The keyring has no default collection to keep keys in.',
    'Open “Passwords and Keys” or KDE Wallet Manager, make a password keyring there and set it as default.',
  ),
  keyringLocked: say(
    'The keyring is locked.',
    'Try again and answer its question with your login password.',
  ),
  keyringMissing: say('The key is not in the keyring.', 'Import it again in the set-up.'),
  keyringDamaged: say(
    'The key’s entry in the keyring is damaged.',
    'Import the key again in the set-up.',
  ),
  keyringAmbiguous: say(
    'The keyring has several entries for this key.',
    'Remove those that you do not need in your system’s password manager, and import the key again.',
  ),
  keyringTooLarge: say('The key is too large for the keyring.', 'Use an RSA key of 4096 bits.'),
  keyringFailed: ({ why }) => ({
    what: `The keyring could not do it (${why}).`,
    remedy: 'Log out and in again, then try once more.',
  }),
  keyringStopped: say('Roomkey cannot reach the keyring.', 'Start Roomkey again.'),

  desktopFailed: ({ why }) => ({
    what: `The icon was not written (${why}).`,
    remedy: 'Check that the desktop folder can be written to.',
  }),
  loopbackRefused: ({ why }) => ({
    what: `Roomkey may not open a port on this computer (${why}).`,
    remedy: 'Check your firewall’s rules for loopback.',
  }),
  noChromium: say(
    'No Chromium answered.',
    'Install Chromium, or choose another window for meetings in the preferences.',
  ),
  notSetUp: say('Roomkey is not set up yet.', 'Set it up first.'),
  providerNotYet: say(
    'This works for JaaS alone.',
    'Choose a tenant whose meetings are on JaaS.',
  ),
  settingsNotSaved: ({ why }) => ({
    what: `Your settings were not saved (${why}).`,
    remedy: 'Check that the disk has room and the settings folder can be written to.',
  }),
  signingFailed: ({ why }) => ({
    what: `No token could be made (${why}).`,
    remedy: 'Import the key or paste the secret again, in the settings under Key.',
  }),
  surfaceFailed: ({ why }) => ({
    what: `The meeting window did not open (${why}).`,
    remedy: 'Try again. If it happens again, start Roomkey anew.',
  }),
  tenantTitleEmpty: say('The company’s name is missing.', 'Write it as your staff know it.'),
  tenantUnknown: ({ tenant }) => ({
    what: `Roomkey does not know the company “${tenant}”.`,
    remedy: 'Choose one, or set it up.',
  }),
  tokenRefused: ({ system, text }) => ({
    what: `${system} would refuse this token.`,
    remedy: `${text}.`,
  }),
  unexpected: ({ why, message }) => ({
    what: why === undefined ? (message ?? 'Something went wrong.') : `It did not work (${why}).`,
    remedy: 'Try again. If it happens again, start Roomkey anew.',
  }),
};
