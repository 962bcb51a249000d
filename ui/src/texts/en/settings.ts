import type { Locked } from '../../bindings/Locked';
import type { Role } from '../../bindings/Role';
import type { SigningKind } from '../../bindings/SigningKind';
import type { Region, Section } from '../settings';

const sections: Record<Section, string> = {
  tenants: 'Tenants',
  key: 'Key',
  rooms: 'Rooms',
  people: 'People and roles',
  brand: 'Brand',
  check: 'Check set-up',
  rollout: 'Rollout',
  preferences: 'Preferences',
  slate: 'Clean slate',
};

const leads: Record<Section, string> = {
  tenants: 'One account or server each, with its own rooms, key and brand.',
  key: 'What signs every token. On this computer it lives in your system’s keyring alone.',
  rooms: 'What people find in the launcher, in this order; the room they joined last comes first.',
  people: 'What people join as, and what each role may do.',
  brand: 'How the launcher and the meeting look.',
  check: 'Whether a meeting would open from this desk, and what stands in its way.',
  rollout: 'Sets up other desks with one encrypted file.',
  preferences: 'These are yours; they do not go into a rollout.',
  slate: 'For when something has to go.',
};

const locked: Record<Locked, string> = {
  tenants: 'Your organisation manages the tenants.',
  rooms: 'Your organisation manages the rooms.',
  people: 'Your organisation manages people and roles.',
  brand: 'Your organisation manages the brand.',
  preferences: 'Your organisation manages the preferences.',
  keys: 'Your organisation manages the keys.',
};

const regions: Record<Region, string> = {
  '8x8.vc': 'Nearest, worldwide',
  'frankfurt.8x8.vc': 'Frankfurt',
  'london.8x8.vc': 'London',
  'ashburn.8x8.vc': 'Ashburn, US east',
  'oregon.8x8.vc': 'Oregon, US west',
  'saopaulo.8x8.vc': 'São Paulo',
  'mumbai.8x8.vc': 'Mumbai',
  'sydney.8x8.vc': 'Sydney',
  'stage.8x8.vc': 'Staging',
};

const rolesMany: Record<Role, string> = {
  moderator: 'Moderators',
  participant: 'Participants',
  visitor: 'Visitors',
};

export const settings = {
  title: 'Settings',
  sections,
  leads,
  tenant: 'Tenant',
  saving: 'Saving…',
  saved: 'Saved',
  notOpened: 'The settings did not open',
  cancel: 'Cancel',
  done: 'Done',
  add: 'Add',
  remove: 'Remove',
  savedAt: (path: string) => `Saved as ${path}`,

  locked,
  lockedBy: (path: string) => `Fixed by ${path}.`,
  policyBroken: 'The policy file is broken, so what it could fix stays as it is.',
  policyMend: (path: string, why: string) => `Mend ${path}: ${why}`,

  noTenant: 'No tenant yet',
  noTenantText: 'Add the account or the server of your company; key, rooms and brand follow.',
  addTenant: 'Add a tenant',
  addTenantText: 'The provider cannot be changed later, and neither can the AppID of JaaS.',
  tenantTitle: 'Title',
  tenantTitleNote: 'As your staff know it.',
  appIdFixed: 'AppID',
  domain: 'Server',
  regions,
  ownHost: 'Another server',
  ownHostName: 'Server’s name',
  ownHostNote: 'A host name, such as meet.example.org.',
  lifetime: 'Lifetime of a token',
  lifetimeNote: 'Roomkey renews it while a meeting lasts; shorter is safer. 5 minutes to 24 hours.',
  lifetimeOnceNote: 'It is asked for when somebody joins, and a room that is planned is planned for as long. 5 minutes to 24 hours.',
  minutes: 'in minutes',
  inLauncher: 'Shown in the launcher',
  showInLauncher: 'Show in the launcher',
  removeTenant: (title: string) => `Remove ${title}?`,
  removeTenantButton: 'Remove tenant',
  removeTenantText: 'This is lost on this computer and cannot be taken back:',
  lostRooms: (count: number) => (count === 1 ? 'one room' : `${count} rooms`),
  lostKey: (keyId: string) => (keyId === '' ? 'its private key' : `the private key of ${keyId}`),
  lostSecret: 'the secret that signs its tokens',
  lostBrand: 'its brand and its rules',
  lostNowhereElse: 'Nothing changes at the providers.',
  lostNotThere: (provider: string) => `Nothing changes at ${provider}.`,

  everyone: 'Everyone joins as',
  everyoneText: 'Whoever is not a moderator below.',
  moderators: 'Moderators',
  moderatorsText: 'By address, or everybody of a domain: ada@example.org, @example.org.',
  moderatorsRoom: 'Moderators of this room',
  moderatorsRoomText: 'Besides the tenant’s own.',
  addModerator: 'Address or @domain',
  removeModerator: (who: string) => `Remove ${who}`,
  noModerators: 'Nobody yet.',
  rolesMany,
  features: 'Features by role',
  featuresText: 'What a token of each role allows. What is off is off in the meeting.',
  featureFor: (feature: string, role: string) => `${feature}: ${role}`,
  feature: 'Feature',
  featuresHonest: 'What this does not protect',
  honestText: {
    key: 'These rules are applied on this computer, where the token is made. Whoever holds the private key can grant anyone any role and any feature. Give the key only to desks that you trust with that.',
    secret: 'These rules are applied on this computer, where the token is made. Whoever holds the secret can grant anyone any role. Give it only to desks that you trust with that.',
    server: 'These rules are applied on this computer. What the token server puts into its tokens is for that server to decide.',
  } satisfies Record<SigningKind, string>,

  preferencesYou: 'You',
  preferencesYouText: 'What others see of you in a meeting.',
  preferencesWindow: 'Roomkey',
  preferencesWindowText: 'Its language, and what shows meetings.',

  resetProfile: 'Reset the meeting profile',
  resetProfileText:
    'Meetings keep a browser profile. After an update of the server it may go stale: pages stay blank, buttons do nothing.',
  resetProfileButton: 'Reset the profile',
  resetProfileAsk: 'Reset the meeting profile?',
  resetProfileAskText:
    'Camera and microphone are asked for again. JaaS recognises people by this profile and bills by monthly active user: everyone who resets it counts once more this month.',
  resetProfileDone: 'The profile is new',
  everything: 'Remove everything',
  everythingText: 'Takes this computer back to the first start.',
  everythingButton: 'Remove everything',
  everythingAsk: 'Remove everything from this computer?',
  everythingAskText: 'This is lost and cannot be taken back:',
  lostTenants: (count: number) => (count === 1 ? 'one tenant with its rooms and brand' : `${count} tenants with their rooms and brands`),
  lostKeys: (count: number) => (count === 1 ? 'one private key' : `${count} private keys`),
  lostSecrets: (count: number) => (count === 1 ? 'one secret that signs tokens' : `${count} secrets that sign tokens`),
  lostRest: 'your name, your preferences and the meeting profile',
};
