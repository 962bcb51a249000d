/** Judges tokens in memory as far as a browser and tests need it; Rust is the one that knows. */
import type { Check } from '../../bindings/Check';
import type { ExplainedView } from '../../bindings/ExplainedView';
import type { InspectorTenant } from '../../bindings/InspectorTenant';
import type { KeyUsed } from '../../bindings/KeyUsed';
import type { Outcome } from '../../bindings/Outcome';
import type { ProviderCheck } from '../../bindings/ProviderCheck';
import type { Reading } from '../../bindings/Reading';
import type { Refusal } from '../../bindings/Refusal';
import type { Role } from '../../bindings/Role';
import type { Rule } from '../../bindings/Rule';
import type { Verdict } from '../../bindings/Verdict';

type Json = Record<string, unknown>;

/** A token of these two parts; nobody signed it. */
export function fakeToken(header: unknown, claims: unknown): string {
  return `${encoded(header)}.${encoded(claims)}.c2lnbmF0dXJl`;
}

export function explain(token: string, key: KeyUsed, room: string, at: number): ExplainedView {
  const parts = token.split('.').slice(0, 2);
  const [header, claims] = parts.map(decoded);
  const checks = RULES.map(([rule, ask]): Check => {
    const outcome = ask({ header, claims, key, room, at });
    return { rule, outcome, source: 'luajwtjitsi.lib.lua: verify' };
  });
  const failed = checks.map(({ outcome }) => outcome).find((outcome) => outcome.kind === 'fail');
  const refused = failed?.kind === 'fail' ? failed.refusal : null;
  return {
    inspection: {
      header,
      claims,
      readings: [...readings(header, 'header'), ...readings(claims, '')],
      checks,
      clientReports: refused?.kind === 'expired' ? [{ code: 'tokenExpired', feature: null }] : [],
      verdict: refused === null ? granted(claims, key) : { kind: 'refused', content: refused },
    },
    parts,
    wireText: refused === null ? null : refused.kind === 'expired' ? 'Not acceptable by exp (8.0 sec since expired)' : 'Invalid token',
    key,
    at,
    judged: null,
  };
}

/** As another provider would judge it, as far as a test needs it. */
export function judge(token: string, { provider }: InspectorTenant, key: KeyUsed, room: string, at: number): ExplainedView {
  const view = explain(token, key, room, at);
  const claims = (view.inspection.claims ?? {}) as Json;
  const isForRoom = room === '' || ['*', room].includes(String(claims.room ?? claims.roomId ?? '*'));
  const isProved = key.kind === 'tenant';
  const checks: ProviderCheck[] = [
    {
      rule: 'signature',
      outcome: isProved ? { kind: 'pass' } : { kind: 'notChecked', why: 'noVerifier' },
      source: 'luajwtjitsi.lib.lua: verify',
    },
    {
      rule: 'notExpired',
      outcome: needed(typeof claims.exp === 'number' && claims.exp > at, 'Not acceptable by exp', 'The token has expired. Make a fresh one'),
      source: 'luajwtjitsi.lib.lua: verify',
    },
    {
      rule: 'room',
      outcome: needed(isForRoom, 'Room and token mismatched', 'The token is for another room. Make one for this room'),
      source: 'token/util.lib.lua: verify_room',
    },
    { rule: 'tenant', outcome: { kind: 'notChecked', why: 'serversChoice' }, source: 'token/util.lib.lua: verify_room' },
  ];
  const refusal = checks.map(({ outcome }) => (outcome.kind === 'fail' ? outcome.why : null)).find((why) => why !== null) ?? null;
  return { ...view, wireText: refusal?.says ?? null, judged: { system: provider.name, checks, refusal, isProved } };
}

function needed(is: boolean, says: string, text: string): ProviderCheck['outcome'] {
  return is ? { kind: 'pass' } : { kind: 'fail', why: { says, text } };
}

interface Asked {
  header: Json | null | undefined;
  claims: Json | null | undefined;
  key: KeyUsed;
  room: string;
  at: number;
}

const PASS: Outcome = { kind: 'pass' };
const fail = (refusal: Refusal): Outcome => ({ kind: 'fail', refusal, text: refusal.kind });
const needs = (is: boolean, refusal: Refusal): Outcome => (is ? PASS : fail(refusal));
const isKnown = ({ key }: Asked) => key.kind === 'tenant' || key.kind === 'public';
const noKey: Outcome = { kind: 'notChecked', why: 'noKeyGiven', text: '' };
const number = (claim: unknown) => claim === undefined || typeof claim === 'number';

const RULES: [Rule, (asked: Asked) => Outcome][] = [
  ['present', () => PASS],
  ['header', ({ header }) => needs(Boolean(header), { kind: 'headerUnreadable' })],
  ['keyId', ({ header }) => needs(typeof header?.kid === 'string', { kind: 'keyIdMissing' })],
  ['keyRegistered', (asked) => (isKnown(asked) ? PASS : noKey)],
  ['threeParts', () => PASS],
  ['body', ({ claims }) => needs(Boolean(claims), { kind: 'bodyUnreadable' })],
  ['typ', ({ header }) => needs(header?.typ === 'JWT', { kind: 'typ' })],
  ['alg', ({ header }) => needs(header?.alg === 'RS256', { kind: 'alg' })],
  ['signature', (asked) => (isKnown(asked) ? PASS : noKey)],
  ['expNumber', ({ claims }) => needs(number(claims?.exp), { kind: 'expNotNumber' })],
  ['nbfNumber', ({ claims }) => needs(number(claims?.nbf), { kind: 'nbfNotNumber' })],
  ['notExpired', ({ claims, at }) => needs(Number(claims?.exp ?? Infinity) > at, { kind: 'expired', exp: Number(claims?.exp), now: at, iat: null })],
  ['begun', ({ claims, at }) => needs(Number(claims?.nbf ?? 0) <= at, { kind: 'notYetValid', nbf: Number(claims?.nbf) })],
  ['issuer', ({ claims }) => needs(claims?.iss === 'chat', { kind: 'issuer' })],
  ['audience', ({ claims }) => needs(claims?.aud === 'jitsi', { kind: 'audience' })],
  ['context', ({ claims }) => needs(claims?.context !== undefined, { kind: 'contextMissing' })],
  ['tenant', ({ header, claims }) => needs(String(header?.kid).split('/')[0] === claims?.sub, { kind: 'tenantMismatch' })],
  ['room', ({ claims, room }) => (room === '' ? { kind: 'notChecked', why: 'noRoomGiven', text: '' } : needs(claims?.room === '*' || claims?.room === room, { kind: 'roomMismatch' }))],
];

function granted(claims: Json | null | undefined, key: KeyUsed): Verdict {
  const context = (claims?.context ?? {}) as { user?: Json; features?: Record<string, string> };
  const user = context.user ?? {};
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const room = text(claims?.room);
  const role: Role = user.moderator === 'true' ? 'moderator' : user.role === 'visitor' ? 'visitor' : 'participant';
  return {
    kind: key.kind === 'tenant' || key.kind === 'public' ? 'accepted' : 'unproved',
    content: {
      personId: text(user.id),
      name: text(user.name),
      email: text(user.email),
      avatar: text(user.avatar),
      role,
      features: Object.fromEntries(Object.entries(context.features ?? {}).map(([name, on]) => [name, on === 'true'])),
      room: room === null || room === '*' ? { kind: 'any' } : { kind: 'exact', name: room },
      from: typeof claims?.nbf === 'number' ? claims.nbf : null,
      until: typeof claims?.exp === 'number' ? claims.exp : null,
      hiddenFromRecorder: user['hidden-from-recorder'] === 'true',
    },
  };
}

function readings(value: unknown, path: string): Reading[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length === 0) {
    return value === undefined || value === null ? [] : [{ path, value: JSON.stringify(value), meaning: MEANINGS[path] ?? '' }];
  }
  return Object.entries(value).flatMap(([name, inner]) => readings(inner, path === '' ? name : `${path}.${name}`));
}

/** The verifier's English, for the claims of the examples. */
const MEANINGS: Record<string, string> = {
  'header.alg': 'How the token is signed',
  'header.kid': 'The key that signed it',
  'header.typ': 'That it is a JSON Web Token',
  aud: 'Whom it is for',
  iss: 'Who made it',
  sub: 'The tenant',
  room: 'The room it opens',
  'context.user.id': 'The person’s id',
  'context.user.name': 'The name that others read',
  'context.user.email': 'The person’s email address',
  'context.user.moderator': 'Whether the person leads the meeting',
  'context.user.hidden-from-recorder': 'Whether the person stays out of recordings',
  'context.user.role': 'Whether the person only watches',
  'context.features': 'No features',
};

function encoded(part: unknown): string {
  return btoa(JSON.stringify(part)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function decoded(part: string): Json | null {
  try {
    return JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/'))) as Json;
  } catch {
    return null;
  }
}
