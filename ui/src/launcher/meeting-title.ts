/** What the launcher calls a meeting: a rehearsal is told from the room that it is played in. */
import type { MeetingView } from '../bindings/MeetingView';
import { text } from '../texts/text.svelte';

export function meetingTitle({ title, rehearsal }: MeetingView): string {
  return rehearsal ? text.all.launcher.rehearsalOf(title) : title;
}
