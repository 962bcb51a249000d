/** The rooms of the settings window's fake: kept in order, named and checked as in Rust. */
import type { CheckRequest } from '../../bindings/CheckRequest';
import type { RoomFields } from '../../bindings/RoomFields';
import type { RoomsImported } from '../../bindings/RoomsImported';
import type { RoomSettings } from '../../bindings/RoomSettings';
import type { SettingsBackend } from '../settings';
import { checkedRoom, fault } from './checks';
import type { Recorder } from './recorder';

type RoomsBackend = Pick<
  SettingsBackend,
  'rooms' | 'putRooms' | 'moveRoom' | 'removeRooms' | 'importRooms' | 'exportRooms' | 'checkModerator'
>;

export function fakeRooms(
  { command }: Recorder,
  kept: Record<string, RoomSettings[]>,
  counted: (tenant: string, count: number) => void,
) {
  let imported: RoomsImported | null = { added: 3, changed: 1, faults: [] };
  const all = (tenant: string) => kept[tenant] ?? [];
  const set = (tenant: string, rooms: RoomSettings[]) => {
    kept[tenant] = rooms;
    counted(tenant, rooms.length);
  };

  const backend: RoomsBackend = {
    rooms: ({ tenant }) => command('rooms', { tenant }, () => structuredClone(all(tenant))),
    putRooms: (request) =>
      command('putRooms', request, () => {
        const rooms = [...all(request.tenant)];
        const placed = request.rooms.map((fields) => filledIn(fields, rooms));
        for (const room of placed) {
          const at = rooms.findIndex((one) => one.name === room.name);
          if (at !== -1 && request.at === null) rooms[at] = room;
          else rooms.splice(request.at ?? rooms.length, 0, room);
        }
        set(request.tenant, rooms);
      }),
    moveRoom: ({ tenant, room, to }) =>
      command('moveRoom', { tenant, room, to }, () => {
        const rooms = all(tenant).filter((one) => one.name !== room);
        const moved = all(tenant).find((one) => one.name === room);
        if (moved !== undefined) rooms.splice(to, 0, moved);
        set(tenant, rooms);
      }),
    removeRooms: ({ tenant, rooms }) =>
      command('removeRooms', { tenant, rooms }, () =>
        set(tenant, all(tenant).filter((one) => !rooms.includes(one.name))),
      ),
    importRooms: (request) => command('importRooms', request, () => imported),
    exportRooms: (request) =>
      command('exportRooms', request, () => ({ path: `/home/ada/Documents/${request.tenant}-rooms.csv` })),
    checkModerator: (request) => command('checkModerator', request, () => ({ value: checkedModerator(request) })),
  };
  return { all, set, backend, nextImport: (outcome: RoomsImported | null) => void (imported = outcome) };
}

function filledIn({ name, ...fields }: RoomFields, rooms: RoomSettings[]): RoomSettings {
  const checked = name ?? checkedRoom(fields.title);
  if (fields.title.trim() === '') throw fault('roomEmpty');
  if (name === null && rooms.some((room) => room.name === checked)) throw fault('roomExists');
  const { lifetimeMinutes } = fields;
  if (lifetimeMinutes !== null && (lifetimeMinutes < 5 || lifetimeMinutes > 1440)) throw fault('lifetimeOutOfRange');
  const lastJoined = rooms.find((room) => room.name === checked)?.lastJoined ?? null;
  return { ...fields, title: fields.title.trim(), name: checked, lastJoined };
}

function checkedModerator({ text }: CheckRequest): string {
  const typed = text.trim().toLowerCase();
  if (!/^[^\s@]*@[^\s@.]+(\.[^\s@.]+)+$/.test(typed)) throw fault('moderatorMalformed', { found: typed });
  return typed;
}
