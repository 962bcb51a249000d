// One end of the wire between a page and the meeting's frame: JSON texts
// through postMessage, opened by a handshake, then events, requests and
// answers. Both ends speak alike, so the IFrame API script and the room page
// share this text. It knows nothing of what the messages mean.

/** How often an end asks whether the other one listens, in ms. */
const HANDSHAKE_EVERY = 50;
const HANDSHAKE = "__ready__";

/**
 * Opens one end.
 *
 * @param {object} end
 * @param {string} end.scope which frame this is about
 * @param {() => (Window | null)} end.peer the window at the other end
 * @param {string | null} end.origin the other end's origin, where it is known
 * @param {(event: object) => void} end.onEvent
 * @param {(request: object, answer: (result: unknown) => void) => void} [end.onRequest]
 */
// eslint-disable-next-line no-unused-vars -- what is served after this text calls it
function openWire({ scope, peer, origin, onEvent, onRequest }) {
  const number = `${Date.now()}${Math.random()}`;
  const waiting = [];
  const asked = new Map();
  let heard = false;
  let lastRequest = 0;

  function post(method, params) {
    const other = peer();
    // The handshake carries nothing, and goes out before the other end's
    // document is there; a fixed origin would only fill the console.
    const target = method === "message" && origin ? origin : "*";
    other?.postMessage(JSON.stringify({ postis: true, scope, method, params }), target);
  }

  function send(message) {
    if (heard) {
      post("message", message);
    } else {
      waiting.push(message);
    }
  }

  function onMessage({ data, source, origin: from }) {
    if (typeof data !== "string" || source !== peer() || (origin && from !== origin)) {
      return;
    }
    let envelope;
    try {
      envelope = JSON.parse(data);
    } catch {
      return;
    }
    if (envelope?.postis !== true || envelope.scope !== scope) {
      return;
    }
    if (envelope.method === HANDSHAKE) {
      shakeHands(envelope.params);
    } else if (envelope.method === "message") {
      take(envelope.params ?? {});
    }
  }

  function shakeHands(theirs) {
    if (theirs !== number) {
      post(HANDSHAKE, theirs);
      return;
    }
    clearInterval(handshake);
    heard = true;
    for (const message of waiting.splice(0)) {
      post("message", message);
    }
  }

  function take({ type, id, data, result, error }) {
    if (type === "response") {
      const { resolve, reject } = asked.get(id) ?? {};
      asked.delete(id);
      if (result !== undefined) {
        resolve?.(result);
      } else {
        reject?.(error ?? new Error("The meeting gave no answer"));
      }
    } else if (type === "request") {
      onRequest?.(data ?? {}, (answer) => send({ type: "response", id, result: answer }));
    } else {
      onEvent(data ?? {});
    }
  }

  const handshake = setInterval(() => post(HANDSHAKE, number), HANDSHAKE_EVERY);
  window.addEventListener("message", onMessage);

  return {
    /** Says so that the other end need not wait for its next question. */
    announce: () => post("ready"),
    sendEvent: (event) => send({ type: "event", data: event }),
    sendRequest: (request) =>
      new Promise((resolve, reject) => {
        lastRequest += 1;
        asked.set(lastRequest, { resolve, reject });
        send({ type: "request", id: lastRequest, data: request });
      }),
    close() {
      clearInterval(handshake);
      window.removeEventListener("message", onMessage);
      asked.clear();
    },
  };
}
