/** What the check of the set-up says, by what it looked at. */
import type { CheckId } from '../bindings/CheckId';
import type { CheckSkipped } from '../bindings/CheckSkipped';
import type { Fault, Values } from './errors';

export interface CheckTexts {
  /** What is looked at. */
  names: Record<CheckId, string>;
  /** What is well; the values fill it in where there are any. */
  passed: Record<CheckId, (values: Values) => string>;
  /** What is said of a failure that has no code of its own. */
  failed: Record<CheckId, Fault>;
  /** What is said of a warning that has no code of its own. */
  warned: Partial<Record<CheckId, (values: Values) => Fault>>;
  /** Why something was not looked at. */
  skipped: Record<CheckSkipped, string>;
  run: string;
  again: string;
  running: string;
  waiting: string;
  copy: string;
  copied: string;
  outcomes: Record<'pass' | 'warn' | 'fail' | 'notChecked', string>;
  allWell: string;
  faulty: (faults: number, warnings: number) => string;
  idle: (count: number) => string;
  noTenant: string;
}
