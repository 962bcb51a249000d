/** Which checks of the set-up mean something, by what a provider can do. */
import type { CheckId } from '../bindings/CheckId';
import type { ProviderView } from '../bindings/ProviderView';

export function isAsked(id: CheckId, provider: ProviderView): boolean {
  switch (id) {
    case 'key':
    case 'secret':
      return provider.signing === id;
    case 'keyId':
      return provider.rotatesKeys;
    case 'rest':
      return provider.makesRooms;
    case 'script':
      return provider.hasToolbar;
    case 'hosts':
      return provider.hasMediaHosts;
    case 'keyring':
      return provider.signing !== 'server';
    default:
      return true;
  }
}
