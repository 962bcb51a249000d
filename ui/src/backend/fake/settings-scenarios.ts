/** States of the settings window to look at and to test, by name; `?scenario=` chooses one. */
import type { Features } from '../../bindings/Features';
import type { KeptKey } from '../../bindings/KeptKey';
import type { Locked } from '../../bindings/Locked';
import type { RoomSettings } from '../../bindings/RoomSettings';
import type { SettingsView } from '../../bindings/SettingsView';
import type { TenantSettings } from '../../bindings/TenantSettings';
import { DUSK, LOGO, shadesOf } from './brand';
import { fault } from './checks';
import { KEY } from './key';
import { providerTenants } from './provider-scenarios';
import { providerView } from './providers';

export const APP_ID = 'vpaas-magic-cookie-1fc542a3e4414a44b2611668195e2bfe';
const STAGING = 'vpaas-magic-cookie-7a20c4be91d04f5c8b36e0d2f1a95c44';

/** The 3rd of September 2026, 9:30 in UTC. */
const ADDED = Date.UTC(2026, 8, 3, 9, 30) / 1000;

/** A window's view and the rooms of each tenant, which it fetches by themselves. */
export interface SettingsScenario {
  view: SettingsView;
  rooms: Record<string, RoomSettings[]>;
}

export function settingsScenario(name: string): SettingsScenario {
  const make = (SCENARIOS as Record<string, (() => SettingsScenario) | undefined>)[name];
  return (make ?? SCENARIOS.one)();
}

const ALL: Locked[] = ['tenants', 'rooms', 'people', 'brand', 'preferences', 'keys'];
const POLICY = '/etc/roomkey/policy.json';

const SCENARIOS = {
  empty: () => scene([], {}),
  one: () => scene([tenant()], { acme: someRooms() }),
  two: () => scene([tenant(), staging()], { acme: someRooms(), staging: someRooms().slice(0, 2) }),
  nokey: () => scene([{ ...tenant(), key: null }], { acme: someRooms() }),
  nokeys: () => scene([{ ...tenant(), key: null }, staging()], { acme: someRooms(), staging: [] }),
  lostkey: () => scene([{ ...tenant(), key: { ...kept('4f4910'), key: null, fault: fault('keyringMissing') } }], { acme: someRooms() }),
  nextkey: () => scene([{ ...tenant(), nextKey: { ...kept('9c02d7'), added: ADDED + 6_480_000, passed: null } }], { acme: someRooms() }),
  formerkey: () =>
    scene([{ ...tenant(), key: { ...kept('9c02d7'), passed: null }, formerKey: kept('4f4910') }], { acme: someRooms() }),
  norooms: () => scene([tenant()], { acme: [] }),
  thousands: () => scene([tenant()], { acme: manyRooms(5000) }),
  branded: () => scene([branded()], { acme: someRooms() }),
  checkfails: () => scene([tenant()], { acme: someRooms() }),
  broken: () => ({
    ...scene([tenant()], { acme: someRooms() }),
    view: {
      ...scene([tenant()], { acme: someRooms() }).view,
      policy: { state: 'broken', path: POLICY, message: 'line 12, column 3: expected “,”', reason: '', locked: ALL },
    },
  }),
  locked: () => ({
    ...scene([tenant()], { acme: someRooms() }),
    view: {
      ...scene([tenant()], { acme: someRooms() }).view,
      policy: {
        state: 'valid',
        path: POLICY,
        message: '',
        reason: 'Set by IT for all desks. Questions to it@acme.example.',
        locked: ['tenants', 'rooms', 'people', 'brand', 'keys'],
      },
    },
  }),
  providers: () => {
    const { jitsi, videosdk, jiomeet } = others();
    return scene([tenant(), jitsi, videosdk, jiomeet], { acme: someRooms(), jitsi: someRooms() });
  },
  jitsi: () => scene([others().jitsi], { jitsi: someRooms() }),
  shortsecret: () => scene([others().shortsecret], { jitsi: someRooms() }),
  nosecret: () => scene([others().nosecret], { jitsi: someRooms() }),
  jitsikey: () => scene([others().jitsikey], { jitsi: someRooms() }),
  jitsinokey: () => scene([{ ...others().jitsikey, key: null }], { jitsi: someRooms() }),
  videosdk: () => scene([others().videosdk], { videosdk: providerRooms() }),
  tokenserver: () => scene([others().tokenserver], { videosdk: providerRooms() }),
  jiomeet: () => scene([others().jiomeet], { jiomeet: [] }),
  jiomeetkey: () => scene([others().jiomeetkey], { jiomeet: [] }),
  nokeyring: () => {
    const { view, rooms } = scene([{ ...tenant(), key: null }], { acme: someRooms() });
    return { view: { ...view, keyring: { state: 'absent', kind: '', message: 'There is no keyring' } }, rooms };
  },
} as const satisfies Record<string, () => SettingsScenario>;

function scene(tenants: TenantSettings[], rooms: Record<string, RoomSettings[]>): SettingsScenario {
  return {
    rooms,
    view: {
      language: 'en',
      version: '0.1.0',
      tenants: tenants.map((one) => ({ ...one, roomCount: rooms[one.id]?.length ?? 0 })),
      current: tenants[0]?.id ?? null,
      person: { name: 'Ada Lovelace', email: 'ada@acme.example' },
      preferences: { language: null, surface: 'auto' },
      keyring: { state: 'ready', kind: 'Secret Service', message: '' },
      policy: { state: 'none', path: POLICY, message: '', reason: '', locked: [] },
    },
  };
}

export function tenant(): TenantSettings {
  return {
    id: 'acme',
    title: 'Acme Meetings',
    provider: providerView({ kind: 'jaas', appId: APP_ID, domain: '8x8.vc' }),
    role: 'participant',
    lifetimeMinutes: 180,
    moderators: ['ada@acme.example', '@board.acme.example'],
    features: { moderator: FEATURES, participant: { 'screen-sharing': true, 'send-groupchat': true }, visitor: {} },
    roomCount: 0,
    key: kept('4f4910'),
    nextKey: null,
    formerKey: null,
    brand: { name: 'Acme Meetings', accent: null, shades: null, logo: null, background: null, link: 'https://acme.example', hiddenButtons: [] },
  };
}

function staging(): TenantSettings {
  const title = 'Acme Staging';
  return {
    ...tenant(),
    id: 'staging',
    title,
    provider: providerView({ kind: 'jaas', appId: STAGING, domain: 'stage.8x8.vc' }),
    moderators: [],
    key: null,
    brand: { ...tenant().brand, name: title, link: null },
  };
}

function others() {
  return providerTenants({ ...tenant(), moderators: [] }, kept('4f4910'));
}

function branded(): TenantSettings {
  return {
    ...tenant(),
    brand: {
      name: 'Acme Meetings',
      accent: '#ffc400',
      shades: shadesOf('#ffc400'),
      logo: LOGO,
      background: DUSK,
      link: 'https://acme.example',
      hiddenButtons: ['invite', 'embedmeeting', 'download'],
    },
  };
}

function kept(short: string): KeptKey {
  return { keyId: `${APP_ID}/${short}`, key: KEY, fault: null, added: ADDED, passed: ADDED + 600 };
}

const FEATURES: Features = {
  livestreaming: false,
  recording: true,
  transcription: true,
  'screen-sharing': true,
  'send-groupchat': true,
  'create-polls': true,
  lobby: true,
  moderation: true,
  'list-visitors': true,
};

export function room(title: string, change: Partial<RoomSettings> = {}): RoomSettings {
  return {
    name: title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    title,
    subject: null,
    microphoneOn: null,
    cameraOn: null,
    prejoin: false,
    lobby: false,
    lifetimeMinutes: null,
    moderators: [],
    lastJoined: null,
    ...change,
  };
}

function someRooms(): RoomSettings[] {
  return [
    room('Daily stand-up', { microphoneOn: true, cameraOn: true, lifetimeMinutes: 60 }),
    room('Customer calls', { prejoin: true, subject: 'Acme customer service' }),
    room('Board', { moderators: ['grace@acme.example'], microphoneOn: false }),
    room('Abteilungsleitungsrunde Produktentwicklung', { name: 'abteilungsleitungsrunde' }),
    room('All hands', { microphoneOn: false, cameraOn: false, lifetimeMinutes: 240 }),
  ];
}

/** One that VideoSDK has, and one that is made when somebody joins. */
function providerRooms(): RoomSettings[] {
  return [room('Daily stand-up', { name: '2kyv-gzay-64pg' }), room('Customer calls', { prejoin: true })];
}

const SUBJECTS = ['Design', 'Sales', 'Support', 'Platform', 'Finance', 'People', 'Legal', 'Research'];
const FORMS = ['weekly', 'review', 'stand-up', 'planning', 'retrospective'];

export function manyRooms(count: number): RoomSettings[] {
  return Array.from({ length: count }, (_, index) => {
    const form = FORMS[Math.floor(index / SUBJECTS.length) % FORMS.length] ?? '';
    const team = Math.floor(index / (SUBJECTS.length * FORMS.length)) + 1;
    return room(`${SUBJECTS[index % SUBJECTS.length] ?? ''} ${form} ${team}`);
  });
}
