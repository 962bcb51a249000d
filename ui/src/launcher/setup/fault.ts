/** A field's fault in the language in force. */
import type { Fault } from '../../texts/errors';
import { faultOf } from '../../texts/text.svelte';
import type { FieldName, SetupDraft } from './draft.svelte';

export function faultAt(draft: SetupDraft, field: FieldName): Fault | null {
  const fault = draft.faultOf(field);
  return fault === null ? null : faultOf(fault);
}
