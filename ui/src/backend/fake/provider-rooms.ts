/** What the fake's providers have of rooms: made, listed, put among the tenant's, called off. */
import type { ProviderRoom } from '../../bindings/ProviderRoom';
import type { ProviderView } from '../../bindings/ProviderView';
import type { RoomSettings } from '../../bindings/RoomSettings';
import type { SettingsBackend } from '../settings';
import { fault } from './checks';
import type { Recorder } from './recorder';
import { room } from './settings-scenarios';

type ProviderRoomsBackend = Pick<SettingsBackend, 'makeRoom' | 'providerRooms' | 'listRoom' | 'cancelRoom'>;

/** A room that a provider has, whether or not it is listed. */
export type KeptRoom = Omit<ProviderRoom, 'isListed'>;

interface Tenants {
  providerOf: (tenant: string) => ProviderView;
  listed: (tenant: string) => RoomSettings[];
  list: (tenant: string, rooms: RoomSettings[]) => void;
}

export function fakeProviderRooms({ command }: Recorder, kept: Record<string, KeptRoom[]>, tenants: Tenants) {
  let made = 0;
  const all = (tenant: string) => kept[tenant] ?? [];
  const view = (tenant: string, one: KeptRoom): ProviderRoom => ({
    ...one,
    isListed: tenants.listed(tenant).some(({ name }) => name === one.id),
  });
  const find = (tenant: string, id: string): KeptRoom => {
    const found = all(tenant).find((one) => one.id === id);
    if (found === undefined) throw fault('callUnknown', { system: tenants.providerOf(tenant).name, said: '' });
    return found;
  };
  const list = (tenant: string, { id, title }: KeptRoom) => {
    const listed = tenants.listed(tenant).filter(({ name }) => name !== id);
    tenants.list(tenant, [...listed, room(title, { name: id })]);
  };

  const backend: ProviderRoomsBackend = {
    makeRoom: ({ tenant, title, from, until }) =>
      command('makeRoom', { tenant, title, from, until }, () => {
        if (title.trim() === '') throw fault('roomEmpty');
        const isNumber = tenants.providerOf(tenant).fields.kind === 'jioMeet';
        made += 1;
        const id = isNumber ? `04711815${String(made).padStart(2, '0')}` : `87i6-bvw8-dtn${made}`;
        const one: KeptRoom = { id, title: title.trim(), from, until, canCancel: true };
        kept[tenant] = [...all(tenant), one];
        list(tenant, one);
        return view(tenant, one);
      }),
    providerRooms: ({ tenant }) =>
      command('providerRooms', { tenant }, () => all(tenant).map((one) => view(tenant, one))),
    listRoom: ({ tenant, id }) => command('listRoom', { tenant, id }, () => list(tenant, find(tenant, id))),
    cancelRoom: ({ tenant, id }) =>
      command('cancelRoom', { tenant, id }, () => {
        find(tenant, id);
        kept[tenant] = all(tenant).filter((one) => one.id !== id);
      }),
  };
  return { backend };
}
