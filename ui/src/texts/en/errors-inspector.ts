import type { InspectorErrorTexts } from '../errors';
import { COMMANDS } from '../errors';

export const inspectorErrors: InspectorErrorTexts = {
  pastedNone: () => ({
    what: 'There is no token in it.',
    remedy: 'Paste a token, a Bearer header, or an address with ?jwt=.',
  }),
  pastedPrivateKey: () => ({
    what: 'This is a private key. Roomkey has forgotten it again.',
    remedy: 'Empty the clipboard, and keep the key’s file where nobody else reads it.',
  }),
  pastedPublicKey: () => ({
    what: 'This is a public key and no token.',
    remedy: 'Paste the token here; the key belongs to “Checked with”.',
  }),
  pastedSeveral: () => ({
    what: 'There are several tokens in it.',
    remedy: 'Paste one of them alone.',
  }),
  pastedTooLong: () => ({
    what: 'This is longer than any token.',
    remedy: 'Paste the token alone.',
  }),
  publicKeyDamaged: () => ({
    what: 'This public key is damaged.',
    remedy: 'Make its file again.',
    command: COMMANDS.publicHalf,
  }),
  publicKeyNone: () => ({
    what: 'There is no public key in it.',
    remedy: 'Paste the whole file, from BEGIN PUBLIC KEY to END PUBLIC KEY.',
    command: COMMANDS.publicHalf,
  }),
  publicKeyNotRsa: () => ({
    what: 'This public key is of another kind than RSA.',
    remedy: 'JaaS knows RSA keys alone.',
  }),
  beginsMalformed: () => ({
    what: 'This is no whole number of seconds.',
    remedy: 'Type one, such as -10 for ten seconds before.',
  }),
  clipboardRefused: () => ({
    what: 'The system did not take it into the clipboard.',
    remedy: 'Try again.',
  }),
  fieldsMarked: () => ({
    what: 'No token can be made of this.',
    remedy: 'Mend the fields that are marked.',
  }),
  placeMalformed: () => ({
    what: 'This is no place in a token.',
    remedy: 'Write it like exp, context.user.moderator or header.kid.',
  }),
  presetNameEmpty: () => ({
    what: 'The preset has no name.',
    remedy: 'Type one.',
  }),
  valueNotJson: () => ({
    what: 'This is no JSON.',
    remedy: 'Put texts in double quotes.',
  }),
};
