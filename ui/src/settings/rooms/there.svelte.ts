/**
 * The rooms that a tenant's provider has: asked for when somebody wants to see them, made,
 * put among the tenant's, and called off.
 */
import type { MakeRoomRequest } from '../../bindings/MakeRoomRequest';
import type { ProviderRoom } from '../../bindings/ProviderRoom';
import { text } from '../../texts/text.svelte';
import type { Settings } from '../settings.svelte';

/** Where faults are said: of the list, of what is made, of what is called off. */
export const THERE = { list: 'there', make: 'there.make', cancel: 'there.cancel' } as const;

export class RoomsThere {
  /** None before they were asked for. */
  rooms = $state.raw<ProviderRoom[] | null>(null);
  looking = $state(false);

  readonly #settings: Settings;
  readonly #tenant: string;

  constructor(settings: Settings, tenant: string) {
    this.#settings = settings;
    this.#tenant = tenant;
  }

  async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    const { backend } = this.#settings;
    const rooms = await this.#settings.ask(THERE.list, () => backend.providerRooms({ tenant: this.#tenant }));
    if (rooms !== null) this.rooms = rooms;
    this.looking = false;
  }

  async make(wish: Omit<MakeRoomRequest, 'tenant'>): Promise<boolean> {
    const { backend, toasts } = this.#settings;
    const made = await this.#settings.save(THERE.make, () => backend.makeRoom({ tenant: this.#tenant, ...wish }));
    if (made) toasts.show({ text: text.all.rooms.made(wish.title) });
    return made;
  }

  async take({ id }: ProviderRoom): Promise<void> {
    const { backend } = this.#settings;
    await this.#settings.save(THERE.list, () => backend.listRoom({ tenant: this.#tenant, id }));
  }

  async cancel({ id, title }: ProviderRoom): Promise<boolean> {
    const { backend, toasts } = this.#settings;
    const done = await this.#settings.save(THERE.cancel, () => backend.cancelRoom({ tenant: this.#tenant, id }));
    if (done) {
      this.rooms = this.rooms?.filter((room) => room.id !== id) ?? null;
      toasts.show({ text: text.all.rooms.calledOff(title) });
    }
    return done;
  }
}
