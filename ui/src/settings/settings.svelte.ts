/**
 * What the settings window has between the person and the backend: which tenant and which
 * section are shown, what is being saved, and the fault of each place. Sections save as
 * they are edited, so a place names where a fault is to be said.
 */
import { SvelteMap } from 'svelte/reactivity';

import type { SettingsBackend } from '../backend/settings';
import type { ErrorView } from '../bindings/ErrorView';
import type { Locked } from '../bindings/Locked';
import type { SettingsView } from '../bindings/SettingsView';
import type { TenantSettings } from '../bindings/TenantSettings';
import { Toasts } from '../parts/toast.svelte';
import type { Fault } from '../texts/errors';
import type { Section } from '../texts/settings';
import { asError, faultOf } from '../texts/text.svelte';

/** How long "Saved" is shown. */
const SAVED_TIME = 2500;

export class Settings {
  readonly backend: SettingsBackend;
  readonly toasts = new Toasts();
  /** The id of each tenant's new key as it was typed, until that key is kept. */
  readonly keyIds = new SvelteMap<string, string>();
  view: SettingsView;
  section: Section;
  /** What is said beside the section's title. */
  saving = $state<'no' | 'saving' | 'saved'>('no');

  #tenant: string | null;
  #faults = $state.raw<Record<string, ErrorView>>({});
  #under = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: SettingsBackend, view: SettingsView, section?: Section) {
    this.backend = backend;
    this.view = $state.raw(view);
    this.section = $state(section ?? 'tenants');
    this.#tenant = $state(view.current);
  }

  /** The tenant that is edited; none before the first is added. */
  get tenant(): TenantSettings | null {
    const { tenants, current } = this.view;
    return (
      tenants.find(({ id }) => id === this.#tenant) ??
      tenants.find(({ id }) => id === current) ??
      tenants[0] ??
      null
    );
  }

  chooseTenant(id: string): void {
    this.#tenant = id;
    this.#faults = {};
  }

  open(section: Section): void {
    this.section = section;
    this.#faults = {};
  }

  isLocked(what: Locked): boolean {
    return this.view.policy.locked.includes(what);
  }

  faultAt(place: string): Fault | null {
    const fault = this.#faults[place];
    return fault === undefined ? null : faultOf(fault);
  }

  forgive(place: string): void {
    const { [place]: _, ...others } = this.#faults;
    this.#faults = others;
  }

  /** Forgives a place and all that are in it. */
  forgiveAll(place: string): void {
    const others = Object.entries(this.#faults).filter(([one]) => one !== place && !one.startsWith(`${place}.`));
    this.#faults = Object.fromEntries(others);
  }

  /** Does it, says that it is saved, and keeps a fault at its place; tells whether it went well. */
  async save(place: string, act: () => Promise<unknown>): Promise<boolean> {
    return (await this.#try(place, act, true)) !== FAILED;
  }

  /** Does what saves nothing of ours, such as opening a file. */
  async ask<T>(place: string, act: () => Promise<T>): Promise<T | null> {
    const given = await this.#try(place, act, false);
    return given === FAILED ? null : given;
  }

  async #try<T>(place: string, act: () => Promise<T>, saves: boolean): Promise<T | typeof FAILED> {
    clearTimeout(this.#timer);
    this.#under += 1;
    if (saves) this.saving = 'saving';
    let well = false;
    try {
      const given = await act();
      this.forgive(place);
      well = true;
      return given;
    } catch (error) {
      this.#faults = { ...this.#faults, [place]: asError(error) };
      return FAILED;
    } finally {
      this.#under -= 1;
      if (this.#under === 0) this.#settle(well && saves);
    }
  }

  #settle(saved: boolean): void {
    this.saving = saved ? 'saved' : 'no';
    this.#timer = setTimeout(() => (this.saving = 'no'), SAVED_TIME);
  }
}

const FAILED = Symbol('failed');
