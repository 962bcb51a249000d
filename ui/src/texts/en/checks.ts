import type { CheckTexts } from '../checks';

export const checks: CheckTexts = {
  names: {
    keyring: 'Keyring',
    key: 'Private key',
    secret: 'Secret',
    keyId: 'Key id',
    token: 'Token',
    clock: 'Clock',
    dns: 'Server’s address',
    tcp: 'Connection',
    tls: 'Encryption',
    script: 'Meeting’s script',
    rest: 'Calls to the provider',
    hosts: 'Media servers',
    surface: 'Meeting window',
    devices: 'Camera and microphone',
  },
  passed: {
    keyring: ({ kind }) => (kind ? `${kind} is open.` : 'It is open.'),
    key: ({ bits }) => (bits ? `RSA, ${bits} bits; it signs.` : 'It signs.'),
    secret: () => 'It is in the keyring, and it signs.',
    keyId: () => 'It belongs to this AppID.',
    token: ({ system }) => `It passes every rule of ${system ?? 'the provider'}.`,
    clock: ({ seconds }) =>
      seconds === undefined || seconds === '0' ? 'It agrees with the server.' : `It is ${seconds.replace('-', '−')} s off, and tokens allow for that.`,
    dns: ({ host }) => (host ? `${host} is found.` : 'It is found.'),
    tcp: ({ host, port }) => (host ? `${host} answers on port ${port ?? '443'}.` : 'The server answers.'),
    tls: () => 'The server’s certificate is valid.',
    script: () => 'The server hands it out.',
    rest: ({ host }) => (host ? `${host} takes the token and answers.` : 'They are answered.'),
    hosts: () => 'All that JaaS asks for can be reached.',
    surface: ({ kind }) =>
      kind === 'chromium'
        ? 'A Chromium window opens meetings.'
        : kind === 'browser'
          ? 'The system browser opens meetings.'
          : 'Roomkey’s own window opens meetings.',
    devices: ({ cameras, microphones }) =>
      cameras === undefined || microphones === undefined
        ? 'Both can be reached.'
        : `Found: ${cameras} × camera, ${microphones} × microphone.`,
  },
  failed: {
    keyring: { what: 'The keyring cannot be used.', remedy: 'Install or unlock it, and log in again.' },
    key: { what: 'There is no key that signs.', remedy: 'Make or import one in the section Key.' },
    secret: { what: 'There is no secret that signs.', remedy: 'Paste it in the section Key.' },
    keyId: { what: 'The key id is of another AppID.', remedy: 'Give the right one in the section Key.' },
    token: { what: 'The provider would refuse the token.', remedy: 'Check the ids in the section Tenants, and what signs in the section Key.' },
    clock: { what: 'This computer’s clock is off.', remedy: 'Let your system set the time by itself.' },
    dns: { what: 'The server’s name is not found.', remedy: 'Check its spelling and your network’s DNS.' },
    tcp: { what: 'The server does not answer.', remedy: 'Let TCP port 443 through in your firewall.' },
    tls: { what: 'The server’s certificate is not valid here.', remedy: 'If a proxy inspects traffic, exempt the server from it.' },
    script: { what: 'The server does not hand out the meeting’s script.', remedy: 'Check the server and the ids in the section Tenants.' },
    rest: { what: 'The provider’s server does not answer as it should.', remedy: 'Check the server in the section Tenants, and whether a proxy stands between.' },
    hosts: { what: 'Some of JaaS’s servers cannot be reached.', remedy: 'Let *.8x8.com, *.8x8.vc and *.jitsi.net through, TCP 443 and UDP 10000.' },
    surface: { what: 'Nothing on this computer can show a meeting.', remedy: 'Install Chromium or Firefox.' },
    devices: { what: 'Camera or microphone cannot be reached.', remedy: 'Plug them in, and allow them in your system’s settings.' },
  },
  warned: {
    secret: ({ short }) => ({
      what: `The secret has ${short ?? 'too few'} bytes, and HS256 wants 32.`,
      remedy: 'Set a longer one at the provider, and paste it in the section Key.',
    }),
  },
  skipped: {
    noKey: 'Not looked at: it takes the key.',
    noSecret: 'Not looked at: it takes the secret.',
    noKeyId: 'Not looked at: it takes the key id.',
    noToken: 'Not looked at: it takes a token.',
    serverNotReached: 'Not looked at: the server was not reached.',
    notEncrypted: 'Not looked at: a server on this computer needs none.',
    notOfJaas: 'Not looked at: the server is not one of JaaS’s.',
    inRehearsal: 'Not looked at: a rehearsal shows it.',
  },
  run: 'Check now',
  again: 'Check again',
  running: 'Checking…',
  waiting: 'Waits',
  copy: 'Copy as text',
  copied: 'Copied, without secrets',
  outcomes: { pass: 'Good', warn: 'Warning', fail: 'Fault', notChecked: 'Not checked' },
  allWell: 'Everything is well',
  faulty: (faults, warnings) =>
    [
      faults === 0 ? '' : faults === 1 ? 'One fault' : `${faults} faults`,
      warnings === 0 ? '' : warnings === 1 ? 'one warning' : `${warnings} warnings`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  idle: (count) => `${count} checks, from the keyring to the camera. It takes a few seconds and changes nothing.`,
  noTenant: 'Add a tenant first.',
};
