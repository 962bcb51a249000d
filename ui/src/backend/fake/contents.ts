/** What the fake's tokens say, by provider. */
import type { InspectorTenant } from '../../bindings/InspectorTenant';
import type { MakeRequest } from '../../bindings/MakeRequest';
import { fault } from './checks';

export interface Json {
  [name: string]: unknown;
}

interface Contents {
  header: Json;
  claims: Json;
}

interface Life {
  from: number;
  until: number;
}

export function contents(request: MakeRequest, tenant: InspectorTenant, room: string, life: Life): Contents {
  const { roles, hasFeatures, name } = tenant.provider;
  if (!request.command && !roles.includes(request.choices.role)) {
    throw fault('roleUnknown', { system: name, role: request.choices.role });
  }
  const { jaas } = tenant;
  if (jaas !== null) {
    const header = { alg: 'RS256', kid: jaas.keyId ?? `${jaas.appId}/none`, typ: 'JWT' };
    return { header, claims: ofJitsi(request, jaas.appId, 'chat', room, life) };
  }
  const header = { alg: 'HS256', typ: 'JWT' };
  if (hasFeatures) return { header, claims: ofJitsi(request, tenant.domain, 'acme_desks', room, life) };
  const dates = { iat: life.from, exp: life.until };
  return { header, claims: roles.length === 0 ? { app: '5f3c9a1b7d', iss: '5f3c9a1b7d', ...dates } : { ...ofVideoSdk(request, room), ...dates } };
}

function ofJitsi({ choices }: MakeRequest, sub: string, iss: string, room: string, { from, until }: Life): Json {
  const { person } = choices;
  const flags = Object.entries(choices.features).map(([feature, on]) => [feature, String(on)]);
  return {
    aud: 'jitsi',
    context: {
      user: {
        id: person.id,
        name: person.name.trim(),
        ...(person.email === '' ? {} : { email: person.email }),
        ...(person.avatar === '' ? {} : { avatar: person.avatar }),
        moderator: String(choices.role === 'moderator'),
        'hidden-from-recorder': String(choices.hiddenFromRecorder),
        ...(choices.role === 'visitor' ? { role: 'visitor' } : {}),
      },
      features: Object.fromEntries(flags) as Json,
    },
    exp: until,
    iss,
    nbf: from,
    room: choices.everyRoom ? '*' : room,
    sub,
  };
}

function ofVideoSdk({ choices, command }: MakeRequest, room: string): Json {
  const leads = command || choices.role === 'moderator';
  return {
    apikey: '8f1c2a44-6d0b-4b8e-9f57-1f0f4c1f7a10',
    permissions: choices.role === 'lobby' && !command ? ['ask_join'] : ['allow_join', ...(leads ? ['allow_mod'] : [])],
    version: 2,
    roles: [command ? 'crawler' : 'rtc'],
    ...(command ? {} : { participantId: choices.person.id }),
    ...(command || choices.everyRoom ? {} : { roomId: room }),
  };
}
