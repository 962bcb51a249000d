/** The token that is put together in Make, and what comes of it; kept while the window is open. */
import type { InspectorBackend } from '../../backend/inspector';
import type { ChangeFields } from '../../bindings/ChangeFields';
import type { ErrorCode } from '../../bindings/ErrorCode';
import type { ErrorView } from '../../bindings/ErrorView';
import type { ExplainedView } from '../../bindings/ExplainedView';
import type { FieldFault } from '../../bindings/FieldFault';
import type { InspectorTenant } from '../../bindings/InspectorTenant';
import type { MakeRequest } from '../../bindings/MakeRequest';
import type { PersonFields } from '../../bindings/PersonFields';
import type { ProviderRole } from '../../bindings/ProviderRole';
import type { TokenChoices } from '../../bindings/TokenChoices';
import type { TokenField } from '../../bindings/TokenField';
import type { Fault } from '../../texts/errors';
import type { Preset } from '../../texts/inspector';
import { asError, faultOf } from '../../texts/text.svelte';

/** How long nothing is changed before the token is made, in milliseconds. */
const PAUSE = 150;

/** The token begins a little before it is made: the server allows no leeway. */
const BEGINS = '-10';

export class Draft {
  room = $state('');
  /** It is to call REST, where the provider's tokens can do both. */
  command = $state(false);
  /** What was chosen, whichever tenant it was for: another's role or features are not lost. */
  choices: TokenChoices;

  /** Of the last token that could be made. */
  view = $state.raw<ExplainedView | null>(null);
  faults = $state.raw<FieldFault[]>([]);
  error = $state.raw<ErrorView | null>(null);
  /** The token itself, while the tester wants to see it. */
  token = $state.raw<string | null>(null);

  readonly #backend: InspectorBackend;
  readonly #person: PersonFields;
  #tenant: InspectorTenant;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(backend: InspectorBackend, tenant: InspectorTenant, person: PersonFields) {
    this.#backend = backend;
    this.#person = { ...person };
    this.#tenant = $state.raw(tenant);
    this.room = roomOf(tenant);
    this.choices = $state({
      everyRoom: false,
      person: { ...person },
      role: tenant.role,
      features: { ...tenant.features[tenant.role] },
      lifetime: String(tenant.lifetimeMinutes),
      begins: BEGINS,
      hiddenFromRecorder: false,
      changes: [],
    });
  }

  /** Whether it calls REST and lets nobody in. */
  get isCommand(): boolean {
    const { roles, hasCommands } = this.#tenant.provider;
    return roles.length === 0 || (hasCommands && this.command);
  }

  /** Whether the company's server makes it, so that hardly anything is chosen here. */
  get isGiven(): boolean {
    return this.#tenant.provider.signing === 'server';
  }

  /** The chosen role, or the tenant's where its provider has not that one. */
  get role(): ProviderRole {
    const { roles } = this.#tenant.provider;
    const wanted: ProviderRole[] = [this.choices.role, this.#tenant.role];
    return wanted.find((role) => roles.includes(role)) ?? roles[0] ?? this.#tenant.role;
  }

  /** Another tenant's key signs; a room that nobody chose follows. */
  turnTo(tenant: InspectorTenant): void {
    if (tenant.id !== this.#tenant.id) this.forget();
    if (this.room === roomOf(this.#tenant)) this.room = roomOf(tenant);
    this.#tenant = tenant;
  }

  /** What is shown was said of another tenant's token. */
  forget(): void {
    this.#asked++;
    this.view = null;
    this.token = null;
    this.error = null;
    this.faults = [];
  }

  apply(preset: Preset): void {
    switch (preset) {
      case 'moderator':
      case 'participant':
      case 'visitor':
        this.command = false;
        this.choices.role = preset;
        this.choices.features = { ...this.#tenant.features[preset] };
        return;
      case 'lobby':
        this.command = false;
        this.choices.role = preset;
        return;
      case 'hidden':
        this.choices.hiddenFromRecorder = true;
        return;
      case 'plain':
        this.choices.features = {};
    }
  }

  applyOwn(choices: TokenChoices): void {
    Object.assign(this.choices, structuredClone(choices));
  }

  addChange(): void {
    this.choices.changes.push({ place: '', value: '' } satisfies ChangeFields);
  }

  removeChange(index: number): void {
    this.choices.changes.splice(index, 1);
  }

  /** The fault of a field; of one code alone, where a change has two fields. */
  faultAt(field: TokenField, index = 0, code?: ErrorCode): Fault | null {
    const found = this.faults.find(
      (one) => one.field === field && one.index === index && (code ?? one.error.code) === one.error.code,
    );
    return found === undefined ? null : faultOf(found.error);
  }

  /** A copy, so that what is asked is what was seen: nothing that the provider has not. */
  request(): MakeRequest {
    const { id, provider } = this.#tenant;
    const choices = $state.snapshot(this.choices);
    const { isCommand: command, isGiven } = this;
    return {
      tenant: id,
      room: this.room,
      command,
      choices: {
        ...choices,
        person: command || isGiven ? this.#person : choices.person,
        role: this.role,
        features: provider.hasFeatures ? choices.features : {},
        hiddenFromRecorder: provider.hidesFromRecorder && choices.hiddenFromRecorder,
        changes: isGiven ? [] : choices.changes,
      },
    };
  }

  /** Makes the token once nothing has been changed for a moment. */
  later(): void {
    // What was shown is not what is chosen any more.
    this.token = null;
    clearTimeout(this.#timer);
    // A server is asked when the tester says so.
    if (this.isGiven) return;
    this.#timer = setTimeout(() => void this.make(), PAUSE);
  }

  async make(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const { faults, made } = await this.#backend.make(this.request());
      if (asked !== this.#asked) return;
      this.faults = faults;
      this.error = null;
      if (made !== null) this.view = made;
    } catch (error) {
      if (asked === this.#asked) this.error = asError(error);
    }
  }

  /** Hands the token out, and shows what is said of the very one; says whether it went well. */
  async handOut(to: 'copyToken' | 'copyAddress'): Promise<boolean> {
    return this.#try(async () => {
      this.view = await this.#backend[to](this.request());
    });
  }

  async show(): Promise<void> {
    await this.#try(async () => {
      const { token, made } = await this.#backend.showToken(this.request());
      this.view = made;
      this.token = token;
    });
  }

  async open(rehearsal: boolean): Promise<boolean> {
    return this.#try(() => this.#backend.openMade({ token: this.request(), rehearsal }));
  }

  async #try(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      this.error = null;
      return true;
    } catch (error) {
      this.error = asError(error);
      return false;
    }
  }
}

function roomOf(tenant: InspectorTenant): string {
  return tenant.rooms[0]?.name ?? 'test';
}
