// The host page: events go out to it, its commands and questions come in. A page
// that is opened without a frame has none, and works all the same.

import { openWire } from "./wire.js";

/**
 * @param {string | null} apiId
 * @param {Record<string, (...data: unknown[]) => void>} commands by their names on the wire
 * @param {Record<string, (request: object) => unknown>} requests likewise
 */
export function makeHost(apiId, commands, requests) {
  if (apiId === null || window.parent === window) {
    return { report: () => {} };
  }
  const wire = openWire({
    scope: `jitsi_meet_external_api_${apiId}`,
    peer: () => window.parent,
    // Any of the pages that may frame this one; the server says which.
    origin: null,
    onEvent: ({ name, data }) => commands[name]?.(...(data ?? [])),
    onRequest: async (request, answer) => {
      // The real client does not answer what it does not know, either.
      if (request.name in requests) {
        answer(await requests[request.name](request));
      }
    },
  });
  wire.announce();
  return {
    /** @param {string} name in kebab case */
    report: (name, data = {}) => wire.sendEvent({ name, ...data }),
  };
}
