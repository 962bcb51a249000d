/** What the sections Meetings and Webhooks can ask of Roomkey. */
import type { CommandRequest } from '../bindings/CommandRequest';
import type { PreparedView } from '../bindings/PreparedView';
import type { SecretState } from '../bindings/SecretState';
import type { TenantRequest } from '../bindings/TenantRequest';
import type { WebhookRequest } from '../bindings/WebhookRequest';
import type { WebhookView } from '../bindings/WebhookView';

/** The commands of the plugin `service`. */
export interface ServiceBackend {
  /** Reads what was typed, and tells what would be done; nothing is sent. */
  prepareCommand(request: CommandRequest): Promise<PreparedView>;
  /** Gives a command, once. */
  giveCommand(request: CommandRequest): Promise<void>;
  secretState(request: TenantRequest): Promise<SecretState>;
  /** From the clipboard into the keyring: the page does not see it. */
  pasteSecret(request: TenantRequest): Promise<void>;
  removeSecret(request: TenantRequest): Promise<void>;
  readWebhook(request: WebhookRequest): Promise<WebhookView>;
}
