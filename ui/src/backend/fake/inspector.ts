/** The inspector's backend in memory, for a browser and for tests. */
import type { ErrorView } from '../../bindings/ErrorView';
import type { InspectorTenant } from '../../bindings/InspectorTenant';
import type { InspectorView } from '../../bindings/InspectorView';
import type { KeyUsed } from '../../bindings/KeyUsed';
import type { MakeRequest } from '../../bindings/MakeRequest';
import type { PresetView } from '../../bindings/PresetView';
import type { ReadKey } from '../../bindings/ReadKey';
import type { RoomSettings } from '../../bindings/RoomSettings';
import type { TenantSettings } from '../../bindings/TenantSettings';
import type { InspectorBackend } from '../inspector';
import type { ProofBackend } from '../proof';
import { checkedRoom, fault } from './checks';
import { explain, judge } from './inspect';
import type { Made } from './make';
import { make } from './make';
import type { FakeProof, Leading } from './proof';
import { fakeProof } from './proof';
import type { Recorder } from './recorder';
import { listeners, recorder } from './recorder';
import { fakeService } from './service';
import { settingsScenario } from './settings-scenarios';
import type { FakeTable } from './table';
import { fakeTable } from './table';

export interface FakeInspectorOptions {
  /** One of the settings window's scenarios, or `presets`. */
  scenario?: string;
  language?: 'en' | 'de';
  /** How long a command takes, in milliseconds. */
  delay?: number;
  now?: Date;
  /** How the meetings of a proof grant roles. */
  leading?: Leading;
}

export interface FakeInspector extends InspectorBackend, Pick<Recorder, 'calls'> {
  view(): InspectorView;
  change(patch: Partial<InspectorView>): void;
  /** What was last copied. */
  clipboard(): string;
  failNext(command: keyof InspectorBackend | `proof.${keyof ProofBackend}`, error: ErrorView): void;
  /** What happens in the meetings of a proof. */
  readonly proofs: Omit<FakeProof, 'backend'>;
  /** What comes of tokens that are judged here. */
  readonly table: Omit<FakeTable, 'backend'>;
}

export function fakeInspector(options: FakeInspectorOptions = {}): FakeInspector {
  const record = recorder(options.delay ?? 0);
  const { calls, command, failNext } = record;
  const { backend: meetings, ...proofs } = fakeProof(record, options.delay ?? 0, options.leading);
  const changed = listeners<InspectorView>();
  let view = viewOf(options.scenario ?? 'one', options.language ?? 'en');

  let clipboard = '';

  const change = (patch: Partial<InspectorView>) => {
    view = { ...view, ...patch };
    changed.tell(structuredClone(view));
  };
  const now = () => Math.floor((options.now?.getTime() ?? Date.now()) / 1000);
  const tenantNamed = (id: string): InspectorTenant => {
    const tenant = view.tenants.find((one) => one.id === id);
    if (tenant === undefined) throw fault('tenantUnknown', { tenant: id });
    return tenant;
  };
  const { backend: tables, ...table } = fakeTable(record, tenantNamed, now);
  const makeNow = (request: MakeRequest) => make(request, tenantNamed(request.tenant), now());
  const handedOut = (request: MakeRequest): Made => {
    const made = makeNow(request);
    if (Array.isArray(made)) throw fault('fieldsMarked');
    return made;
  };
  const whose = (asked: ReadKey, token: string): KeyUsed => {
    const titled = (tenant: InspectorTenant | undefined): KeyUsed =>
      tenant === undefined ? { kind: 'unknown' } : { kind: 'tenant', title: tenant.title };
    switch (asked.kind) {
      case 'unchecked':
        return { kind: 'unchecked' };
      case 'public':
        if (asked.pem.includes('PRIVATE KEY')) throw fault('pastedPrivateKey');
        if (!asked.pem.includes('PUBLIC KEY')) throw fault('publicKeyNone');
        return { kind: 'public', fingerprint: '3b0c9f27d1c4e8a05f6d1b7c2a9e4d80' };
      case 'tenant':
        return titled(view.tenants.find(({ id }) => id === asked.tenant));
      case 'found':
        return titled(view.tenants.find(({ jaas }) => jaas !== null && atob(token.split('.')[0] ?? '').includes(jaas.appId)));
    }
  };

  return {
    calls,
    failNext,
    proof: { ...meetings, ...tables },
    proofs,
    table,
    view: () => view,
    change,
    clipboard: () => clipboard,
    ...fakeService(record, () => view.tenants),
    state: () => command('state', null, () => structuredClone(view)),
    onChanged: changed.add,
    make: (request) =>
      command('make', request, () => {
        const made = makeNow(request);
        return Array.isArray(made) ? { faults: made, made: null } : { faults: [], made: made.view };
      }),
    showToken: (request) =>
      command('showToken', request, () => {
        const { token, view: made } = handedOut(request);
        return { token, made };
      }),
    copyToken: (request) =>
      command('copyToken', request, () => {
        const made = handedOut(request);
        clipboard = made.token;
        return made.view;
      }),
    copyAddress: (request) =>
      command('copyAddress', request, () => {
        const made = handedOut(request);
        if (request.room === '') throw fault('roomEmpty');
        const { domain, jaas } = tenantNamed(request.tenant);
        const path = jaas === null ? '' : `${jaas.appId}/`;
        clipboard = `https://${domain}/${path}${request.room}?jwt=${made.token}`;
        return made.view;
      }),
    openMade: (request) => command('openMade', request, () => void handedOut(request.token)),
    savePreset: ({ name, choices }) =>
      command('savePreset', { name, choices }, () => {
        if (name.trim() === '') throw fault('presetNameEmpty');
        const others = view.presets.filter((preset) => preset.name !== name);
        change({ presets: [...others, { name, choices: structuredClone(choices) }] });
      }),
    removePreset: ({ name }) =>
      command('removePreset', { name }, () => change({ presets: view.presets.filter((preset) => preset.name !== name) })),
    read: ({ text, key, room, at }) =>
      command('read', { text, key, room, at }, () => {
        if (text.includes('PRIVATE KEY')) throw fault('pastedPrivateKey');
        const tokens = new Set(text.match(/eyJ[\w-]*\.[\w-]*(\.[\w-]*)?/g));
        if (tokens.size > 1) throw fault('pastedSeveral');
        const [token] = tokens;
        if (token === undefined) throw fault('pastedNone');
        const named = room.trim() === '' ? '' : checkedRoom(room);
        const other = view.tenants.find(({ id, jaas }) => key.kind === 'tenant' && key.tenant === id && jaas === null);
        if (other !== undefined) return judge(token, other, { kind: 'tenant', title: other.title }, named, at ?? now());
        return explain(token, whose(key, token), named, at ?? now());
      }),
  };
}

function viewOf(scenario: string, language: 'en' | 'de'): InspectorView {
  const { view, rooms } = settingsScenario(scenario);
  return {
    language,
    version: view.version,
    current: view.current,
    person: { id: '7d1f4a52', name: 'Ada Lovelace', email: 'ada@acme.example', avatar: '' },
    presets: scenario === 'presets' ? [EXPIRED] : [],
    tenants: view.tenants.map((tenant) => tenantOf(tenant, rooms[tenant.id] ?? [])),
  };
}

function tenantOf(tenant: TenantSettings, rooms: RoomSettings[]): InspectorTenant {
  const { id, title, provider, role, lifetimeMinutes, features, key, brand } = tenant;
  const { name, fields, hasFeatures, signing } = provider;
  const isJitsi = provider.hasToolbar;
  const lobby = fields.kind === 'videoSdk' ? (['lobby'] as const) : [];
  return {
    id,
    title,
    domain: fields.kind === 'videoSdk' ? fields.pages || 'embed.videosdk.live' : fields.domain,
    provider: {
      name,
      roles: fields.kind === 'jioMeet' ? [] : [...provider.roles, ...lobby],
      hasFeatures,
      hidesFromRecorder: isJitsi,
      hasCommands: fields.kind !== 'jitsi',
      canOpen: fields.kind !== 'jioMeet' && signing !== 'server',
      hasAddress: isJitsi,
      signing,
    },
    jaas: fields.kind === 'jaas' ? { appId: fields.appId, keyId: key?.keyId ?? null } : null,
    role,
    lifetimeMinutes,
    features,
    brand: { name: brand.name, accent: brand.accent, logo: brand.logo },
    rooms: rooms.map((room) => ({ name: room.name, title: room.title })),
  };
}

const EXPIRED: PresetView = {
  name: 'Expired moderator',
  choices: {
    everyRoom: false,
    person: { id: 'grace', name: 'Grace Hopper', email: '', avatar: '' },
    role: 'moderator',
    features: { recording: true, livestreaming: false },
    lifetime: '5',
    begins: '-7200',
    hiddenFromRecorder: false,
    changes: [{ place: 'exp', value: '1000' }],
  },
};
