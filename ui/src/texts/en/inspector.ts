import type { Section } from '../inspector';

const sections: Record<Section, string> = {
  read: 'Read',
  prove: 'Prove',
};

const leads: Record<Section, string> = {
  read: 'What stands in a token, and what a server would make of it.',
  prove: 'Opens real meetings with tokens of every kind, and compares what is granted with what should be.',
};

export const inspector = {
  title: 'Inspector',
  sections,
  leads,
  notOpened: 'The inspector did not open',

  pasted: 'Token',
  pastedNote: 'Bare, in a Bearer header, in an address with ?jwt=, or in a line of a log. It is kept nowhere.',
  readEmpty: 'Paste a token to see it explained.',
  checkedWith: 'Checked with',
  keys: {
    found: 'The key that the token names',
    public: 'A public key',
    unchecked: 'No key',
  },
  keyOf: (tenant: string) => `The key of ${tenant}`,
  publicKey: 'Public key',
  publicKeyNote: 'The file’s text, as the JaaS console takes it.',
  room: 'Room',
  roomNote: 'The one to be joined; empty: any.',
  at: 'At what time',
  atNote: 'Empty: now.',
};
