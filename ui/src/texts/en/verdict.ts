import type { Role } from '../../bindings/Role';
import token from '../../../../src-tauri/crates/rehearsal/page/token_en.js';
import type { VerdictTexts } from '../verdict';

const AGAIN = 'Copy the token whole.';

const inAs: Record<Role, string> = {
  moderator: 'as moderator',
  participant: 'as participant',
  visitor: 'as visitor',
};

export const verdict: VerdictTexts = {
  somebody: 'the person',
  accepted: (name, role, until) =>
    `JaaS would let ${name} in ${inAs[role]}${until === null ? ', for ever' : ` until ${until}`}.`,
  unproved: (name, role, until) =>
    `With the right signature, JaaS would let ${name} in ${inAs[role]}${until === null ? ', for ever' : ` until ${until}`}.`,
  refused: 'JaaS would refuse this token.',

  rules: token.rules,
  refusals: {
    tokenMissing: () => ({ what: 'There is no token.', remedy: 'Join with one.' }),
    noDot: () => ({ what: 'This is no token: it has no dots.', remedy: AGAIN }),
    headerUnreadable: () => ({ what: 'The header cannot be read.', remedy: AGAIN }),
    keyIdMissing: () => ({ what: 'The header names no key.', remedy: 'Set kid to the key id.' }),
    keyIdNotText: () => ({ what: 'kid in the header is no text.', remedy: 'Set it to the key id, in quotes.' }),
    keyIdIncomplete: () => ({ what: 'kid in the header has no /.', remedy: 'Set it to the whole key id, AppID/id.' }),
    keyUnknown: () => ({
      what: 'No public key is registered under this kid.',
      remedy: 'Add the public key in the JaaS console, or correct the key id.',
    }),
    notThreeParts: () => ({ what: 'It has not three parts with dots between them.', remedy: AGAIN }),
    bodyUnreadable: () => ({ what: 'The body cannot be read.', remedy: AGAIN }),
    typ: () => ({ what: 'typ in the header is not “JWT”.', remedy: 'Write it so, in capitals.' }),
    alg: () => ({ what: 'alg in the header is not “RS256”.', remedy: 'Sign with RS256.' }),
    signature: () => ({
      what: 'The registered key did not sign this.',
      remedy: 'Sign with the private key whose public half is registered under this kid.',
    }),
    expNotNumber: () => ({ what: 'exp is no number.', remedy: 'Give whole seconds since 1970, without quotes.' }),
    nbfNotNumber: () => ({ what: 'nbf is no number.', remedy: 'Give whole seconds since 1970, without quotes.' }),
    expired: (when) => ({
      what: `It expired at ${when}.`,
      remedy: 'Make a fresh one, and set the clock right if it is fresh.',
    }),
    notYetValid: (when) => ({
      what: `It is good from ${when} only.`,
      remedy: 'Set the clock right that made it: the server allows no leeway.',
    }),
    issuerMissing: () => ({ what: 'There is no iss.', remedy: 'Set it to “chat”.' }),
    issuer: () => ({ what: 'iss is not accepted.', remedy: 'Set it to “chat”.' }),
    audienceMissing: () => ({ what: 'There is no aud.', remedy: 'Set it to “jitsi”.' }),
    audience: () => ({ what: 'aud is not accepted.', remedy: 'Set it to the text “jitsi”.' }),
    contextMissing: () => ({ what: 'There is no context.', remedy: 'Add it, with the person and the features.' }),
    tenantMissing: () => ({ what: 'There is no sub.', remedy: 'Set it to the AppID.' }),
    tenantMismatch: () => ({
      what: 'sub and kid name different tenants.',
      remedy: 'Set sub to the part of the key id before the /.',
    }),
    roomMismatch: () => ({ what: 'It is for another room.', remedy: 'Make one for this room.' }),
  },
  unchecked: {
    noToken: 'There is no token.',
    noHeader: 'The header cannot be read.',
    noBody: 'The body cannot be read.',
    noKeyNamed: 'The token names no key.',
    noKeyGiven: 'Nobody checked the signature: there was no public key for it.',
    notThreeParts: 'There are not three parts.',
    noExp: 'The token has no exp, and the server does not ask for one.',
    noNbf: 'The token has no nbf, and the server does not ask for one.',
    noRoomGiven: 'No room was given to compare with.',
    noRoomNamed: 'The token names no room, and the server then opens every room.',
    roomPattern: 'The room is a Lua pattern, which only the server matches.',
  },
  clientCodes: {
    headerNotFound: () => 'The header is empty.',
    payloadNotFound: () => 'The body is empty.',
    kidNotFound: () => 'The header has no kid.',
    kidMismatch: () => 'kid is not of the tenant in sub.',
    audInvalid: () => 'aud is not “jitsi”.',
    issInvalid: () => 'iss is not “chat”.',
    featuresNotFound: () => 'There is no context.features.',
    nbfInvalid: () => 'nbf is no moment.',
    nbfFuture: () => 'nbf is still to come.',
    expInvalid: () => 'exp is missing or no moment.',
    tokenExpired: () => 'exp has passed.',
    contextNotFound: () => 'There is no context.',
    featureInvalid: (feature) => `The client does not know the feature ${feature}.`,
    featureValueInvalid: (feature) => `The feature ${feature} is neither true nor false.`,
  },

  outcomes: { pass: 'passed', fail: 'failed', notChecked: 'not checked' },
  checks: 'What the server checks',
  passed: (count) => (count === 1 ? 'One check passed' : `${count} checks passed`),
  checksLead: 'In the order of 8x8’s public server modules; the server stops at the first that fails.',
  serverSays: 'The server’s own words',
  clientSays: 'What the web client reports',
  clientSaysLead: 'Once the server has refused, Jitsi’s own page looks again and says these.',

  parts: 'The token',
  header: 'Header',
  body: 'Body',
  signature: 'Signature',
  signatureHidden: 'not shown',
  unreadable: 'Cannot be read',

  claims: 'What stands in it',
  claim: 'Claim',
  value: 'Value',
  meaning: 'Meaning',
  meanings: token.meanings,
  momentsMean: { exp: 'Good until', nbf: 'Good from', iat: 'Made at' },
  everyRoom: 'Every room of the tenant',
  unknownFeature: 'A feature that Roomkey does not know',
  noMoment: 'no moment that can be read',

  grants: 'What it grants',
  role: 'Role',
  roles: { moderator: 'Moderator', participant: 'Participant', visitor: 'Visitor' },
  room: 'Room',
  anyRoom: 'every room of the tenant',
  roomPattern: (pattern) => `rooms like ${pattern}`,
  time: 'Good',
  from: (moment) => `from ${moment}`,
  until: (moment) => `until ${moment}`,
  always: 'always',
  features: 'Features',
  featuresNone: 'none named',
  featuresHeeded: 'JaaS heeds them for moderators only.',
  on: 'on',
  off: 'off',
  hidden: 'Stays out of recordings',

  judgedAt: (moment) => `As of ${moment}.`,
  keyUsed: {
    tenant: (title) => `Checked with the key of ${title}.`,
    public: (fingerprint) => `Checked with the public key ${fingerprint}.`,
    window: (why) =>
      `Signed with a key of this window, which no server knows: everything but the signature is judged. ${why}`,
    unknown: 'Nobody checked the signature: no tenant of this desk has the key that the token names.',
    unchecked: 'Nobody checked the signature.',
  },
};
