/** What the texts of Prove are keyed by. */
import type { ProofCase } from '../bindings/ProofCase';
import type { ProofDifference } from '../bindings/ProofDifference';
import type { ProofGroup } from '../bindings/ProofGroup';
import type { ProofHold } from '../bindings/ProofHold';
import type { ProofStep } from '../bindings/ProofStep';
import type { Role } from '../bindings/Role';

/** How a line of the table stands. */
export type Standing = 'waiting' | ProofStep | 'passed' | 'failed' | 'stopped';

export interface ProofTexts {
  where: string;
  rehearsal: string;
  rehearsalNote: string;
  server: (tenant: string, domain: string) => string;
  serverNote: string;
  /** Why there is no other choice. */
  noServer: string;
  room: string;
  roomNote: string;
  groups: Record<ProofGroup, string>;
  names: Record<ProofCase, string>;
  roles: Record<Role, string>;

  start: string;
  again: string;
  stop: string;
  stopping: string;
  noneChosen: string;
  sure: string;
  sureLead: string;
  sureLines: (windows: number) => string[];
  sureAct: string;

  empty: string;
  emptyLead: string;
  running: (done: number, of: number) => string;
  allWell: (count: number) => string;
  differ: (differing: number, of: number) => string;
  stopped: (done: number, of: number) => string;
  stoppedDiffer: (differing: number, done: number, of: number) => string;
  failed: string;
  demonstration: string;

  caseName: string;
  expected: string;
  granted: string;
  result: string;
  time: string;
  standings: Record<Standing, string>;
  refused: (words: string) => string;
  noRole: string;
  withFeatures: (on: number) => string;
  withoutFeatures: string;
  hidden: string;
  notShown: string;
  noAnswer: string;
  held: Record<ProofHold, string>;
  lost: string;
  stoppedByYou: string;
  difference: (difference: ProofDifference) => string;
  of: (role: string, difference: string) => string;

  sources: string;
  saveAs: string;
  junit: string;
  json: string;
  page: string;
  saved: (path: string) => string;
  pageTitle: (tenant: string) => string;
  tenant: string;
  date: string;
}
