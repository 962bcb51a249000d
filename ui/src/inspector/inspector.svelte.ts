/**
 * What the inspector has between the tester and the backend: which tenant and which section
 * are shown, the fault of each place, and what each section keeps while another is shown.
 */
import type { InspectorBackend } from '../backend/inspector';
import type { ErrorView } from '../bindings/ErrorView';
import type { InspectorTenant } from '../bindings/InspectorTenant';
import type { InspectorView } from '../bindings/InspectorView';
import { Toasts } from '../parts/toast.svelte';
import type { Fault } from '../texts/errors';
import type { Section } from '../texts/inspector';
import { SECTIONS } from '../texts/inspector';
import { asError, faultOf } from '../texts/text.svelte';

export class Inspector {
  readonly backend: InspectorBackend;
  readonly toasts = new Toasts();
  view: InspectorView;
  section: Section;

  #tenant: string | null;
  #faults = $state.raw<Record<string, ErrorView>>({});
  #kept = new Map<string, unknown>();

  constructor(backend: InspectorBackend, view: InspectorView, section?: Section) {
    this.backend = backend;
    this.view = $state.raw(view);
    this.section = $state(section ?? SECTIONS[0]);
    this.#tenant = $state(view.current);
  }

  /** The tenant whose tokens are made; none where none is set up. */
  get tenant(): InspectorTenant | null {
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
  }

  open(section: Section): void {
    this.section = section;
  }

  /** What a section holds on to while the window is open; made when it is first asked for. */
  kept<T>(key: string, make: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, make());
    return this.#kept.get(key) as T;
  }

  faultAt(place: string): Fault | null {
    const fault = this.#faults[place];
    return fault === undefined ? null : faultOf(fault);
  }

  forgive(place: string): void {
    const { [place]: _, ...others } = this.#faults;
    this.#faults = others;
  }

  /** Does it, and keeps a fault at its place; `null` where it failed. */
  async ask<T>(place: string, act: () => Promise<T>): Promise<T | null> {
    try {
      const given = await act();
      this.forgive(place);
      return given;
    } catch (error) {
      this.#faults = { ...this.#faults, [place]: asError(error) };
      return null;
    }
  }
}
