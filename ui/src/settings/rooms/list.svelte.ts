/**
 * The rooms of one tenant as the section shows them: fetched, filtered, and changed at once
 * while Rust saves. Thousands are folded once, so that a filter costs one pass.
 */
import type { RoomFields } from '../../bindings/RoomFields';
import type { RoomSettings } from '../../bindings/RoomSettings';
import { findable, matching } from '../../launcher/rooms';
import { text } from '../../texts/text.svelte';
import type { Settings } from '../settings.svelte';

export class RoomsList {
  rooms = $state.raw<RoomSettings[] | null>(null);
  query = $state('');

  #at = $state(0);
  readonly #settings: Settings;
  readonly #tenant: string;
  readonly #findable = $derived.by(() => findable(this.rooms ?? []));
  readonly shown = $derived.by(() => matching(this.#findable, this.query));

  constructor(settings: Settings, tenant: string) {
    this.#settings = settings;
    this.#tenant = tenant;
  }

  /** The order means something only where all are shown. */
  get orderable(): boolean {
    return this.query.trim() === '';
  }

  /** The line that arrows start from. */
  get at(): number {
    return Math.max(0, Math.min(this.#at, this.shown.length - 1));
  }

  set at(index: number) {
    this.#at = index;
  }

  search(query: string): void {
    this.query = query;
    this.at = 0;
  }

  async fetch(): Promise<void> {
    const { backend } = this.#settings;
    const rooms = await this.#settings.ask('rooms.read', () => backend.rooms({ tenant: this.#tenant }));
    if (rooms !== null) this.rooms = rooms;
  }

  put(room: RoomFields): Promise<boolean> {
    const { backend } = this.#settings;
    return this.#settings.save('room', () =>
      backend.putRooms({ tenant: this.#tenant, rooms: [room], at: null }),
    );
  }

  move(name: string, to: number): void {
    const rooms = [...(this.rooms ?? [])];
    const from = rooms.findIndex((room) => room.name === name);
    const [room] = rooms.splice(from, 1);
    const place = Math.max(0, Math.min(to, rooms.length));
    if (room === undefined || from === place) return;
    rooms.splice(place, 0, room);
    this.rooms = rooms;
    this.at = place;
    const { backend } = this.#settings;
    void this.#settings.save('rooms', () =>
      backend.moveRoom({ tenant: this.#tenant, room: name, to: place }),
    );
  }

  /** Removes it at once; the message that says so can put it back where it was. */
  async remove(room: RoomSettings): Promise<void> {
    const { backend, toasts } = this.#settings;
    const tenant = this.#tenant;
    const at = (this.rooms ?? []).findIndex((one) => one.name === room.name);
    this.rooms = (this.rooms ?? []).filter((one) => one.name !== room.name);
    const removed = await this.#settings.save('rooms', () =>
      backend.removeRooms({ tenant, rooms: [room.name] }),
    );
    if (!removed) {
      await this.fetch();
      return;
    }
    toasts.show({
      text: text.all.rooms.removed(room.title),
      undo: () =>
        void this.#settings.save('rooms', () =>
          backend.putRooms({ tenant, rooms: [fieldsOf(room)], at }),
        ),
    });
  }
}

/** What of a room is filled in. */
export function fieldsOf(room: RoomSettings): RoomFields {
  const { name, title, subject, microphoneOn, cameraOn, prejoin, lobby, lifetimeMinutes, moderators } = room;
  return { name, title, subject, microphoneOn, cameraOn, prejoin, lobby, lifetimeMinutes, moderators };
}

export function newRoom(): RoomFields {
  return {
    name: null,
    title: '',
    subject: null,
    microphoneOn: null,
    cameraOn: null,
    prejoin: false,
    lobby: false,
    lifetimeMinutes: null,
    moderators: [],
  };
}
