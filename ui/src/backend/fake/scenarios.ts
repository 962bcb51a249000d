/** States of the launcher to look at and to test, by name; `?scenario=` chooses one. */
import type { ErrorView } from '../../bindings/ErrorView';
import type { LauncherView } from '../../bindings/LauncherView';
import type { MeetingView } from '../../bindings/MeetingView';
import type { NoticeKind } from '../../bindings/NoticeKind';
import type { PolicyView } from '../../bindings/PolicyView';
import type { Role } from '../../bindings/Role';
import type { RoomView } from '../../bindings/RoomView';
import type { State } from '../../bindings/State';
import { DUSK, LOGO } from './brand';

export type Scenario = keyof typeof SCENARIOS;

/** The state a scenario starts from; `now` dates the rooms. */
export function scenario(name: string, now: Date): LauncherView {
  const make = SCENARIOS[name as Scenario] as ((now: Date) => LauncherView) | undefined;
  return (make ?? SCENARIOS.home)(now);
}

const NO_TENANT: ErrorView = {
  code: 'tenantUnknown',
  message: 'There is no tenant “acme”. Choose one in the launcher, or set it up',
  values: { tenant: 'acme' },
};

const SCENARIOS = {
  first: () => first(),
  home: (now: Date) => home(someRooms(now)),
  none: () => home([]),
  one: (now: Date) => home(someRooms(now).slice(0, 1)),
  many: (now: Date) => home(manyRooms(200, now)),
  thousands: (now: Date) => home(manyRooms(5000, now)),
  moderator: (now: Date) => home(someRooms(now, 'moderator'), 'moderator'),
  branded: (now: Date) => withBrand(home(someRooms(now))),
  brands: (now: Date) => withCompanies(withBrand(home(someRooms(now)))),
  companies: (now: Date) => withCompanies(home(someRooms(now))),
  opening: (now: Date) => inMeeting(now, { kind: 'opening' }),
  lobby: (now: Date) => inMeeting(now, { kind: 'lobby' }),
  meeting: (now: Date) => inMeeting(now, { kind: 'joined', participantId: 'c751f89c', role: 'participant' }),
  failed: (now: Date) =>
    inMeeting(now, {
      kind: 'failed',
      failure: {
        kind: 'tokenRefused',
        reason: 'unknownKey',
        detail: 'could not obtain public key',
        clockSuspect: false,
      },
    }),
  clock: (now: Date) => withNotice(now, 'clockSkew', { seconds: '-184' }),
  keyring: (now: Date) => withNotice(now, 'keyringAbsent', {}),
  locked: (now: Date) => withNotice(now, 'keyringLocked', {}),
  nokey: (now: Date) => withNotice(now, 'keyMissing', { tenant: 'Acme', signing: 'key' }),
  nochromium: (now: Date) => withNotice(now, 'noChromium', {}),
  damaged: (now: Date) => withNotice(now, 'settingsDamaged', { path: '/home/ada/.config/roomkey/settings.json' }),
  warning: (now: Date) => withNotice(now, 'settingsWarning', { path: 'tenants[0].rooms[3]' }),
  policy: (now: Date) => ({ ...home(someRooms(now)), policy: POLICY }),
  couldnot: (now: Date) => withNotice(now, 'couldNotJoin', {}, NO_TENANT),
  rehearsal: () => ({
    ...first(),
    meeting: meeting({ kind: 'joined', participantId: 'a1', role: 'moderator' }, null),
  }),
} as const satisfies Record<string, (now: Date) => LauncherView>;

const POLICY: PolicyView = {
  state: 'valid',
  path: '/etc/roomkey/policy.json',
  message: '',
  reason: 'Set by IT for all desks.',
  locked: ['preferences', 'rooms'],
};

function first(): LauncherView {
  return {
    language: 'en',
    version: '0.1.0',
    person: null,
    tenants: [],
    tenant: null,
    meeting: null,
    arrival: { microphoneOn: true, cameraOn: false },
    preferences: { language: null, surface: 'auto' },
    notices: [],
    policy: { state: 'none', path: '/etc/roomkey/policy.json', message: '', reason: '', locked: [] },
  };
}

function home(rooms: RoomView[], role: 'moderator' | 'participant' = 'participant'): LauncherView {
  return {
    ...first(),
    person: { name: 'Ada Lovelace', email: 'ada@acme.example' },
    tenants: [{ id: 'acme', title: 'Acme Meetings' }],
    tenant: {
      id: 'acme',
      title: 'Acme Meetings',
      role,
      brand: { name: 'Acme Meetings', accent: null, logo: null },
      background: null,
      link: null,
      rooms,
    },
  };
}

function withBrand(view: LauncherView): LauncherView {
  if (view.tenant === null) return view;
  const brand = { name: 'Acme Meetings', accent: '#b45309', logo: LOGO };
  return { ...view, tenant: { ...view.tenant, brand, background: DUSK, link: 'https://www.acme.example/meet' } };
}

function withCompanies(view: LauncherView): LauncherView {
  return {
    ...view,
    tenants: [...view.tenants, { id: 'globex', title: 'Globex Research and Development' }],
  };
}

function inMeeting(now: Date, state: State): LauncherView {
  return { ...home(someRooms(now)), meeting: meeting(state, 'acme') };
}

function meeting(state: State, tenant: string | null): MeetingView {
  return tenant === null
    ? { tenant, room: 'rehearsal', title: 'Demonstration', rehearsal: true, state }
    : { tenant, room: 'customer-calls', title: 'Customer calls', rehearsal: false, state };
}

function withNotice(
  now: Date,
  kind: NoticeKind,
  values: Record<string, string>,
  error: ErrorView | null = null,
): LauncherView {
  return { ...home(someRooms(now)), notices: [{ kind, values, error }] };
}

function someRooms(now: Date, role: Role = 'participant'): RoomView[] {
  const ago = (hours: number) => Math.floor(now.getTime() / 1000) - Math.round(hours * 3600);
  return [
    { name: 'daily-stand-up', title: 'Daily stand-up', role, lastJoined: ago(1) },
    { name: 'customer-calls', title: 'Customer calls', role, lastJoined: ago(26) },
    { name: 'board', title: 'Board', role: 'moderator', lastJoined: ago(24 * 4) },
    { name: 'abteilungsleitungsrunde', title: 'Abteilungsleitungsrunde Produktentwicklung', role, lastJoined: ago(24 * 40) },
    { name: 'all-hands', title: 'All hands', role, lastJoined: null },
  ];
}

const SUBJECTS = ['Design', 'Sales', 'Support', 'Platform', 'Finance', 'People', 'Legal', 'Research'];
const FORMS = ['weekly', 'review', 'stand-up', 'planning', 'retrospective'];

function manyRooms(count: number, now: Date): RoomView[] {
  const week = 7 * 24 * 3600;
  return Array.from({ length: count }, (_, index) => {
    const subject = SUBJECTS[index % SUBJECTS.length] ?? '';
    const form = FORMS[Math.floor(index / SUBJECTS.length) % FORMS.length] ?? '';
    const team = Math.floor(index / (SUBJECTS.length * FORMS.length)) + 1;
    const title = `${subject} ${form} ${team}`;
    return {
      name: title.toLowerCase().replaceAll(' ', '-'),
      title,
      role: 'participant',
      lastJoined: index % 7 === 0 ? Math.floor(now.getTime() / 1000) - index * week : null,
    };
  });
}
