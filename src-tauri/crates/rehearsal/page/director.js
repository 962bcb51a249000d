// The director's line to the rehearsal's server: from there a test presses this
// page's buttons, and here a person asks for something to happen. It is no part
// of the meeting, which goes on without it.

/**
 * @param {string} path the room's
 * @param {(button: string) => void} onPress
 */
export function makeDirector(path, onPress) {
  const socket = new WebSocket(`ws://${location.host}${path}/director`);
  let named;
  const visit = new Promise((resolve) => {
    named = resolve;
  });
  socket.addEventListener("message", ({ data }) => {
    const word = JSON.parse(data);
    if (word.is === "visit") {
      named(word.number);
    } else if (word.is === "press") {
      onPress(word.button);
    }
  });
  socket.addEventListener("close", () => named(null));
  return {
    /** This page's number; null where there is no line. */
    visit,
    /** Asks for commands, one after the other. */
    ask(...commands) {
      for (const command of commands) {
        socket.send(JSON.stringify({ do: "ask", command }));
      }
    },
  };
}
