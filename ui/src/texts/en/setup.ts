import type { Role } from '../../bindings/Role';

const roles: Record<Role, string> = {
  moderator: 'Moderator',
  participant: 'Participant',
  visitor: 'Visitor',
};

const roleNotes: Record<Role, string> = {
  moderator: 'leads: lets people in, mutes, removes, ends',
  participant: 'takes part with sound, picture and screen',
  visitor: 'watches and listens',
};

export const setup = {
  welcome: 'Your company’s meetings, one click away',
  welcomeText: 'Pick a room and you are in: no account page, no link, no password.',
  setUp: 'Set up',
  setUpText: 'With the ids and the key or secret of your company’s meeting service',
  tryOut: 'Rehearse without an account',
  tryOutText: 'Try camera and microphone in a meeting on this computer alone',
  otherLanguage: 'Deutsch',

  step: (step: number, steps: number) => `Step ${step} of ${steps}`,
  back: 'Back',
  next: 'Next',
  finish: 'Finish',
  finishing: { key: 'Storing the key…', secret: 'Storing the secret…', server: 'Storing…' },

  who: 'Who are you?',
  whoText: 'This is what others see in a meeting.',
  name: 'Name',
  email: 'Email',
  optional: 'optional',
  emailNote: 'Your picture comes from it, where there is one.',

  company: 'Your company',
  provider: 'Who serves your meetings?',
  title: 'Company name',
  titleNote: 'It stands at the top of this window and on icons.',
  appId: 'AppID',
  appIdNote: 'JaaS console, page API Keys, at the top.',
  keyId: 'Key id',
  keyIdNote: 'JaaS console, page API Keys, beside your key. The part after the slash will do.',
  role: 'People here join as',
  roles,
  roleNotes,
  otherServer: 'Another server',
  domain: 'Server',
  domainNote: 'For JaaS it is 8x8.vc; a region has a name such as frankfurt.8x8.vc.',

  signer: { key: 'The key', secret: 'The secret', server: 'The rooms' },
  key: 'The key',
  keyText: 'The private key that was made for this key id. It goes into your system’s keyring and nowhere else.',
  keyOwnText: (provider: string) =>
    `The private key whose public half ${provider} gets. It goes into your system’s keyring and nowhere else.`,
  drop: 'Drop the key’s file here',
  dropNow: 'Let go to read the key',
  choose: 'Choose a file',
  paste: 'Paste',
  reading: 'Reading the key…',
  passphrase: 'Passphrase',
  unlock: 'Unlock',
  keyRead: (bits: number) => `RSA key, ${bits} bits`,
  keyReadNote: 'It can sign. It is stored when you finish.',
  otherKey: 'Use another key',
  fingerprint: 'Fingerprint of the public key (SHA-256)',
  publicKey: (provider: string) => `The public key, for ${provider}`,
  copy: 'Copy',
  copied: 'Copied',

  rooms: 'Rooms',
  roomsNote: 'The first ones, one a line. More can be named at any time.',
  roomsMadeNote: (provider: string) =>
    `${provider} makes its rooms itself. Write the ids or names of those that are there, one a line; the settings make new ones.`,
  roomsExample: 'Daily stand-up\nCustomer calls',
  roomLine: (line: number, room: string) => `Line ${line}, “${room}”:`,
};
