/**
 * When to switch a room's lobby on: once, as soon as the person leads the meeting. Roles of
 * others are told by the same event, and the person's own id comes with the join.
 */
import type { PageEvent } from '../bindings/PageEvent';

export class Lobby {
  #me: string | null = null;
  readonly #moderators = new Set<string>();
  #isDone = false;

  /** Takes note of an event, and says whether the lobby is to be switched on now. */
  isDue(event: PageEvent): boolean {
    if (event.name === 'videoConferenceJoined') this.#me = event.data.id;
    if (event.name === 'participantRoleChanged') this.#note(event.data);
    if (this.#isDone || this.#me === null) return false;
    this.#isDone = this.#moderators.has(this.#me);
    return this.#isDone;
  }

  #note({ id, role }: { id: string; role: string }): void {
    if (role === 'moderator') this.#moderators.add(id);
    else this.#moderators.delete(id);
  }
}
