/**
 * A provider while it is typed: which it is, its fields, and what is wrong with those that were
 * left. What was typed for one provider is there again where one comes back to it.
 */
import type { ProviderBackend } from '../backend/backend';
import type { ErrorView } from '../bindings/ErrorView';
import type { ProviderChecked } from '../bindings/ProviderChecked';
import type { ProviderFields } from '../bindings/ProviderFields';
import type { Kind } from '../texts/providers';
import { asError } from '../texts/text.svelte';
import { blankFields, textNames, valueOf, withText } from './fields';

type Faults = Partial<Record<string, ErrorView>>;

export class ProviderDraft {
  kind = $state<Kind>('jaas');
  /** What is wrong otherwise than with a field. */
  fault = $state.raw<ErrorView | null>(null);

  readonly #backend: ProviderBackend;
  #typed = $state.raw<Partial<Record<Kind, ProviderFields>>>({});
  #checked = $state.raw<Partial<Record<Kind, ProviderChecked>>>({});
  /** Of the fields that were left, by kind. */
  #faults = $state.raw<Partial<Record<Kind, Faults>>>({});

  constructor(backend: ProviderBackend) {
    this.#backend = backend;
  }

  get fields(): ProviderFields {
    return this.#typed[this.kind] ?? blankFields(this.kind);
  }

  /** What the provider can do; null until that was asked. */
  get checked(): ProviderChecked | null {
    return this.#checked[this.kind] ?? null;
  }

  /** The first thing that is known to be wrong. */
  get anyFault(): ErrorView | null {
    const faults = Object.values(this.#faults[this.kind] ?? {});
    return faults.find((fault) => fault !== undefined) ?? this.fault;
  }

  faultAt(field: string): ErrorView | null {
    return this.#faults[this.kind]?.[field] ?? null;
  }

  async choose(kind: Kind): Promise<void> {
    this.kind = kind;
    await this.look();
  }

  set(fields: ProviderFields): void {
    this.#typed = { ...this.#typed, [fields.kind]: fields };
  }

  /** Says at a field what something else found wrong with it. */
  refuse(field: string, fault: ErrorView): void {
    this.#blame({ ...this.#faults[this.kind], [field]: fault });
  }

  /** Learns what the provider can do, where that is not known. */
  async look(): Promise<void> {
    if (this.checked === null) await this.#ask([]);
  }

  /** Checks a field that is left; those that were left before may be right by it. */
  async leave(field: string): Promise<void> {
    await this.#ask([field, ...Object.keys(this.#faults[this.kind] ?? {})]);
  }

  /** Checks everything; whether all is right. */
  async check(): Promise<boolean> {
    await this.#ask(textNames(this.fields));
    return this.anyFault === null;
  }

  async #ask(left: string[]): Promise<void> {
    const { fields } = this;
    try {
      const checked = await this.#backend.checkProvider({ provider: fields });
      this.#checked = { ...this.#checked, [fields.kind]: checked };
      this.fault = null;
      const faults = left.flatMap((name) => {
        const fault = checked.faults[name];
        return fault === undefined ? [] : [[name, fault] as const];
      });
      this.#blame(Object.fromEntries(faults), fields.kind);
      if (checked.fields !== null) this.#settle(fields, checked.fields);
    } catch (error) {
      this.fault = asError(error);
    }
  }

  #blame(faults: Faults, kind = this.kind): void {
    this.#faults = { ...this.#faults, [kind]: faults };
  }

  /** Puts what was typed into its proper form, unless it was typed on meanwhile. */
  #settle(asked: ProviderFields, proper: ProviderFields): void {
    let fields = this.#typed[asked.kind];
    if (fields === undefined) return;
    for (const name of textNames(asked)) {
      const typed = valueOf(asked, name);
      const isAsAsked = valueOf(fields, name) === typed && typed.trim() !== '';
      if (isAsAsked) fields = withText(fields, name, valueOf(proper, name));
    }
    this.set(fields);
  }
}
