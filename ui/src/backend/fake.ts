/**
 * An in-memory backend for a browser and for tests. It answers as Roomkey would, with
 * delays a person can see where it is not told otherwise, and lets a test set what happens.
 */
import type { ArrivalView } from '../bindings/ArrivalView';
import type { ErrorView } from '../bindings/ErrorView';
import type { LauncherView } from '../bindings/LauncherView';
import type { MeetingView } from '../bindings/MeetingView';
import type { RolloutFile } from '../bindings/RolloutFile';
import type { State } from '../bindings/State';
import type { Backend } from './backend';
import {
  checkedAppId,
  checkedEmail,
  checkedKeyId,
  checkedName,
  checkedRoom,
  fault,
} from './fake/checks';
import type { FakeKeys } from './fake/keys';
import { fakeKeys } from './fake/keys';
import { checkedProvider } from './fake/providers';
import type { Recorder } from './fake/recorder';
import { listeners, recorder } from './fake/recorder';
import { fakeRollout } from './fake/rollout';
import { fakeStagedSecrets } from './fake/secrets';
import { scenario } from './fake/scenarios';

export interface FakeOptions {
  scenario?: string;
  language?: 'en' | 'de';
  /** The brand's accent, `#rrggbb`. */
  accent?: string;
  /** The brand's picture, a `data:` address. */
  logo?: string;
  /** How long a command takes, in milliseconds. */
  delay?: number;
  now?: Date;
}

/** What a test can do besides what the interface does. */
export interface Fake extends Backend, FakeKeys, Pick<Recorder, 'calls'> {
  view(): LauncherView;
  change(patch: Partial<LauncherView>): void;
  meeting(state: State | null): void;
  /** The next call of the command rejects. */
  failNext(command: keyof Backend, error: ErrorView): void;
  /** What is in the clipboard when a secret is pasted. */
  copySecret(text: string): void;
  /** As where Roomkey is started with a rollout file. */
  openRolloutFile(file: RolloutFile): void;
}

export function fakeBackend(options: FakeOptions = {}): Fake {
  const record = recorder(options.delay ?? 0);
  const { calls, command, failNext } = record;
  const keys = fakeKeys(record);
  const secrets = fakeStagedSecrets(record);
  const changed = listeners<LauncherView>();
  const rolloutOpened = listeners<RolloutFile>();
  const now = options.now ?? new Date();
  let view = branded(scenario(options.scenario ?? 'home', now), options);

  const change = (patch: Partial<LauncherView>) => {
    view = { ...view, ...patch };
    changed.tell(structuredClone(view));
  };
  const setMeeting = (meeting: MeetingView | null) => change({ meeting });
  const opens = (meeting: Omit<MeetingView, 'state'>) => {
    setMeeting({ ...meeting, state: { kind: 'opening' } });
    if (options.delay === undefined) return;
    setTimeout(() => {
      if (view.meeting?.state.kind === 'opening') {
        setMeeting({ ...meeting, state: { kind: 'joined', participantId: 'a1', role: 'participant' } });
      }
    }, options.delay * 6);
  };
  const rooms = (change_: (rooms: readonly Room[]) => Room[]) => {
    if (view.tenant === null) throw fault('tenantUnknown', { tenant: '' });
    change({ tenant: { ...view.tenant, rooms: change_(view.tenant.rooms) } });
  };

  return {
    calls,
    view: () => view,
    change,
    meeting: (state) => {
      const base = view.meeting ?? { tenant: 'acme', room: 'board', title: 'Board', rehearsal: false };
      setMeeting(state === null ? null : { ...base, state });
    },
    failNext,
    nextKey: keys.nextKey,
    dropKey: keys.dropKey,
    dragKey: keys.dragKey,
    copySecret: secrets.copySecret,
    openRolloutFile: rolloutOpened.tell,

    ...keys.backend,
    ...secrets.backend,
    ...fakeRollout(record, rolloutOpened, () => change(view.tenant === null ? scenario('home', now) : {})),

    state: () => command('state', null, () => structuredClone(view)),
    ready: () => command('ready', null, () => undefined),
    onChanged: changed.add,
    openSettings: (request) => command('openSettings', request, () => undefined),
    openInspector: () => command('openInspector', null, () => undefined),

    join: (request) =>
      command('join', request, () => {
        if (view.meeting !== null) return;
        const room = checkedRoom(request.room);
        const listed = view.tenant?.rooms.find((other) => other.name === room);
        if (listed === undefined) rooms((all) => [...all, { name: room, title: request.room.trim(), role: view.tenant?.role ?? 'participant', lastJoined: seconds(now) }]);
        opens({ tenant: request.tenant, room, title: listed?.title ?? request.room.trim(), rehearsal: false });
      }),
    checkRoom: ({ text }) => command('checkRoom', { text }, () => ({ value: checkedRoom(text) })),
    rehearse: (request) =>
      command('rehearse', request, () => {
        const title = request.case === null ? view.tenant?.rooms[0]?.title : undefined;
        opens({ tenant: null, room: 'rehearsal', title: title ?? 'Demonstration', rehearsal: true });
      }),
    putOnDesktop: (request) =>
      command('putOnDesktop', request, () => ({ path: `/home/ada/Desktop/${request.room}.desktop` })),
    followLink: (request) => command('followLink', request, () => undefined),
    showMeeting: () => command('showMeeting', null, () => undefined),
    // As in Roomkey, the window is gone only a moment later.
    endMeeting: () =>
      command('endMeeting', null, () => void setTimeout(() => setMeeting(null), options.delay ?? 0)),
    setArrival: (arrival: ArrivalView) => command('setArrival', arrival, () => change({ arrival })),
    chooseTenant: (request) =>
      command('chooseTenant', request, () => {
        const name = view.tenants.find((tenant) => tenant.id === request.tenant);
        if (name === undefined) throw fault('tenantUnknown', { tenant: request.tenant });
        if (view.tenant === null) return;
        change({ tenant: { ...view.tenant, ...name, brand: { ...view.tenant.brand, name: name.title } } });
      }),
    addRoom: ({ tenant, title }) =>
      command('addRoom', { tenant, title }, () => {
        const name = checkedRoom(title);
        if (view.tenant?.rooms.some((room) => room.name === name)) throw fault('roomExists');
        rooms((all) => [...all, { name, title: title.trim(), role: view.tenant?.role ?? 'participant', lastJoined: null }]);
      }),
    removeRoom: (request) =>
      command('removeRoom', request, () =>
        rooms((all) => all.filter((room) => room.name !== request.room)),
      ),
    setPreferences: (preferences) =>
      command('setPreferences', preferences, () =>
        change({ preferences, language: preferences.language ?? options.language ?? 'en' }),
      ),
    setPerson: (request) =>
      command('setPerson', request, () =>
        change({ person: { name: checkedName(request.name), email: checkedEmail(request.email) } }),
      ),

    checkPerson: (request) =>
      command('checkPerson', request, () => ({
        name: checkedName(request.name),
        email: checkedEmail(request.email),
      })),
    checkProvider: (request) => command('checkProvider', request, () => checkedProvider(request.provider)),
    checkKeyId: (request) =>
      command('checkKeyId', request, () => ({
        value: checkedKeyId(checkedAppId(request.appId), request.keyId),
      })),
    finishSetup: (request) =>
      command('finishSetup', request, () => {
        const { title, role } = request.tenant;
        const id = title.toLowerCase().replace(/\W+/g, '-');
        change({
          person: request.person,
          tenants: [{ id, title }],
          tenant: {
            id,
            title,
            role,
            brand: { name: title, accent: null, logo: null },
            background: null,
            link: null,
            rooms: request.rooms.map((room) => ({ name: checkedRoom(room), title: room, role: request.tenant.role, lastJoined: null })),
          },
        });
      }),
  };
}

type Room = NonNullable<LauncherView['tenant']>['rooms'][number];

function branded(view: LauncherView, options: FakeOptions): LauncherView {
  const language = options.language ?? 'en';
  if (view.tenant === null) return { ...view, language };
  const { brand } = view.tenant;
  return {
    ...view,
    language,
    tenant: {
      ...view.tenant,
      brand: { ...brand, accent: options.accent ?? brand.accent, logo: options.logo ?? brand.logo },
    },
  };
}

function seconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}
