/** A rollout file as the set-up meets it; its passphrase is `PASSPHRASE`. */
import type { RolloutFile } from '../../bindings/RolloutFile';
import type { RolloutView } from '../../bindings/RolloutView';
import type { RolloutBackend } from '../backend';
import { fault } from './checks';
import type { Listeners, Recorder } from './recorder';

export const PASSPHRASE = 'pcf6-p28b-zk5d-5vnf-5sn9-3mk9';

export const ROLLOUT: RolloutView = {
  tenants: [
    { title: 'Acme Meetings', rooms: 24, withKey: true, signing: 'key', replaces: false },
    { title: 'Acme Staging', rooms: 3, withKey: false, signing: 'key', replaces: true },
  ],
};

export function fakeRollout(
  { command }: Recorder,
  opened: Listeners<RolloutFile>,
  accept: () => void,
): RolloutBackend {
  return {
    openRollout: () => command('openRollout', null, () => ({ name: 'acme.roomkey' })),
    unlockRollout: (request) =>
      command('unlockRollout', request, () => {
        if (request.passphrase.trim() !== PASSPHRASE) throw fault('rolloutPassphraseWrong');
        return structuredClone(ROLLOUT);
      }),
    acceptRollout: () => command('acceptRollout', null, accept),
    forgetRollout: () => command('forgetRollout', null, () => undefined),
    onRolloutOpened: (handler) => opened.add(handler),
  };
}
