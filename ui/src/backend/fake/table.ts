/** A provider's right and wrong tokens, judged as far as a browser and tests need it. */
import type { InspectorTenant } from '../../bindings/InspectorTenant';
import type { KeyUsed } from '../../bindings/KeyUsed';
import type { MatrixGroup } from '../../bindings/MatrixGroup';
import type { ProviderVerdict } from '../../bindings/ProviderVerdict';
import type { TableCaseView } from '../../bindings/TableCaseView';
import type { ProofBackend } from '../proof';
import { checkedRoom } from './checks';
import type { Recorder } from './recorder';

type TableBackend = Pick<ProofBackend, 'tableCases' | 'judgeTable' | 'saveTable'>;

export interface FakeTable {
  backend: TableBackend;
  /** What comes of this case is something else. */
  differAt(name: string | null): void;
  /** Whose secret signs; the tenant's where nothing is said. */
  signWith(key: KeyUsed | null): void;
}

const ACCEPTED: ProviderVerdict = { kind: 'accepted' };
const SOURCE = 'docs.videosdk.live: authentication and tokens';

const CASES: [MatrixGroup, string, ProviderVerdict, isCommand?: boolean][] = [
  ['roles', 'allow_join', ACCEPTED],
  ['roles', 'no permissions', { kind: 'refused', rule: 'permissions', says: 'INVALID_PERMISSIONS' }],
  ['features', 'crawler calls REST', ACCEPTED, true],
  ['rooms', 'another room', { kind: 'refused', rule: 'room', says: null }],
  ['times', 'expired', { kind: 'refused', rule: 'notExpired', says: 'TOKEN_EXPIRED' }],
  ['signature', 'another secret', { kind: 'refused', rule: 'signature', says: 'INVALID_TOKEN' }],
];

export function fakeTable({ command }: Recorder, tenant: (id: string) => InspectorTenant, now: () => number): FakeTable {
  let differing: string | null = null;
  let key: KeyUsed | null = null;
  const cases = CASES.map(([group, name, expected, isCommand = false]): TableCaseView => ({ group, name, expected, isCommand, source: SOURCE }));
  return {
    differAt: (name) => void (differing = name),
    signWith: (used) => void (key = used),
    backend: {
      tableCases: (request) => command('proof.tableCases', request, () => (tenant(request.tenant).jaas === null ? cases : [])),
      judgeTable: (request) =>
        command('proof.judgeTable', request, () => ({
          system: tenant(request.tenant).provider.name,
          room: checkedRoom(request.room),
          at: now(),
          key: key ?? { kind: 'tenant', title: tenant(request.tenant).title },
          lines: cases
            .filter(({ group }) => request.groups.includes(group))
            .map((one) => ({
              case: one,
              judged: one.name === differing ? ACCEPTED : one.expected,
              passed: one.name !== differing,
            })),
        })),
      saveTable: (request) =>
        command('proof.saveTable', request, () => ({
          path: `/home/ada/Documents/roomkey-tokens.${{ junit: 'xml', json: 'json', page: 'html' }[request.form.format]}`,
        })),
    },
  };
}
