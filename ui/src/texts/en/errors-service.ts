import type { ServiceErrorTexts, Values } from '../errors';

/** The server's own words, where it gave some. */
const said = ({ said: words }: Values) => (words === undefined ? '' : ` It says: “${words}”.`);

export const serviceErrors: ServiceErrorTexts = {
  commandForbidden: (values) => ({
    what: `The server knows the key and does not allow this.${said(values)}`,
    remedy: 'Check that the key belongs to this tenant, and that its plan includes commands.',
  }),
  commandMalformed: (values) => ({
    what: `The server does not understand the command.${said(values)}`,
    remedy: 'Check the room and the id.',
  }),
  commandNotFound: (values) => ({
    what: `The server finds no such meeting or person.${said(values)}`,
    remedy: 'Check the room and the id: both are there only while the meeting lasts.',
  }),
  commandOther: (values) => ({
    what: `The server answered ${values.status ?? 'something'}, which Roomkey does not know.${said(values)}`,
    remedy: 'See whether the command was carried out before you try again.',
  }),
  commandPage: ({ status }) => ({
    what: `A web page came in place of an answer (${status}).`,
    remedy: 'Check the tenant’s server, and whether a proxy or a log-in page stands between.',
  }),
  commandRedirected: () => ({
    what: 'The server sends Roomkey to another address, and Roomkey does not take the token there.',
    remedy: 'Check the tenant’s server.',
  }),
  commandServerFailed: (values) => ({
    what: `The server failed (${values.status}).${said(values)}`,
    remedy: 'See whether the command was carried out before you try again.',
  }),
  commandTooLong: () => ({
    what: 'The server answered with more than a command needs, and Roomkey did not read it.',
    remedy: 'Check the tenant’s server, and see whether the command was carried out.',
  }),
  commandTooMany: (values) => ({
    what: `The server has had too many commands.${said(values)}`,
    remedy: 'Wait a minute and try again.',
  }),
  commandUnanswered: ({ host }) => ({
    what: `${host ?? 'The server'} gave no answer in time.`,
    remedy: 'See whether the command was carried out before you try again.',
  }),
  commandUnauthorised: (values) => ({
    what: `The server does not accept the key.${said(values)}`,
    remedy:
      'Check in the JaaS console that the public key is registered under this key id, and that this computer’s clock is right.',
  }),
  idEmpty: () => ({ what: 'The id is missing.', remedy: 'Take it from a webhook.' }),
  idMalformed: () => ({ what: 'This is no id.', remedy: 'Write it alone, as a webhook gives it.' }),
  secretEmpty: () => ({
    what: 'There is no text in the clipboard.',
    remedy: 'Copy the secret in the JaaS console: Webhooks, the endpoint, Reveal secret.',
  }),
  secretMalformed: () => ({
    what: 'The secret is not whole, or there is more in the clipboard.',
    remedy: 'Copy it alone, from whsec_ on.',
  }),
  secretNone: () => ({
    what: 'No secret of this tenant is in the keyring.',
    remedy: 'Copy it in the JaaS console, and paste it above.',
  }),
  secretNoPrefix: () => ({
    what: 'What is in the clipboard is no webhook secret: it does not begin with whsec_.',
    remedy: 'Copy it in the JaaS console: Webhooks, the endpoint, Reveal secret.',
  }),
  signatureEmpty: () => ({
    what: 'The signature is missing.',
    remedy: 'Paste the value of the header X-Jaas-Signature.',
  }),
  signatureMalformed: () => ({
    what: 'The signature’s v1 is cut off or altered.',
    remedy: 'Paste the whole header.',
  }),
  signatureNoScheme: () => ({
    what: 'The signature has no v1, the only scheme of JaaS.',
    remedy: 'Paste the whole header.',
  }),
  signatureNoTime: () => ({
    what: 'The signature has no time.',
    remedy: 'Paste the whole header, which begins with t=.',
  }),
  signatureSeveralTimes: () => ({
    what: 'The signature has several times.',
    remedy: 'Paste the header of one delivery.',
  }),
  signatureTimeMalformed: () => ({
    what: 'The signature’s time is no number of seconds.',
    remedy: 'Paste the header as it was delivered.',
  }),
  tokenOfAnotherTenant: () => ({
    what: 'This token is another tenant’s.',
    remedy: 'Choose that tenant, or paste a token of this one.',
  }),
  webhookBodyEmpty: () => ({
    what: 'The body is missing.',
    remedy: 'Paste what JaaS delivered, whole and unchanged.',
  }),
  webhookBodyNoEvent: () => ({
    what: 'The body is no event.',
    remedy: 'Paste what JaaS delivered, from the first { to the last }.',
  }),
  webhookBodyNotJson: () => ({
    what: 'The body is no JSON.',
    remedy: 'Paste what JaaS delivered, whole and without the headers.',
  }),
  webhookBodyTooLarge: () => ({ what: 'The body is larger than 1 MB.', remedy: 'Paste one delivery alone.' }),
};
