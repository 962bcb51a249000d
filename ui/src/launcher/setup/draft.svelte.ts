/**
 * Everything that is typed in the set-up, and the fault of each field. It outlives the
 * steps, so nothing is lost on the way back and forth.
 */
import type { Backend } from '../../backend/backend';
import type { ErrorCode } from '../../bindings/ErrorCode';
import type { ErrorView } from '../../bindings/ErrorView';
import type { PersonView } from '../../bindings/PersonView';
import type { Role } from '../../bindings/Role';
import { StagedKey } from '../../key/staged.svelte';
import { asError } from '../../texts/text.svelte';

export const STEPS = ['person', 'company', 'key'] as const;
export type Step = (typeof STEPS)[number];

const FIELDS = {
  person: ['name', 'email'],
  company: ['title', 'appId', 'keyId', 'domain'],
  key: ['key', 'rooms'],
} as const satisfies Record<Step, readonly string[]>;

export type FieldName = (typeof FIELDS)[Step][number];

export class SetupDraft {
  step = $state<Step>('person');
  name: string;
  email: string;
  title = $state('');
  appId = $state('');
  keyId = $state('');
  domain = $state('8x8.vc');
  role = $state<Role>('participant');
  rooms = $state('');

  /** The key that Rust keeps until the set-up is finished. */
  readonly staged: StagedKey;
  finishing = $state(false);
  /** The fault of each field but the key, which has its own. */
  faults = $state<Partial<Record<FieldName, ErrorView>>>({});
  /** The line of `rooms` that its fault is about. */
  faultyRoom = $state<{ line: number; room: string } | null>(null);

  readonly #backend: Backend;

  constructor(backend: Backend, person: PersonView | null) {
    this.#backend = backend;
    this.staged = new StagedKey(backend);
    this.name = $state(person?.name ?? '');
    this.email = $state(person?.email ?? '');
  }

  get busy(): boolean {
    return this.finishing || this.staged.busy;
  }

  faultOf(field: FieldName): ErrorView | null {
    return field === 'key' ? this.staged.fault : (this.faults[field] ?? null);
  }

  /** Goes on where every field of the step is right; says whether it did. */
  async next(): Promise<boolean> {
    for (const field of FIELDS[this.step]) await this.check(field);
    if (FIELDS[this.step].some((field) => this.faultOf(field) !== null)) return false;
    const following = STEPS[STEPS.indexOf(this.step) + 1];
    if (following !== undefined) this.step = following;
    return true;
  }

  back(): void {
    const before = STEPS[STEPS.indexOf(this.step) - 1];
    if (before !== undefined) this.step = before;
  }

  /** Checks one field, as it is left; what is right is put into its proper form. */
  async check(field: FieldName): Promise<void> {
    switch (field) {
      case 'name':
      case 'email':
        return this.#checkPerson(field);
      case 'title':
        this.#set('title', this.title.trim() === '' ? missing('tenantTitleEmpty') : null);
        return;
      case 'appId':
        await this.#try('appId', async (text) => {
          return (await this.#backend.checkAppId({ text })).value;
        });
        if (this.faults.keyId !== undefined) await this.check('keyId');
        return;
      case 'keyId':
        return this.#try('keyId', async (keyId) => {
          return (await this.#backend.checkKeyId({ appId: this.appId, keyId })).value;
        });
      case 'domain':
        return this.#try('domain', async (text) => {
          return (await this.#backend.checkDomain({ text })).value;
        });
      case 'key':
        if (this.staged.key !== null) this.#set('key', null);
        else if (this.staged.fault === null) this.#set('key', missing('keyNone'));
        return;
      case 'rooms':
        return this.#checkRooms();
    }
  }

  /** Stores everything; a fault leads back to the step and the field it is about. */
  async finish(): Promise<boolean> {
    if (this.busy || !(await this.next())) return false;
    this.finishing = true;
    try {
      const { title, appId, keyId, domain, role, name, email } = this;
      await this.#backend.finishSetup({
        person: { name, email },
        tenant: { title: title.trim(), appId, keyId, domain, role },
        rooms: this.#roomLines().map(({ room }) => room),
      });
      return true;
    } catch (error) {
      this.#refused(asError(error));
      return false;
    } finally {
      this.finishing = false;
    }
  }

  async #checkPerson(field: 'name' | 'email'): Promise<void> {
    const { name, email } = this;
    try {
      const person = await this.#backend.checkPerson({ name, email });
      this.#settle('name', name, person.name);
      this.#settle('email', email, person.email);
      this.#set('name', null);
      this.#set('email', null);
    } catch (error) {
      const fault = asError(error);
      const at = fieldOf(fault.code) === 'email' ? 'email' : 'name';
      // The name is complained about first, also while only the address was left.
      this.#set(at, fault);
      if (at === 'email') this.#set('name', null);
      else if (field === 'email' && email.trim() === '') this.#set('email', null);
    }
  }

  async #checkRooms(): Promise<void> {
    const names = new Set<string>();
    for (const { line, room } of this.#roomLines()) {
      try {
        const { value } = await this.#backend.checkRoom({ text: room });
        if (names.has(value)) throw missing('roomExists');
        names.add(value);
      } catch (error) {
        this.faultyRoom = { line, room };
        this.#set('rooms', asError(error));
        return;
      }
    }
    this.faultyRoom = null;
    this.#set('rooms', null);
  }

  #roomLines(): { line: number; room: string }[] {
    return this.rooms
      .split('\n')
      .map((room, index) => ({ line: index + 1, room: room.trim() }))
      .filter(({ room }) => room !== '');
  }

  async #try(
    field: 'appId' | 'domain' | 'keyId',
    check: (typed: string) => Promise<string>,
  ): Promise<void> {
    const typed = this[field];
    try {
      this.#settle(field, typed, await check(typed));
      this.#set(field, null);
    } catch (error) {
      const fault = asError(error);
      const at = fieldOf(fault.code) ?? field;
      // A key id can only be judged once the AppID is right, which says so itself.
      if (at === field || this.#valueOf(at) !== '') this.#set(at, fault);
    }
  }

  /** Puts a value into its proper form, unless it was typed on meanwhile. */
  #settle(field: keyof PersonView | 'appId' | 'domain' | 'keyId', typed: string, value: string): void {
    if (this[field] === typed) this[field] = value;
  }

  #valueOf(field: FieldName): string {
    return field === 'key' ? '' : this[field];
  }

  #refused(error: ErrorView): void {
    const field = fieldOf(error.code) ?? 'key';
    const step = STEPS.find((name) => (FIELDS[name] as readonly string[]).includes(field));
    this.#set(field, error);
    if (step !== undefined) this.step = step;
  }

  #set(field: FieldName, fault: ErrorView | null): void {
    if (field === 'key') {
      this.staged.fault = fault;
      return;
    }
    const { [field]: _, ...others } = this.faults;
    this.faults = fault === null ? others : { ...others, [field]: fault };
  }
}

/** The field that a fault is about; none for those of the keyring, the disk and the rest. */
function fieldOf(code: ErrorCode): FieldName | null {
  const prefixes: [prefix: string, field: FieldName][] = [
    ['email', 'email'],
    ['person', 'name'],
    ['tenantTitle', 'title'],
    ['appId', 'appId'],
    ['keyId', 'keyId'],
    ['domain', 'domain'],
    ['room', 'rooms'],
    ['key', 'key'],
  ];
  return prefixes.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null;
}

/** A fault that needs no question to the shell; the words come from the code. */
function missing(code: ErrorCode): ErrorView {
  return { code, message: '', values: {} };
}
