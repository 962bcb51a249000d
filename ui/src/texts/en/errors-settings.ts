import type { SettingsErrorTexts } from '../errors';
import { secondsInWords } from '../units';

export const settingsErrors: SettingsErrorTexts = {
  accentMalformed: () => ({ what: 'This is no colour.', remedy: 'Write it like #136573.' }),
  clockSkew: ({ seconds = '0' }) => ({
    what: `This computer’s clock is ${secondsInWords('en', Math.abs(Number(seconds)))} ${Number(seconds) < 0 ? 'behind' : 'ahead'}.`,
    remedy: 'Let your system set the time by itself.',
  }),
  fileNotSaved: ({ why }) => ({
    what: `The file was not saved (${why}).`,
    remedy: 'Choose another folder, or make room on the disk.',
  }),
  hostUnknown: ({ host }) => ({
    what: `${host ?? 'The server'} is not found.`,
    remedy: 'Check the name in the section Tenants, and your network’s DNS.',
  }),
  hostsBlocked: ({ hosts }) => ({
    what: `Cannot be reached: ${hosts ?? 'servers of JaaS'}.`,
    remedy: 'Let *.8x8.com, *.8x8.vc and *.jitsi.net through in your firewall: TCP 443, UDP 10000.',
  }),
  lifetimeOutOfRange: () => ({
    what: 'A token is valid for 5 minutes to 24 hours.',
    remedy: 'Type a number from 5 to 1440.',
  }),
  linkMalformed: () => ({ what: 'This is no link.', remedy: 'Begin it with https:// and the host’s name.' }),
  meetingOpen: () => ({ what: 'A meeting is open.', remedy: 'End it first.' }),
  moderatorMalformed: ({ found }) => ({
    what: `“${found}” is neither an address nor a domain.`,
    remedy: 'Write ada@example.org, or @example.org for everybody there.',
  }),
  keyNotPassed: () => ({
    what: 'The present key has not passed a check, and another replaced key is still kept.',
    remedy: 'Check the set-up, or remove the former key first.',
  }),
  keyUntried: () => ({ what: 'The next key has not been tried.', remedy: 'Try it in a rehearsal first.' }),
  pictureDamaged: () => ({
    what: 'This picture is damaged or was cut off.',
    remedy: 'Save it anew from where it was made, and choose that file.',
  }),
  pictureEmbedded: () => ({ what: 'This drawing has another picture in it.', remedy: 'Save it as a PNG.' }),
  pictureFormat: () => ({
    what: 'This is no picture that Roomkey reads.',
    remedy: 'Choose an SVG, a PNG, a JPEG or a WebP.',
  }),
  pictureIntricate: () => ({ what: 'This drawing is too intricate.', remedy: 'Save it as a PNG.' }),
  pictureNotKept: ({ why }) => ({
    what: `The picture was not kept (${why}).`,
    remedy: 'Make sure that Roomkey’s folder can be written to and that the disk is not full.',
  }),
  pictureOtherKind: ({ named, found }) => ({
    what: `This file is named as ${named} and holds ${found}.`,
    remedy: 'Give it the right name, and choose it again.',
  }),
  pictureTooLarge: ({ most }) => ({ what: 'This file is too large.', remedy: `Choose one of at most ${most} MB.` }),
  pictureTooManyPixels: ({ most }) => ({
    what: 'This picture has too many pixels.',
    remedy: `Save it with at most ${most} million.`,
  }),
  pictureUnreadable: ({ why }) => ({
    what: `The picture’s file was not read (${why}).`,
    remedy: 'Check that you may open it.',
  }),
  pictureWords: () => ({
    what: 'The words in this drawing need a font.',
    remedy: 'Turn them into outlines where it was made, or save it as a PNG.',
  }),
  proofNone: () => ({ what: 'Nothing has been proved yet.', remedy: 'Start first.' }),
  proofRuns: () => ({ what: 'A proof is running.', remedy: 'Stop it in the inspector first.' }),
  policyLocks: () => ({ what: 'Your organisation has fixed this.', remedy: 'Ask your administrator.' }),
  rolloutDamaged: () => ({
    what: 'The rollout file is cut off or was changed on its way. Nothing was set up.',
    remedy: 'Ask for it again.',
  }),
  rolloutNone: () => ({ what: 'No rollout file is open.', remedy: 'Choose the file again.' }),
  rolloutNotOne: () => ({
    what: 'This is no rollout file.',
    remedy: 'Choose the one from your administrator; its name ends in .roomkey.',
  }),
  rolloutPassphraseWrong: () => ({
    what: 'The passphrase does not open this file.',
    remedy: 'Type it again as it was given to you, dashes included.',
  }),
  rolloutTooNew: () => ({ what: 'A newer Roomkey made this file.', remedy: 'Update Roomkey on this desk.' }),
  rolloutUnreadable: ({ why }) => ({
    what: `The file could not be read (${why}).`,
    remedy: 'Check that you may open it.',
  }),
  roomsFileUnreadable: ({ why }) => ({
    what: `The file could not be read (${why}).`,
    remedy: 'Save the list as CSV in UTF-8.',
  }),
  roomsHeader: () => ({
    what: 'The first line does not name the columns.',
    remedy: 'Begin with an export, and fill that in.',
  }),
  roomsValue: ({ column, found }) => ({
    what: `“${found}” cannot stand in the column ${column ?? ''}.`.replace(' .', '.'),
    remedy: 'Write it as an export does, or leave it empty.',
  }),
  scriptMissing: ({ host, why }) => ({
    what: `${host ?? 'The server'} does not hand out the meeting’s script${why === undefined ? '' : ` (${why})`}.`,
    remedy: 'Check the server and the ids in the section Tenants.',
  }),
  serverUnreachable: ({ host }) => ({
    what: `${host ?? 'The server'} does not answer.`,
    remedy: 'Check your connection, and let TCP port 443 through in your firewall.',
  }),
  tenantExists: () => ({
    what: 'This account or server is set up already.',
    remedy: 'Choose that tenant at the left, or type another one.',
  }),
  tlsFailed: ({ host }) => ({
    what: `The certificate of ${host ?? 'the server'} is not valid here.`,
    remedy: 'If a proxy inspects traffic, exempt the server from it.',
  }),
};
