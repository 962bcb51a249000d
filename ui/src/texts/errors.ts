/**
 * Faults that commands report, in words. The code chooses the text and the values fill it
 * in; a code without words is shown with the shell's own English message.
 */
import type { ErrorCode } from '../bindings/ErrorCode';

export interface Fault {
  what: string;
  remedy: string;
  /** To be typed in a terminal. */
  command?: string;
}

export type Values = Record<string, string>;

type Words<Code extends ErrorCode> = Record<Code, (values: Values) => Fault>;

/** A language's words for every code: a missing one fails the type check. */
export type ErrorTexts = Words<ErrorCode>;

/** The faults that only an administrator meets; they are in a file of their own. */
export type SettingsErrorTexts = Words<
  | 'accentMalformed'
  | 'clockSkew'
  | 'fileNotSaved'
  | 'hostUnknown'
  | 'hostsBlocked'
  | 'lifetimeOutOfRange'
  | 'linkMalformed'
  | 'meetingOpen'
  | 'moderatorMalformed'
  | 'keyNotPassed'
  | 'keyUntried'
  | 'pictureDamaged'
  | 'pictureEmbedded'
  | 'pictureFormat'
  | 'pictureIntricate'
  | 'pictureNotKept'
  | 'pictureOtherKind'
  | 'pictureTooLarge'
  | 'pictureTooManyPixels'
  | 'pictureUnreadable'
  | 'pictureWords'
  | 'policyLocks'
  | 'proofNone'
  | 'proofRuns'
  | 'rolloutDamaged'
  | 'rolloutNone'
  | 'rolloutNotOne'
  | 'rolloutPassphraseWrong'
  | 'rolloutTooNew'
  | 'rolloutUnreadable'
  | 'roomsFileUnreadable'
  | 'roomsHeader'
  | 'roomsValue'
  | 'scriptMissing'
  | 'serverUnreachable'
  | 'tenantExists'
  | 'tlsFailed'
>;

/** The faults that only a tester meets. */
export type InspectorErrorTexts = Words<
  | 'beginsMalformed'
  | 'clipboardRefused'
  | 'fieldsMarked'
  | 'pastedNone'
  | 'pastedPrivateKey'
  | 'pastedPublicKey'
  | 'pastedSeveral'
  | 'pastedTooLong'
  | 'placeMalformed'
  | 'presetNameEmpty'
  | 'publicKeyDamaged'
  | 'publicKeyNone'
  | 'publicKeyNotRsa'
  | 'valueNotJson'
>;

/** The faults of JaaS’s services, which only a tester meets. */
export type ServiceErrorTexts = Words<
  | 'commandForbidden'
  | 'commandMalformed'
  | 'commandNotFound'
  | 'commandOther'
  | 'commandPage'
  | 'commandRedirected'
  | 'commandServerFailed'
  | 'commandTooLong'
  | 'commandTooMany'
  | 'commandUnanswered'
  | 'commandUnauthorised'
  | 'idEmpty'
  | 'idMalformed'
  | 'secretEmpty'
  | 'secretMalformed'
  | 'secretNoPrefix'
  | 'secretNone'
  | 'signatureEmpty'
  | 'signatureMalformed'
  | 'signatureNoScheme'
  | 'signatureNoTime'
  | 'signatureSeveralTimes'
  | 'signatureTimeMalformed'
  | 'tokenOfAnotherTenant'
  | 'webhookBodyEmpty'
  | 'webhookBodyNoEvent'
  | 'webhookBodyNotJson'
  | 'webhookBodyTooLarge'
>;

/** The faults of providers: their REST, their names, their secrets. */
export type ProviderErrorTexts = Words<
  | 'callBroken'
  | 'callCoded'
  | 'callEmpty'
  | 'callRefused'
  | 'callUnexpected'
  | 'callUnreachable'
  | 'roomClosed'
  | 'roomNotCancelled'
  | 'callConflict'
  | 'callForbidden'
  | 'callInvalid'
  | 'callMalformed'
  | 'callOther'
  | 'callPage'
  | 'callPaymentNeeded'
  | 'callRedirected'
  | 'callServerFailed'
  | 'callTooLong'
  | 'callTooMany'
  | 'callUnanswered'
  | 'callUnauthorised'
  | 'callUnknown'
  | 'nameEmpty'
  | 'nameMalformed'
  | 'nameSpaces'
  | 'nameTooLong'
  | 'providerFixed'
  | 'roleUnknown'
  | 'roomNotBegun'
  | 'roomNotMade'
  | 'signingSecretEmpty'
  | 'signingSecretInvisible'
  | 'signingSecretIsKey'
  | 'signingSecretMissing'
  | 'signingSecretNone'
  | 'signingSecretTooLong'
>;

/** A command that helps on Linux alone, as part of a fault. */
export function onLinux(command: string): Pick<Fault, 'command'> {
  return navigator.userAgent.includes('Linux') ? { command } : {};
}

/** The commands that the messages name; they are the same in every language. */
export const COMMANDS = {
  getChromium: 'sudo apt install chromium',
  getKeyring: 'sudo apt install gnome-keyring',
  makeKey: 'ssh-keygen -t rsa -b 4096 -m PEM -f jaasauth.key',
  toPem: 'ssh-keygen -p -m PEM -N "" -f jaasauth.key',
  puttyToPem:
    'puttygen jaasauth.ppk -O private-openssh-new -o jaasauth.key\nssh-keygen -p -m PEM -N "" -f jaasauth.key',
  unbundle: 'openssl pkcs12 -in jaasauth.p12 -nocerts -nodes -out jaasauth.key',
  unlock: 'openssl pkcs8 -in jaasauth.key -out jaasauth-open.key',
  tryPassphrase: 'openssl pkey -in jaasauth.key -noout',
  lockAnew: 'openssl pkcs8 -topk8 -v2 aes-256-cbc -in jaasauth.key -out jaasauth-new.key',
  show: 'cat jaasauth.key',
  publicHalf: 'openssl rsa -in jaasauth.key -pubout -out jaasauth.key.pub',
  check: 'openssl pkey -in jaasauth.key -check -noout',
} as const;
