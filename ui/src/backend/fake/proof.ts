/** A proof as Roomkey would play it, for a browser and for tests. */
import type { ProofCase } from '../../bindings/ProofCase';
import type { ProofCaseView } from '../../bindings/ProofCaseView';
import type { ProofDifference } from '../../bindings/ProofDifference';
import type { ProofExpected } from '../../bindings/ProofExpected';
import type { ProofGroup } from '../../bindings/ProofGroup';
import type { ProofGuest } from '../../bindings/ProofGuest';
import type { ProofProgress } from '../../bindings/ProofProgress';
import type { ProofResult } from '../../bindings/ProofResult';
import type { ProofStep } from '../../bindings/ProofStep';
import type { Role } from '../../bindings/Role';
import type { ErrorView } from '../../bindings/ErrorView';
import type { ProofBackend } from '../proof';
import { checkedRoom } from './checks';
import type { Recorder } from './recorder';

/** How the meeting that is played grants roles. */
export type Leading = 'asTokensSay' | 'nobody' | 'everybody';

export interface FakeProof {
  backend: Omit<ProofBackend, 'tableCases' | 'judgeTable' | 'saveTable'>;
  /** From the next start on. */
  setLeading(leading: Leading): void;
  /** The proof waits before this case until it is stopped. */
  holdAt(held: ProofCase | null): void;
  /** The tester closes the window of this case. */
  closeAt(closed: ProofCase | null): void;
  /** The proof cannot go on at this case. */
  failAt(failed: ProofCase | null, error: ErrorView): void;
}

const CASES: [ProofCase, ProofGroup, Role[] | string][] = [
  ['moderator', 'roles', ['moderator']],
  ['participant', 'roles', ['participant']],
  ['visitor', 'roles', ['visitor']],
  ['hiddenFromRecorder', 'rights', ['participant']],
  ['featuresGiven', 'rights', ['moderator']],
  ['featuresWithheld', 'rights', ['moderator']],
  ['anyRoom', 'rights', ['participant']],
  ['together', 'together', ['moderator', 'participant']],
  ['expired', 'refused', 'Not acceptable by exp (8.0 sec since expired)'],
  ['otherRoom', 'refused', 'Room and token mismatched'],
  ['otherKey', 'refused', 'Invalid signature'],
  ['otherTenant', 'refused', 'could not obtain public key'],
  ['noKeyId', 'refused', '‘kid’ claim is missing'],
];

const STEPS: ProofStep[] = ['opening', 'joining', 'reading'];

export function fakeProof(record: Recorder, delay: number, first: Leading = 'asTokensSay'): FakeProof {
  const { command } = record;
  let leading = first;
  let held: ProofCase | null = null;
  let closed: ProofCase | null = null;
  let broken: { at: ProofCase | null; error: ErrorView } | null = null;
  let stop = () => {};
  let stopped = false;

  async function play(cases: ProofCase[], tell: (news: ProofProgress) => void) {
    for (const one of cases) {
      for (const step of STEPS) {
        if (stopped) break;
        tell({ kind: 'step', case: one, step });
        await (held === one ? new Promise<void>((done) => (stop = done)) : pause(delay));
      }
      if (broken?.at === one) return tell({ kind: 'failed', error: broken.error });
      tell({ kind: 'done', result: resultOf(one, stopped || closed === one, leading) });
      if (stopped) break;
    }
    tell({ kind: 'ended', stopped });
  }

  return {
    setLeading: (chosen) => void (leading = chosen),
    holdAt: (at) => void (held = at),
    closeAt: (at) => void (closed = at),
    failAt: (at, error) => void (broken = { at, error }),
    backend: {
      cases: () => command('proof.cases', null, () => CASES.map(viewOf)),
      start: (request, progress) =>
        command('proof.start', request, () => {
          checkedRoom(request.room);
          stopped = false;
          progress({ kind: 'began', at: Math.floor(Date.now() / 1000), demonstration: request.tenant === null });
          void play(request.cases, progress);
        }),
      stop: () =>
        command('proof.stop', null, () => {
          stopped = true;
          stop();
        }),
      save: (request) =>
        command('proof.save', request, () => ({
          path: `/home/ada/Documents/roomkey-proof.${{ junit: 'xml', json: 'json', page: 'html' }[request.format]}`,
        })),
    },
  };
}

function viewOf([one, group, expected]: (typeof CASES)[number]): ProofCaseView {
  const source = group === 'refused' ? 'jitsi-meet: luajwtjitsi.lib.lua' : '8x8 infra-configuration: mod_muc_moderators.lua';
  return { case: one, group, source, windows: typeof expected === 'string' ? 1 : expected.length };
}

function resultOf(one: ProofCase, isStopped: boolean, leading: Leading): ProofResult {
  const expected = CASES.find(([name]) => name === one)?.[2] ?? [];
  const guests =
    typeof expected === 'string' ? [refused(one, expected)] : expected.map((role) => joined(one, role, grantedBy(leading, role)));
  const stopped = guests.map((guest): ProofGuest => ({ ...guest, observed: { kind: 'stopped' }, differences: [] }));
  return { case: one, guests: isStopped ? stopped : guests, took: 4321 };
}

function refused(one: ProofCase, text: string): ProofGuest {
  const phase = one === 'otherRoom' ? 'conference' : 'connection';
  return { expected: { kind: 'refused', phase, text }, observed: { kind: 'refused', phase, text }, differences: [] };
}

function joined(one: ProofCase, role: Role, granted: Role): ProofGuest {
  const expected: ProofExpected = {
    kind: 'joins',
    role,
    person: `roomkey-proof-${one}-${role}`,
    features: one === 'featuresGiven' ? { recording: true, livestreaming: true } : one === 'featuresWithheld' ? { recording: false } : {},
    hiddenFromRecorder: one === 'hiddenFromRecorder',
  };
  const differences: ProofDifference[] =
    role === granted ? [] : [{ kind: 'role', expected: role, granted }];
  return { expected, observed: { kind: 'joined', id: 'c751f89c', role: granted, people: [] }, differences };
}

function grantedBy(leading: Leading, role: Role): Role {
  if (leading === 'everybody') return 'moderator';
  return leading === 'nobody' && role === 'moderator' ? 'participant' : role;
}

function pause(delay: number): Promise<void> {
  return new Promise((done) => setTimeout(done, delay));
}
