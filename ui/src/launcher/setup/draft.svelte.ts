/**
 * Everything that is typed in the set-up, and the fault of each field. It outlives the
 * steps, so nothing is lost on the way back and forth.
 */
import type { Backend } from '../../backend/backend';
import type { ErrorCode } from '../../bindings/ErrorCode';
import type { ErrorView } from '../../bindings/ErrorView';
import type { PersonView } from '../../bindings/PersonView';
import type { Role } from '../../bindings/Role';
import type { SigningKind } from '../../bindings/SigningKind';
import { StagedSecret } from '../../key/secret.svelte';
import { StagedKey } from '../../key/staged.svelte';
import { ProviderDraft } from '../../provider/draft.svelte';
import { signingOf } from '../../provider/fields';
import type { Kind } from '../../texts/providers';
import { asError } from '../../texts/text.svelte';

export const STEPS = ['person', 'company', 'signing'] as const;
export type Step = (typeof STEPS)[number];

/** `provider` and `signer` stand for several: what the provider asks for, and the key or secret. */
const FIELDS = {
  person: ['name', 'email'],
  company: ['title', 'provider', 'keyId'],
  signing: ['signer', 'rooms'],
} as const satisfies Record<Step, readonly string[]>;

export type FieldName = (typeof FIELDS)[Step][number];

export class SetupDraft {
  step = $state<Step>('person');
  name: string;
  email: string;
  title = $state('');
  readonly provider: ProviderDraft;
  keyId = $state('');
  rooms = $state('');

  /** The key that Rust keeps until the set-up is finished. */
  readonly staged: StagedKey;
  finishing = $state(false);
  /** The fault of each field but those of the provider, the key and the secrets. */
  faults = $state<Partial<Record<FieldName, ErrorView>>>({});
  /** The line of `rooms` that its fault is about. */
  faultyRoom = $state<{ line: number; room: string } | null>(null);

  readonly #backend: Backend;
  /** The same of the secrets, one for each provider: what was copied for one is no other's. */
  readonly #secrets: Record<Kind, StagedSecret>;
  #role = $state<Role>('participant');

  constructor(backend: Backend, person: PersonView | null) {
    this.#backend = backend;
    this.provider = new ProviderDraft(backend);
    this.staged = new StagedKey(backend);
    const secret = () => new StagedSecret(backend);
    this.#secrets = { jaas: secret(), jitsi: secret(), videoSdk: secret(), jioMeet: secret() };
    this.name = $state(person?.name ?? '');
    this.email = $state(person?.email ?? '');
  }

  get busy(): boolean {
    return this.finishing || this.staged.busy || this.secret.busy;
  }

  /** The secret for the provider that is chosen. */
  get secret(): StagedSecret {
    return this.#secrets[this.provider.kind];
  }

  /** What signs. */
  get signing(): SigningKind {
    return signingOf(this.provider.fields);
  }

  /** Whether what signs is there. */
  get canSign(): boolean {
    return { key: this.staged.key !== null, secret: this.secret.secret !== null, server: true }[this.signing];
  }

  /** As what one can join, the usual first. */
  get roles(): Role[] {
    const able = this.provider.checked?.roles ?? [];
    return (['participant', 'moderator', 'visitor'] as const).filter((role) => able.includes(role));
  }

  /** What people join as; as the usual where the provider does not know what was chosen. */
  get role(): Role {
    return this.roles.includes(this.#role) ? this.#role : 'participant';
  }

  set role(role: Role) {
    this.#role = role;
  }

  faultOf(field: FieldName): ErrorView | null {
    if (field === 'provider') return this.provider.anyFault;
    const signs = field === 'signer' ? this.#signs() : null;
    return signs === null ? (this.faults[field] ?? null) : signs.fault;
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
      case 'provider':
        await this.provider.check();
        return;
      case 'keyId':
        return this.#checkKeyId();
      case 'signer':
        this.#checkSigner();
        return;
      case 'rooms':
        return this.#checkRooms();
    }
  }

  /** A key id that was refused is judged again by the AppID as it is now. */
  async checkKeyIdAgain(): Promise<void> {
    if (this.faults.keyId !== undefined) await this.#checkKeyId();
  }

  /** Stores everything; a fault leads back to the step and the field it is about. */
  async finish(): Promise<boolean> {
    if (this.busy || !(await this.next())) return false;
    this.finishing = true;
    try {
      const { title, role, name, email } = this;
      const provider = this.provider.fields;
      const keyId = provider.kind === 'jaas' ? this.keyId : '';
      await this.#backend.finishSetup({
        person: { name, email },
        tenant: { title: title.trim(), provider, keyId, role },
        rooms: this.#roomLines().map(({ room }) => room),
      });
      return true;
    } catch (error) {
      await this.#refused(asError(error));
      return false;
    } finally {
      this.finishing = false;
    }
  }

  async #checkPerson(field: 'name' | 'email'): Promise<void> {
    const { name, email } = this;
    try {
      const person = await this.#backend.checkPerson({ name, email });
      if (this.name === name) this.name = person.name;
      if (this.email === email) this.email = person.email;
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

  async #checkKeyId(): Promise<void> {
    const { keyId, provider } = this;
    const { fields } = provider;
    if (fields.kind !== 'jaas') return this.#set('keyId', null);
    try {
      const { value } = await this.#backend.checkKeyId({ appId: fields.appId, keyId });
      if (this.keyId === keyId) this.keyId = value;
      this.#set('keyId', null);
    } catch (error) {
      const fault = asError(error);
      // A key id can only be judged once the AppID is right, which says so itself.
      if (fieldOf(fault.code) !== 'provider') this.#set('keyId', fault);
      else if (fields.appId !== '') provider.refuse('appId', fault);
    }
  }

  #checkSigner(): void {
    const fault = this.#signs()?.fault ?? null;
    if (this.canSign) this.#set('signer', null);
    else if (fault === null) this.#set('signer', missing(this.signing === 'key' ? 'keyNone' : 'signingSecretNone'));
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

  /** What signs, where that has a fault of its own; nothing here does where a server signs. */
  #signs(): StagedKey | StagedSecret | null {
    return { key: this.staged, secret: this.secret, server: null }[this.signing];
  }

  async #refused(error: ErrorView): Promise<void> {
    const field = fieldOf(error.code) ?? 'signer';
    if (field !== 'provider') this.#set(field, error);
    else if (await this.provider.check()) this.provider.fault = error;
    const step = STEPS.find((name) => (FIELDS[name] as readonly string[]).includes(field));
    if (step !== undefined) this.step = step;
  }

  #set(field: FieldName, fault: ErrorView | null): void {
    const signs = field === 'signer' ? this.#signs() : null;
    if (signs !== null) {
      signs.fault = fault;
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
    ['appId', 'provider'],
    ['domain', 'provider'],
    ['name', 'provider'],
    ['keyId', 'keyId'],
    ['room', 'rooms'],
  ];
  return prefixes.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null;
}

/** A fault that needs no question to the shell; the words come from the code. */
function missing(code: ErrorCode): ErrorView {
  return { code, message: '', values: {} };
}
