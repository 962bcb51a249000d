/** Meetings that can be commanded and webhooks that can be read, in memory. */
import type { CommandRequest } from '../../bindings/CommandRequest';
import type { CommandView } from '../../bindings/CommandView';
import type { InspectorTenant } from '../../bindings/InspectorTenant';
import type { WebhookBodyView } from '../../bindings/WebhookBodyView';
import type { WebhookField } from '../../bindings/WebhookField';
import type { WebhookMeaning } from '../../bindings/WebhookMeaning';
import type { WebhookSignatureView } from '../../bindings/WebhookSignatureView';
import type { ServiceBackend } from '../service';
import { checkedRoom, fault } from './checks';
import type { Recorder } from './recorder';

/** The tenant of JaaS's documentation, and the one that is set up here. */
const DOCUMENTED = /96f0941768964ab380ed0fbada7a502f/g;
const OURS = '1fc542a3e4414a44b2611668195e2bfe';

/** The delivery of JaaS's documentation, to a tenant that is not here, and what its secret says of it. */
export const STRANGE_DELIVERY = {
  body: '{"eventType":"PARTICIPANT_JOINED","sessionId":"9a441d60-ceaf-4eba-b0a8-a7d940a76e1b","timestamp":1632490058278,"fqn":"vpaas-magic-cookie-96f0941768964ab380ed0fbada7a502f/sampleappromanticshiftsstripas","idempotencyKey":"9e9e7420-562d-4659-8e22-44b9b22aaa49","customerId":"96f0941768964ab380ed0fbada7a502f","appId":"vpaas-magic-cookie-96f0941768964ab380ed0fbada7a502f","data":{"avatar":"","name":"Test User","id":"auth0|5f903d7a77f3b4006eb8e67d","participantJid":"fc1ea14a-9bca-4218-a563-8c627e803d56@8x8.vc","moderator":true,"email":"test.user@company.com"}}',
  signature: 't=1632490060,v1=xlzqEojlh4qb21sQpXYsWgyK8x9HVpz+RQldsv18rV0=',
};

/** The same to the tenant that is. */
export const DELIVERY = { ...STRANGE_DELIVERY, body: STRANGE_DELIVERY.body.replaceAll(DOCUMENTED, OURS) };

const SIGNED_AT = 1_632_490_060;

export function fakeService({ command }: Pick<Recorder, 'command'>, tenants: () => InspectorTenant[]): ServiceBackend {
  const secrets = new Set<string>();
  // As the shell answers where there is nothing to say.
  const nothing = (act: () => unknown): void => {
    act();
    return null as unknown as void;
  };
  const tenant = (id: string): InspectorTenant => {
    const found = tenants().find((one) => one.id === id);
    if (found === undefined) throw fault('tenantUnknown', { tenant: id });
    return found;
  };
  return {
    prepareCommand: (request) =>
      command('prepareCommand', request, () => ({
        command: prepared(request),
        tenant: tenant(request.tenant).title,
        host: '8x8.vc',
      })),
    giveCommand: (request) => command('giveCommand', request, () => nothing(() => prepared(request))),
    secretState: (request) => command('secretState', request, () => (secrets.has(request.tenant) ? 'kept' : 'none')),
    pasteSecret: (request) => command('pasteSecret', request, () => nothing(() => secrets.add(request.tenant))),
    removeSecret: (request) => command('removeSecret', request, () => nothing(() => secrets.delete(request.tenant))),
    readWebhook: (request) =>
      command('readWebhook', request, () => ({
        body: body(request.body, tenant(request.tenant).jaas?.appId ?? ''),
        signature: signature(request.body, request.signature, secrets.has(request.tenant)),
      })),
  };
}

function prepared({ command }: CommandRequest): CommandView {
  switch (command.kind) {
    case 'endMeeting':
      return { kind: command.kind, room: checkedRoom(command.room) };
    case 'removeParticipant':
      return { kind: command.kind, room: checkedRoom(command.room), participant: checkedId(command.participant) };
    case 'banUser':
      return { kind: command.kind, user: checkedId(command.user) };
    case 'banToken': {
      if (command.token.includes('PRIVATE KEY')) throw fault('pastedPrivateKey');
      if (!command.token.includes('eyJ')) throw fault('pastedNone');
      const token = { name: 'Ada Lovelace', user: 'ada', room: 'board', until: SIGNED_AT, isOver: true };
      return { kind: command.kind, token };
    }
  }
}

function checkedId(typed: string): string {
  const id = typed.trim();
  if (id === '') throw fault('idEmpty');
  if (/\s/.test(id)) throw fault('idMalformed');
  return id;
}

function body(text: string, appId: string): WebhookBodyView {
  if (text.trim() === '') return { kind: 'unreadable', fault: fault('webhookBodyEmpty') };
  let read: Record<string, unknown>;
  try {
    read = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { kind: 'unreadable', fault: fault('webhookBodyNotJson') };
  }
  const name = typeof read.eventType === 'string' ? read.eventType : null;
  return {
    kind: 'read',
    event: {
      name,
      event: name === 'PARTICIPANT_JOINED' ? name : null,
      whose: read.appId === appId ? { kind: 'ours' } : { kind: 'another', appId: String(read.appId) },
      room: String(read.fqn).split('/')[1] ?? null,
      at: typeof read.timestamp === 'number' ? Math.floor(read.timestamp / 1000) : null,
      fields: Object.entries(read).flatMap(([path, value]) =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).map(([inner, one]) => field(`${path}.${inner}`, one))
          : [field(path, value)],
      ),
      leftOut: 0,
    },
  };
}

const MEANINGS: Record<string, WebhookMeaning> = { fqn: 'fqn', 'data.participantJid': 'participantJid' };

function field(path: string, value: unknown): WebhookField {
  return { path, value: String(value), meaning: MEANINGS[path] ?? null };
}

function signature(text: string, header: string, hasSecret: boolean): WebhookSignatureView {
  if (header.trim() === '') return { kind: 'notChecked', fault: fault('signatureEmpty') };
  if (!header.includes('t=')) return { kind: 'notChecked', fault: fault('signatureNoTime') };
  if (!hasSecret) return { kind: 'notChecked', fault: fault('secretNone') };
  const age = Math.floor(Date.now() / 1000) - SIGNED_AT;
  const isOne = (one: string) => [DELIVERY, STRANGE_DELIVERY].some((delivery) => delivery.body === one);
  return {
    kind: 'checked',
    at: SIGNED_AT,
    age,
    isOld: true,
    isAhead: false,
    fit: isOne(text) ? { kind: 'asPasted' } : isOne(text.trim()) ? { kind: 'after', accident: 'lineEndAdded' } : { kind: 'not' },
  };
}
