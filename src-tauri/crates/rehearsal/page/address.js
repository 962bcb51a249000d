// Reads what the page was opened with: its own address, written by the IFrame
// API, and the briefing that the server put into the document.

/** Keys that would reach an object's prototype. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/**
 * @typedef {object} Address
 * @property {string | null} apiId which frame of the host page this is
 * @property {string} token the token's text, empty where there is none
 * @property {"en" | "de"} language
 * @property {Record<string, any>} config what the host page overwrites
 * @property {{displayName?: string, email?: string}} user
 * @property {string} path `/<tenant>/<room>` or `/<room>`
 * @property {string | null} tenant JaaS calls it AppID
 * @property {string} room
 */

/** @returns {Address} */
export function readAddress({ pathname, search, hash }) {
  const query = new URLSearchParams(search);
  const fragment = readFragment(hash);
  // An address without a tenant is a room alone.
  const names = pathname.split("/").slice(1, 3);
  const room = names.at(-1);
  const tenant = names.length > 1 ? names[0] : null;
  const language = query.get("lang") ?? fragment.config?.defaultLanguage ?? navigator.language;
  return {
    apiId: fragment.jitsi_meet_external_api_id?.toString() ?? null,
    token: fragment.jwt ?? query.get("jwt") ?? "",
    language: language.toLowerCase().startsWith("de") ? "de" : "en",
    config: fragment.config ?? {},
    user: fragment.userInfo ?? {},
    path: `/${names.join("/")}`,
    tenant,
    room,
  };
}

/** What the server says of this room: pace, case, transport. */
export function readBriefing() {
  return JSON.parse(document.querySelector('meta[name="briefing"]').content);
}

/** `a.b=1&c="x"` as `{a: {b: 1}, c: "x"}`. */
function readFragment(hash) {
  const values = {};
  for (const pair of hash.replace(/^#/, "").split("&")) {
    const at = pair.indexOf("=");
    const path = pair.slice(0, Math.max(at, 0)).split(".");
    if (at < 1 || path.some((key) => FORBIDDEN.has(key))) {
      continue;
    }
    try {
      put(values, path, JSON.parse(decodeURIComponent(pair.slice(at + 1))));
    } catch {
      // A value that is no JSON is not ours.
    }
  }
  return values;
}

function put(values, path, value) {
  const last = path.pop();
  let place = values;
  for (const key of path) {
    place[key] = isGroup(place[key]) ? place[key] : {};
    place = place[key];
  }
  place[last] = value;
}

function isGroup(value) {
  return typeof value === "object" && value !== null;
}
