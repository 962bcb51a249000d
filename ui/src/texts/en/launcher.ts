import type { Role } from '../../bindings/Role';
import type { Daytime } from '../daytime';

const greetings: Record<Daytime, string> = {
  morning: 'Good morning',
  day: 'Good afternoon',
  evening: 'Good evening',
};

const joinAs: Record<Role, string> = {
  moderator: 'You join as moderator',
  participant: 'You join as participant',
  visitor: 'You join as visitor',
};

const roleMeans: Record<Role, string> = {
  moderator: 'You can let people in, mute and remove them, and end the meeting.',
  participant: 'You have microphone, camera and screen.',
  visitor: 'You watch and listen; a moderator can invite you to speak.',
};

const asRole: Record<Role, string> = {
  moderator: 'as moderator',
  participant: 'as participant',
  visitor: 'as visitor',
};

export const launcher = {
  greeting: (daytime: Daytime, name: string) => `${greetings[daytime]}, ${name}`,
  joinAs,
  asRole,
  roleMeans,
  roleDiffers: 'Rooms in which it is another say so in the list.',
  roleFrom: 'Your company decides this.',

  company: 'Company',
  search: 'Find a room or name a new one',
  searchFirst: 'Name your first room',
  clear: 'Clear',
  rooms: 'Rooms',
  roomsFound: (count: number) =>
    count === 0 ? 'No such room' : count === 1 ? 'One room' : `${count} rooms`,

  join: 'Join',
  joinRoom: (title: string) => `Join ${title}`,
  opening: 'Opening…',
  /** `when` is a time today, “yesterday”, a weekday or a date. */
  lastJoined: (when: string) => `joined ${when}`,
  newRoom: (name: string) => `New room · ${name}`,
  keepRoom: 'Keep',
  keepNewRoom: (title: string) => `Keep ${title} in the list without joining`,
  more: (title: string) => `More for ${title}`,
  putOnDesktop: 'Put on desktop',
  remove: 'Remove from the list',

  emptyTitle: 'No rooms yet',
  emptyText: 'Name one and join it; it stays here for next time.',
  emptyAct: 'Name a room',

  onDesktop: (title: string) => `${title} is on your desktop`,
  kept: (title: string) => `${title} is in the list`,
  removed: (title: string) => `${title} was removed`,
  undo: 'Undo',
  dismiss: 'Close',
  tryAgain: 'Try again',
  notOpened: (title: string) => `${title} did not open`,

  meeting: {
    opening: 'Opening…',
    prejoin: 'Ready to join',
    lobby: 'Waiting to be let in',
    passwordAsked: 'The room asks for its password',
    joined: 'You are in',
    joinedAs: {
      moderator: 'You are in, as moderator',
      participant: 'You are in, as participant',
      visitor: 'You are in, as visitor',
    } satisfies Record<Role, string>,
    reconnecting: 'Reconnecting…',
    renewing: 'Refreshing…',
    show: 'Show',
    leave: 'Leave',
  },
  rehearsal: 'Rehearsal',
  rehearsalOf: (title: string) => `Rehearsal · ${title}`,

  arrival: 'How you arrive',
  microphone: 'Microphone',
  camera: 'Camera',
  on: 'on',
  off: 'off',
  rehearse: 'Rehearse',
  rehearseTitle: 'Rehearse',
  rehearseText:
    'A demonstration on this computer alone, with a tenant made up for it: see what Roomkey does when something goes wrong.',
  rehearseCases: 'Choose what happens in the rehearsal',

  followLink: (host: string) => `Open ${host}`,
  preferences: 'Preferences',
  you: 'You',
  language: 'Language',
  languageSystem: 'As the system',
  surface: 'Meetings open in',
  surfaces: {
    auto: 'What fits this computer best',
    embedded: 'Roomkey’s own window',
    chromium: 'A Chromium window',
    browser: 'The system browser',
  },
  addCompany: 'Set up another company',
  openKey: 'Open Key in the settings',
  allSettings: 'All settings',
  version: (version: string) => `Roomkey ${version}`,
  saved: 'Saved',
  close: 'Close',
};
