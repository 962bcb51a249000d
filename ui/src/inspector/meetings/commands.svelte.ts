/** What is typed in Meetings, the command that is asked about, and what was done. */
import type { InspectorBackend } from '../../backend/inspector';
import type { CommandView } from '../../bindings/CommandView';
import type { ErrorView } from '../../bindings/ErrorView';
import type { PreparedView } from '../../bindings/PreparedView';
import type { TypedCommand } from '../../bindings/TypedCommand';
import { asError } from '../../texts/text.svelte';

/** A command that was carried out. */
export interface DoneCommand {
  command: CommandView;
  at: Date;
}

/** A command that waits for a yes. */
interface Asked {
  tenant: string;
  typed: TypedCommand;
  prepared: PreparedView;
}

export class Commands {
  room = $state('');
  participant = $state('');
  user = $state('');
  token = $state('');

  /** Something is being read. */
  busy = $state(false);
  asked = $state.raw<Asked | null>(null);
  /** Why a command was not even asked about. */
  refused = $state.raw<{ kind: TypedCommand['kind']; fault: ErrorView } | null>(null);
  /** Why the one that is asked about was not carried out. */
  failed = $state.raw<ErrorView | null>(null);
  done = $state.raw<readonly DoneCommand[]>([]);

  readonly #backend: InspectorBackend;

  constructor(backend: InspectorBackend) {
    this.#backend = backend;
  }

  /** Reads what was typed, and puts the question. */
  async ask(tenant: string, typed: TypedCommand): Promise<void> {
    this.busy = true;
    this.failed = null;
    try {
      const prepared = await this.#backend.prepareCommand({ tenant, command: typed });
      this.asked = { tenant, typed, prepared };
      this.refused = null;
    } catch (error) {
      this.refused = { kind: typed.kind, fault: asError(error) };
      // A key that was pasted by mistake stays nowhere, this field included.
      if (this.refused.fault.code === 'pastedPrivateKey') this.token = '';
    } finally {
      this.busy = false;
    }
  }

  /** Gives the command that was asked about; whether it was carried out. */
  async give(): Promise<boolean> {
    const { asked } = this;
    if (asked === null) return true;
    this.failed = null;
    try {
      await this.#backend.giveCommand({ tenant: asked.tenant, command: asked.typed });
    } catch (error) {
      this.failed = asError(error);
      return false;
    }
    this.done = [{ command: asked.prepared.command, at: new Date() }, ...this.done];
    if (asked.typed.kind === 'banToken') this.token = '';
    return true;
  }

  /** Nothing is asked about any more. */
  leave(): void {
    this.asked = null;
    this.failed = null;
  }
}
