/** Makes tokens in memory as far as a browser and tests need it; nobody signs them. */
import type { ErrorView } from '../../bindings/ErrorView';
import type { ExplainedView } from '../../bindings/ExplainedView';
import type { FieldFault } from '../../bindings/FieldFault';
import type { InspectorTenant } from '../../bindings/InspectorTenant';
import type { KeyUsed } from '../../bindings/KeyUsed';
import type { MakeRequest } from '../../bindings/MakeRequest';
import type { TokenField } from '../../bindings/TokenField';
import { checkedEmail, checkedName, checkedRoom, fault } from './checks';
import type { Json } from './contents';
import { contents } from './contents';
import { explain, fakeToken, judge } from './inspect';

export interface Made {
  token: string;
  view: ExplainedView;
}

/** The token that was asked for, or the fields that stand in its way. */
export function make(request: MakeRequest, tenant: InspectorTenant, now: number): Made | FieldFault[] {
  const { choices } = request;
  const { person } = choices;
  const faults: FieldFault[] = [];
  const keep = <T>(field: TokenField, index: number, read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      faults.push({ field, index, error: error as ErrorView });
      return null;
    }
  };
  const isUnnamed = request.command || (choices.everyRoom && request.room.trim() === '');
  const room = isUnnamed ? '' : keep('room', 0, () => checkedRoom(request.room));
  keep('personName', 0, () => checkedName(person.name));
  keep('email', 0, () => checkedEmail(person.email));
  const lifetime = keep('lifetime', 0, () => within(Number(choices.lifetime), 5, 1440, 'lifetimeOutOfRange'));
  const begins = keep('begins', 0, () => within(Number(choices.begins), -31_622_400, 31_622_400, 'beginsMalformed'));

  const { header, claims } = contents(request, tenant, room ?? '', {
    from: now + (begins ?? 0),
    until: now + (lifetime ?? 0) * 60,
  });
  choices.changes.forEach((change, index) => {
    keep('change', index, () => apply(change.place, change.value, header, claims));
  });
  if (faults.length > 0) return faults;
  const token = fakeToken(header, claims);
  const key = keyOf(tenant);
  const view =
    tenant.jaas === null || request.command
      ? judge(token, tenant, key, request.command ? '' : (room ?? ''), now)
      : explain(token, key, room ?? '', now);
  return { token, view };
}

function keyOf(tenant: InspectorTenant): KeyUsed {
  if (tenant.provider.signing === 'server') return { kind: 'unchecked' };
  return tenant.jaas?.keyId === null
    ? { kind: 'window', why: fault('keyringMissing') }
    : { kind: 'tenant', title: tenant.title };
}

function within(number: number, least: number, most: number, code: 'lifetimeOutOfRange' | 'beginsMalformed'): number {
  if (!Number.isInteger(number) || number < least || number > most) throw fault(code);
  return number;
}

function apply(place: string, json: string | null, header: Json, claims: Json): void {
  const names = place.split('.');
  if (names.includes('')) throw fault('placeMalformed');
  let at = claims;
  if (names[0] === 'header') {
    at = header;
    names.shift();
  }
  const last = names.pop() ?? '';
  for (const name of names) at = (at[name] ??= {}) as Json;
  if (json === null) Reflect.deleteProperty(at, last);
  else at[last] = parsed(json);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw fault('valueNotJson');
  }
}
