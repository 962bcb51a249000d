import type { ProviderErrorTexts, Values } from '../errors';

/** The server's own words, where it gave some. */
const said = ({ said: words = '' }: Values) => (words === '' ? '' : ` It says: “${words}”.`);

/** What was to be given, as core calls it. */
const name = ({ what = 'field' }: Values) => what.replace("'", '’');

const ALONE = 'Copy it alone, without what stands around it.';
const SERVER = 'Check the tenant’s server in the section Tenants.';

export const providerErrors: ProviderErrorTexts = {
  callBroken: (values) => ({
    what: `The answer of ${values.system} is broken off, or no JSON.`,
    remedy: 'Try again. If it happens again, check the tenant’s server in the section Tenants.',
  }),
  callCoded: (values) => ({
    what: `${values.fault} (${values.name}, ${values.code}).${said(values)}`,
    remedy: `${values.remedy}.`,
  }),
  callConflict: (values) => ({
    what: `${values.system} has something else there.${said(values)}`,
    remedy: 'See in the section Rooms what is there, and choose another title or time.',
  }),
  callEmpty: ({ system }) => ({
    what: `${system} answered with nothing.`,
    remedy: 'See in the section Rooms whether it was done, and check the tenant’s server.',
  }),
  callForbidden: (values) => ({
    what: `${values.system} knows who asks, and does not allow this.${said(values)}`,
    remedy: 'Check in its console what the app or the API key may do.',
  }),
  callInvalid: (values) => ({
    what: `${values.system} does not take what it was given${values.fields ? ` (${values.fields})` : ''}.${said(values)}`,
    remedy: 'Change it and try again.',
  }),
  callMalformed: (values) => ({
    what: `${values.system} does not understand the request.${said(values)}`,
    remedy: 'Check the room, and the tenant’s fields in the section Tenants.',
  }),
  callOther: (values) => ({
    what: `${values.system} answered ${values.status ?? 'something'}, which Roomkey does not know.${said(values)}`,
    remedy: 'See whether it was done before you try again.',
  }),
  callPage: ({ system }) => ({
    what: `A web page came in place of an answer of ${system}.`,
    remedy: 'Check the tenant’s server, and whether a proxy or a log-in page stands between.',
  }),
  callPaymentNeeded: (values) => ({
    what: `${values.system} does not do this for the account as it is.${said(values)}`,
    remedy: 'Check its plan and its balance in the console.',
  }),
  callRedirected: ({ system }) => ({
    what: `${system} sends Roomkey to another address, and Roomkey does not take the token there.`,
    remedy: SERVER,
  }),
  callRefused: (values) => ({
    what: `${values.system} refused.${said(values)}`,
    remedy: 'Check the room’s id and the account that the server uses.',
  }),
  callServerFailed: (values) => ({
    what: `${values.system} failed (${values.status}).${said(values)}`,
    remedy: 'Wait a little, and see whether it was done before you try again.',
  }),
  callTooLong: ({ system }) => ({
    what: `${system} answered with more than a call needs, and Roomkey did not read it.`,
    remedy: SERVER,
  }),
  callTooMany: (values) => ({
    what: `${values.system} has had too many calls.${said(values)}`,
    remedy: 'Wait a minute and try again.',
  }),
  callUnanswered: ({ system }) => ({
    what: `${system} gave no answer in time.`,
    remedy: 'Check your connection, and see whether it was done before you try again.',
  }),
  callUnauthorised: (values) => ({
    what: `${values.system} does not accept the token.${said(values)}`,
    remedy:
      'Check the ids in the section Tenants, the secret or the key in the section Key, and that this computer’s clock is right.',
  }),
  callUnexpected: ({ system }) => ({
    what: `${system} gave an answer without what was asked for.`,
    remedy: 'Check the tenant’s server, and whether there is a newer Roomkey.',
  }),
  callUnreachable: ({ system }) => ({
    what: `${system} cannot be reached.`,
    remedy: 'Check your connection, and the tenant’s server in the section Tenants.',
  }),
  callUnknown: (values) => ({
    what: `${values.system} knows no such room.${said(values)}`,
    remedy: 'See in the section Rooms what is there, or make the room.',
  }),

  nameEmpty: (values) => ({
    what: `The ${name(values)} is missing.`,
    remedy: 'Copy it whole from where the provider shows it.',
  }),
  nameMalformed: (values) => ({ what: `This is no ${name(values)}.`, remedy: `Write it like ${values.like}.` }),
  nameSpaces: (values) => ({ what: `The ${name(values)} has spaces or line breaks.`, remedy: ALONE }),
  nameTooLong: (values) => ({ what: `The ${name(values)} is longer than 256 bytes.`, remedy: ALONE }),

  providerFixed: () => ({
    what: 'A tenant stays with its provider.',
    remedy: 'Add another tenant for the other one.',
  }),
  roleUnknown: ({ system, role }) => ({
    what: `${system} knows no ${role}.`,
    remedy: 'Choose another role in the section People and roles.',
  }),
  roomClosed: ({ system }) => ({
    what: `${system} has closed this room for good.`,
    remedy: 'Use another room, or another name for it.',
  }),
  roomNotCancelled: ({ system }) => ({
    what: `${system} did not call the room off.`,
    remedy: 'See in its list of rooms whether it is still there.',
  }),
  roomNotBegun: ({ system }) => ({
    what: `Nobody has begun this meeting at ${system} yet.`,
    remedy: 'Wait until a moderator has, and try again.',
  }),
  roomNotMade: ({ system }) => ({
    what: `${system} did not make this room.`,
    remedy: 'Make it in the settings, under Rooms, or add one that is there.',
  }),

  signingSecretEmpty: () => ({
    what: 'There is no text in the clipboard.',
    remedy: 'Copy the secret whole from where the provider shows it.',
  }),
  signingSecretInvisible: () => ({
    what: 'The secret has line breaks or invisible characters.',
    remedy: 'Copy it alone, from one line.',
  }),
  signingSecretIsKey: () => ({
    what: 'This is a key, not a secret.',
    remedy: 'Copy the secret, or choose a private key as what signs the tokens.',
  }),
  signingSecretMissing: () => ({
    what: 'The secret is not in the keyring.',
    remedy: 'Paste it in the settings, under Key.',
  }),
  signingSecretNone: () => ({
    what: 'There is no secret yet.',
    remedy: 'Copy it where the provider shows it, and paste it.',
  }),
  signingSecretTooLong: () => ({ what: 'The secret is longer than 1024 bytes.', remedy: ALONE }),
};
