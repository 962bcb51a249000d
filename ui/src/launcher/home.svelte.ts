/**
 * What the launcher does between the person and the backend: which room is selected, what
 * is being opened, what went wrong. The components show it.
 */
import type { Case } from '../bindings/Case';
import type { ErrorView } from '../bindings/ErrorView';
import type { LauncherView } from '../bindings/LauncherView';
import type { Failure } from '../bindings/Failure';
import type { Backend } from '../backend/backend';
import { isErrorView, text } from '../texts/text.svelte';
import { endMeeting } from './ending';
import { findable, inOrder, matching } from './rooms';
import type { RoomRow, Row } from './rooms';
import { Toasts } from '../parts/toast.svelte';

/** A meeting that did not come about, and how to try again. */
export interface Mishap {
  title: string;
  cause: ErrorView | Failure;
  again: () => void;
}

export class Home {
  readonly toasts = new Toasts();
  query = $state('');
  /** Why what was typed cannot be a new room. */
  roomFault = $state.raw<ErrorView | null>(null);
  /** What a command rejected with, until it is closed or something is tried anew. */
  mishap = $state.raw<Mishap | null>(null);

  readonly #view: () => LauncherView;
  readonly #backend: Backend;
  #selected = $state<string | null>(null);
  #newName = $state<string | null>(null);
  #hidden = $state.raw<ReadonlySet<string>>(new Set());
  #joining = $state<string | null>(null);
  /** What the last rehearsal was to play. */
  #case: Case | null = null;

  constructor(backend: Backend, view: () => LauncherView) {
    this.#backend = backend;
    this.#view = view;
  }

  readonly #rooms = $derived.by(() => {
    const rooms = this.#view().tenant?.rooms ?? [];
    return rooms.filter((room) => !this.#hidden.has(room.name));
  });
  // Made once for all keys, and so is each row: a filter only chooses among them.
  readonly #findable = $derived.by(() =>
    findable(inOrder(this.#rooms).map((room): RoomRow => ({ kind: 'room', ...room }))),
  );

  readonly rows = $derived.by<Row[]>(() => {
    const found: Row[] = matching(this.#findable, this.query);
    const name = this.#newName;
    const isNew = name !== null && !this.#rooms.some((room) => room.name === name);
    return isNew ? [...found, { kind: 'new', name, title: this.query.trim() }] : found;
  });

  get hasRooms(): boolean {
    return this.#rooms.length > 0;
  }

  readonly #at = $derived.by(() => {
    const selected = this.#selected;
    return selected === null ? 0 : Math.max(0, this.rows.findIndex((row) => rowKey(row) === selected));
  });

  get selected(): number {
    return this.#at;
  }

  set selected(index: number) {
    const row = this.rows[Math.max(0, Math.min(index, this.rows.length - 1))];
    this.#selected = row === undefined ? null : rowKey(row);
  }

  /** The name of the room that is opening. */
  get opening(): string | null {
    const { meeting, tenant } = this.#view();
    const isHere = meeting?.tenant === tenant?.id;
    return meeting?.state.kind === 'opening' && isHere ? meeting.room : this.#joining;
  }

  /** Takes what was typed: filters at once, and asks whether it could be a new room. */
  async search(query: string): Promise<void> {
    this.query = query;
    this.#selected = null;
    this.roomFault = null;
    if (query.trim() === '') {
      this.#newName = null;
      return;
    }
    try {
      const { value } = await this.#backend.checkRoom({ text: query });
      if (this.query === query) this.#newName = value;
    } catch (error) {
      if (this.query !== query) return;
      this.#newName = null;
      // Words that find a room are a search, whatever else they cannot be.
      if (isErrorView(error) && this.rows.length === 0) this.roomFault = error;
    }
  }

  async join(row: Row): Promise<void> {
    const tenant = this.#view().tenant;
    if (tenant === null || this.#joining !== null) return;
    this.mishap = null;
    this.#joining = row.name;
    try {
      const room = row.kind === 'new' ? row.title : row.name;
      await this.#backend.join({ tenant: tenant.id, room });
      if (row.kind === 'new') await this.search('');
    } catch (error) {
      this.#failed(row.title, error, () => void this.join(row));
    } finally {
      this.#joining = null;
    }
  }

  /** Opens the failed meeting's room once more. */
  async joinAgain(): Promise<void> {
    const meeting = this.#view().meeting;
    if (meeting === null) return;
    await this.run(meeting.title, async () => {
      await endMeeting(this.#backend);
      if (meeting.tenant === null) await this.#backend.rehearse({ case: this.#case });
      else await this.#backend.join({ tenant: meeting.tenant, room: meeting.room });
    });
  }

  async rehearse(chosen: Case | null): Promise<void> {
    this.#case = chosen;
    await this.run(text.all.launcher.rehearsal, () => this.#backend.rehearse({ case: chosen }));
  }

  async keep(row: Row): Promise<void> {
    const tenant = this.#view().tenant;
    if (tenant === null) return;
    await this.run(row.title, async () => {
      await this.#backend.addRoom({ tenant: tenant.id, title: row.title });
      await this.search('');
      this.toasts.show({ text: text.all.launcher.kept(row.title) });
    });
  }

  async putOnDesktop(row: Row): Promise<void> {
    const tenant = this.#view().tenant;
    if (tenant === null) return;
    await this.run(row.title, async () => {
      await this.#backend.putOnDesktop({ tenant: tenant.id, room: row.name });
      this.toasts.show({ text: text.all.launcher.onDesktop(row.title) });
    });
  }

  /** Hides the room at once and removes it when that can no longer be undone. */
  remove(row: Row): void {
    const tenant = this.#view().tenant;
    if (tenant === null) return;
    const at = this.selected;
    this.#hide(row.name, true);
    this.selected = at;
    this.toasts.show({
      text: text.all.launcher.removed(row.title),
      undo: () => {
        this.#hide(row.name, false);
        this.#selected = rowKey(row);
      },
      settle: () =>
        void this.run(row.title, async () => {
          try {
            await this.#backend.removeRoom({ tenant: tenant.id, room: row.name });
          } finally {
            this.#hide(row.name, false);
          }
        }),
    });
  }

  /** Does something of the backend's; what it rejects with becomes the mishap. */
  async run(title: string, act: () => Promise<void>): Promise<void> {
    this.mishap = null;
    try {
      await act();
    } catch (error) {
      this.#failed(title, error, () => void this.run(title, act));
    }
  }

  #failed(title: string, error: unknown, again: () => void): void {
    const cause: ErrorView = isErrorView(error)
      ? error
      : { code: 'unexpected', message: String(error), values: {} };
    if (cause.code.startsWith('room')) this.roomFault = cause;
    else this.mishap = { title, cause, again };
  }

  #hide(name: string, hide: boolean): void {
    const hidden = new Set(this.#hidden);
    if (hide) hidden.add(name);
    else hidden.delete(name);
    this.#hidden = hidden;
  }
}

function rowKey(row: Row): string {
  return `${row.kind} ${row.name}`;
}
