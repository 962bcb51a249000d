/** A shell that says what a test tells it to say and remembers what it heard. */
import type { Instruction } from '../../bindings/Instruction';
import type { Notice } from '../../bindings/Notice';
import type { PageEvent } from '../../bindings/PageEvent';
import type { Session } from '../../bindings/Session';
import type { HostFault } from '../../texts/meeting';
import type { MeetingHost } from '../host';

export class FakeHost implements MeetingHost {
  readonly closesWindow: boolean;
  readonly heard: PageEvent[] = [];
  instruct: (instruction: Instruction) => void = () => {};
  fail: (fault: HostFault) => void = () => {};

  constructor(closesWindow = true) {
    this.closesWindow = closesWindow;
  }

  /** The names of what was heard, in order. */
  get names(): PageEvent['name'][] {
    return this.heard.map((event) => event.name);
  }

  start(session: Session): void {
    this.instruct({ do: 'start', session });
  }

  show(notice: Notice): void {
    this.instruct({ do: 'show', notice });
  }

  send(event: PageEvent): void {
    this.heard.push(event);
  }

  onInstruction(handler: (instruction: Instruction) => void): void {
    this.instruct = handler;
  }

  onFault(handler: (fault: HostFault) => void): void {
    this.fail = handler;
  }
}
