/** The settings window's backend in memory, for a browser and for tests. */
import type { CheckResult } from '../../bindings/CheckResult';
import type { ErrorView } from '../../bindings/ErrorView';
import type { KeptKey } from '../../bindings/KeptKey';
import type { RoomsImported } from '../../bindings/RoomsImported';
import type { RoomSettings } from '../../bindings/RoomSettings';
import type { SettingsView } from '../../bindings/SettingsView';
import type { TenantSettings } from '../../bindings/TenantSettings';
import type { SettingsBackend } from '../settings';
import { PICTURE, shadesOf } from './brand';
import { checkedAppId, checkedEmail, checkedKeyId, checkedName, fault } from './checks';
import { fakeProviderRooms } from './provider-rooms';
import { someProviderRooms } from './provider-scenarios';
import { checkedFields, checkedProvider, identityOf, keyFileOf, providerView } from './providers';
import type { Recorder } from './recorder';
import { listeners, recorder } from './recorder';
import { PASSPHRASE } from './rollout';
import { fakeSecrets } from './secrets';
import { checkResults } from './settings-checks';
import { fakeRooms } from './settings-rooms';
import { settingsScenario, tenant as freshTenant } from './settings-scenarios';
import type { FakeTenantKeys } from './tenant-keys';
import { fakeTenantKeys } from './tenant-keys';

export interface FakeSettingsOptions {
  scenario?: string;
  language?: 'en' | 'de';
  /** How long a command takes, in milliseconds. */
  delay?: number;
}

export interface FakeSettings extends SettingsBackend, Pick<FakeTenantKeys, 'nextKey'>, Pick<Recorder, 'calls'> {
  view(): SettingsView;
  change(patch: Partial<SettingsView>): void;
  roomsOf(tenant: string): RoomSettings[];
  failNext(command: keyof SettingsBackend, error: ErrorView): void;
  /** What the next import of rooms gives. */
  nextImport(outcome: RoomsImported | null): void;
  /** What is in the clipboard when a secret is pasted. */
  copySecret(text: string): void;
}

export function fakeSettings(options: FakeSettingsOptions = {}): FakeSettings {
  const record = recorder(options.delay ?? 0);
  const { calls, command, failNext } = record;
  const keys = fakeTenantKeys(record, (options.delay ?? 0) * 8);
  const changed = listeners<SettingsView>();
  const progress = listeners<CheckResult>();
  const start = settingsScenario(options.scenario ?? 'one');
  let view: SettingsView = { ...start.view, language: options.language ?? start.view.language };

  const change = (patch: Partial<SettingsView>) => {
    view = { ...view, ...patch };
    changed.tell(structuredClone(view));
  };
  const tenantOf = (id: string): TenantSettings => {
    const tenant = view.tenants.find((one) => one.id === id);
    if (tenant === undefined) throw fault('tenantUnknown', { tenant: id });
    return tenant;
  };
  const setTenant = (id: string, patch: Partial<TenantSettings>) => {
    tenantOf(id);
    change({ tenants: view.tenants.map((one) => (one.id === id ? { ...one, ...patch } : one)) });
  };
  const rooms = fakeRooms(record, start.rooms, (id, roomCount) => setTenant(id, { roomCount }));
  const provided = fakeProviderRooms(record, someProviderRooms(), {
    providerOf: (tenant) => tenantOf(tenant).provider,
    listed: rooms.all,
    list: rooms.set,
  });
  const secrets = fakeSecrets(record, (id, secret) =>
    setTenant(id, { provider: { ...tenantOf(id).provider, secret } }),
  );
  const saved = (name: string) => ({ path: `/home/ada/Documents/${name}` });

  return {
    calls,
    failNext,
    change,
    view: () => view,
    nextKey: keys.nextKey,
    roomsOf: rooms.all,
    nextImport: rooms.nextImport,
    copySecret: secrets.copySecret,

    ...keys.backend,
    ...rooms.backend,
    ...provided.backend,
    ...secrets.backend,
    state: () => command('state', null, () => structuredClone(view)),
    onChanged: changed.add,
    onCheckProgress: progress.add,

    addTenant: (request) =>
      command('addTenant', request, async () => {
        const fields = checkedFields(request.provider);
        const known = view.tenants.map(({ provider }) => identityOf(provider.fields));
        if (known.includes(identityOf(fields))) throw fault('tenantExists');
        const title = request.title.trim();
        if (title === '') throw fault('tenantTitleEmpty');
        const id = title.toLowerCase().replaceAll(/\W+/g, '-');
        const blank = freshTenant();
        const added: TenantSettings = {
          ...blank,
          id,
          title,
          provider: providerView(fields, await keyFileOf(fields)),
          key: null,
          moderators: [],
          brand: { ...blank.brand, name: title, link: null },
        };
        change({ tenants: [...view.tenants, added], current: view.current ?? id });
        return { tenant: id };
      }),
    setTenant: ({ tenant, ...request }) =>
      command('setTenant', { tenant, ...request }, async () => {
        if (request.title.trim() === '') throw fault('tenantTitleEmpty');
        if (request.lifetimeMinutes < 5 || request.lifetimeMinutes > 1440) throw fault('lifetimeOutOfRange');
        const { provider } = tenantOf(tenant);
        if (provider.fields.kind !== request.provider.kind) throw fault('providerFixed');
        const fields = checkedFields(request.provider);
        setTenant(tenant, {
          ...request,
          title: request.title.trim(),
          provider: providerView(fields, await keyFileOf(fields), provider.secret ?? undefined),
        });
      }),
    removeTenant: ({ tenant }) =>
      command('removeTenant', { tenant }, () => {
        const tenants = view.tenants.filter((one) => one.id !== tenant);
        change({ tenants, current: tenants[0]?.id ?? null });
      }),

    keepKey: ({ tenant, keyId }) =>
      command('keepKey', { tenant, keyId }, () => {
        const to = tenantOf(tenant);
        const now = Math.floor(Date.now() / 1000);
        const { fields, rotatesKeys } = to.provider;
        const name = fields.kind === 'jitsi' ? fields.keyName : '';
        const whole = fields.kind === 'jaas' ? checkedKeyId(fields.appId, keyId) : name;
        const kept: KeptKey = { keyId: whole, key: keys.take(tenant), fault: null, added: now, passed: null };
        setTenant(tenant, to.key === null || !rotatesKeys ? { key: kept } : { nextKey: kept });
      }),
    rehearseKey: ({ tenant }) =>
      command('rehearseKey', { tenant }, () => {
        const { nextKey } = tenantOf(tenant);
        if (nextKey !== null) setTenant(tenant, { nextKey: { ...nextKey, passed: nextKey.added } });
      }),
    promoteKey: (request) =>
      command('promoteKey', request, () => {
        const { key, nextKey } = tenantOf(request.tenant);
        if (nextKey?.passed === null && !request.untried) throw fault('keyUntried');
        setTenant(request.tenant, { key: nextKey && { ...nextKey, passed: null }, nextKey: null, formerKey: key });
      }),
    bringKeyBack: ({ tenant }) =>
      command('bringKeyBack', { tenant }, () => {
        const { key, formerKey } = tenantOf(tenant);
        setTenant(tenant, { key: formerKey, formerKey: key });
      }),
    removeKey: ({ tenant, which }) =>
      command('removeKey', { tenant, which }, () =>
        setTenant(tenant, { [{ current: 'key', next: 'nextKey', former: 'formerKey' }[which]]: null }),
      ),
    savePublicKey: (request) =>
      command('savePublicKey', request, () =>
        saved(tenantOf(request.tenant).provider.keyFile ?? 'acme-4f4910.pub.pem'),
      ),
    saveStagedPublicKey: (request) => command('saveStagedPublicKey', request, () => saved('roomkey.pub.pem')),

    setModerators: ({ tenant, moderators }) =>
      command('setModerators', { tenant, moderators }, () => setTenant(tenant, { moderators })),
    setFeatures: ({ tenant, role, features }) =>
      command('setFeatures', { tenant, role, features }, () =>
        setTenant(tenant, { features: { ...tenantOf(tenant).features, [role]: features } }),
      ),

    setBrand: ({ tenant, name, accent, link, hiddenButtons }) =>
      command('setBrand', { tenant, name, accent, link, hiddenButtons }, () => {
        if (accent !== null && !/^#[0-9a-f]{6}$/i.test(accent)) throw fault('accentMalformed');
        if (link !== null && !/^https:\/\/[^\s/]+/.test(link)) throw fault('linkMalformed');
        const to = tenantOf(tenant);
        setTenant(tenant, {
          brand: { ...to.brand, name: name || to.title, accent, link, hiddenButtons, shades: shadesOf(accent) },
        });
      }),
    chooseLogo: (request) =>
      command('chooseLogo', request, () => {
        setTenant(request.tenant, { brand: { ...tenantOf(request.tenant).brand, logo: PICTURE } });
        return true;
      }),
    chooseBackground: (request) =>
      command('chooseBackground', request, () => {
        setTenant(request.tenant, { brand: { ...tenantOf(request.tenant).brand, background: PICTURE } });
        return true;
      }),
    removePicture: ({ tenant, which }) =>
      command('removePicture', { tenant, which }, () =>
        setTenant(tenant, { brand: { ...tenantOf(tenant).brand, [which]: null } }),
      ),
    exportBranding: (request) => command('exportBranding', request, () => saved('acme-branding.json')),

    check: (request) =>
      command('check', request, async () => {
        const results = checkResults(options.scenario === 'checkfails', tenantOf(request.tenant).provider);
        for (const result of results) {
          if (options.delay) await new Promise((done) => setTimeout(done, options.delay));
          progress.tell(result);
        }
        return { results, text: results.map(({ id, outcome }) => `${id}: ${outcome}`).join('\n') };
      }),
    exportRollout: (request) =>
      command('exportRollout', request, () => ({ passphrase: PASSPHRASE, ...saved('acme.roomkey') })),

    resetProfile: () => command('resetProfile', null, () => undefined),
    removeEverything: () =>
      command('removeEverything', null, () => change({ tenants: [], current: null, person: null })),

    checkProvider: (request) => command('checkProvider', request, () => checkedProvider(request.provider)),
    checkKeyId: ({ appId, keyId }) =>
      command('checkKeyId', { appId, keyId }, () => ({ value: checkedKeyId(checkedAppId(appId), keyId) })),
    chooseTenant: ({ tenant }) => command('chooseTenant', { tenant }, () => change({ current: tenantOf(tenant).id })),
    openInspector: () => command('openInspector', null, () => undefined),
    setPreferences: (preferences) =>
      command('setPreferences', preferences, () =>
        change({ preferences, language: preferences.language ?? options.language ?? 'en' }),
      ),
    setPerson: (request) =>
      command('setPerson', request, () =>
        change({ person: { name: checkedName(request.name), email: checkedEmail(request.email) } }),
      ),
  };
}
