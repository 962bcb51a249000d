/** The texts that explain a token: what is asked of it, what was found, what it grants. */
import type { ClientCode } from '../bindings/ClientCode';
import type { Refusal } from '../bindings/Refusal';
import type { Role } from '../bindings/Role';
import type { Rule } from '../bindings/Rule';
import type { Unchecked } from '../bindings/Unchecked';
import type { Fault } from './errors';

export interface VerdictTexts {
  /** Who it is where the token does not say. */
  somebody: string;
  /** `until` is the moment in words, `null` where there is no end. */
  accepted: (name: string, role: Role, until: string | null) => string;
  unproved: (name: string, role: Role, until: string | null) => string;
  refused: string;

  rules: Record<Rule, string>;
  refusals: Record<Refusal['kind'], (when: string) => Fault>;
  unchecked: Record<Unchecked, string>;
  clientCodes: Record<ClientCode, (feature: string) => string>;

  outcomes: { pass: string; fail: string; notChecked: string };
  checks: string;
  passed: (count: number) => string;
  checksLead: string;
  serverSays: string;
  clientSays: string;
  clientSaysLead: string;

  parts: string;
  header: string;
  body: string;
  signature: string;
  signatureHidden: string;
  unreadable: string;

  claims: string;
  claim: string;
  value: string;
  meaning: string;
  /** By place; what has none here keeps the verifier's English. */
  meanings: Readonly<Record<string, string>>;
  momentsMean: Record<'exp' | 'nbf' | 'iat', string>;
  everyRoom: string;
  unknownFeature: string;
  noMoment: string;

  grants: string;
  role: string;
  roles: Record<Role, string>;
  room: string;
  anyRoom: string;
  roomPattern: (pattern: string) => string;
  time: string;
  from: (moment: string) => string;
  until: (moment: string) => string;
  always: string;
  features: string;
  featuresNone: string;
  featuresHeeded: string;
  on: string;
  off: string;
  hidden: string;

  judgedAt: (moment: string) => string;
  keyUsed: {
    tenant: (title: string) => string;
    public: (fingerprint: string) => string;
    window: (why: string) => string;
    unknown: string;
    unchecked: string;
  };
}
