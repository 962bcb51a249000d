/**
 * Ends the open meeting and waits until it is gone: while one is open, the shell answers
 * every join by bringing that one to the front.
 */
import type { Backend } from '../backend/backend';

/** A window that does not close in this time is not waited for. */
const AT_MOST = 5000;

export async function endMeeting(backend: Backend): Promise<void> {
  let gone = () => {};
  const ended = new Promise<void>((resolve) => (gone = resolve));
  const timer = setTimeout(gone, AT_MOST);
  const unlisten = await backend.onChanged((view) => {
    if (view.meeting === null) gone();
  });
  try {
    await backend.endMeeting();
    if ((await backend.state()).meeting !== null) await ended;
  } finally {
    clearTimeout(timer);
    unlisten();
  }
}
