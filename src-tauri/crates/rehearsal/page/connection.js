// The line to the meeting server, in place of the client's XMPP connection.

/**
 * Opens a line; null where nobody answers.
 *
 * @param {string} path the room's
 * @returns {Promise<Line | null>}
 */
export function openLine(path) {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://${location.host}${path}/socket`);
    socket.addEventListener("open", () => resolve(new Line(socket)), { once: true });
    socket.addEventListener("close", () => resolve(null), { once: true });
  });
}

/** An open line. Words that came before anybody listened are kept. */
class Line {
  #socket;
  #heard = [];
  #onWord = (word) => this.#heard.push(word);
  #onBroken = () => {};

  constructor(socket) {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => this.#onWord(JSON.parse(data)));
    socket.addEventListener("close", () => this.#onBroken());
  }

  send(word) {
    this.#socket.send(JSON.stringify(word));
  }

  /** The next word, or null where the line breaks before. */
  next() {
    return new Promise((resolve) => {
      const heard = this.#heard.shift();
      if (heard || this.#socket.readyState > WebSocket.OPEN) {
        resolve(heard ?? null);
        return;
      }
      this.#onBroken = () => resolve(null);
      this.#onWord = (word) => {
        this.#onWord = (later) => this.#heard.push(later);
        resolve(word);
      };
    });
  }

  close() {
    this.#socket.close();
  }
}
