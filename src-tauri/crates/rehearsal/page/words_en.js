// Everything the room says in English. What a claim means and why a check
// failed, the verifier itself says in English.

import token from "./token_en.js";

export default {
  rehearsal: "Rehearsal",
  title: (room) => `${room} · Rehearsal`,
  you: "you",
  line: { connected: "Connected", waiting: "Connecting", broken: "No connection", over: "Not connected" },
  people: (count) => (count === 1 ? "In the room: you alone" : `In the room: ${count}`),
  ghost: "connection lost",
  roles: { moderator: "Moderator", participant: "Participant", visitor: "Visitor" },
  roleLeads: {
    moderator: "leads the meeting",
    participant: "takes part",
    visitor: "watches only",
  },

  microphoneOn: "Turn the microphone off",
  microphoneOff: "Turn the microphone on",
  cameraOn: "Turn the camera off",
  cameraOff: "Turn the camera on",
  leave: "Leave the meeting",
  level: "Microphone level",
  picture: {
    off: "Your camera is off",
    starting: "Starting your camera…",
    "gum.permission_denied": "The browser was not allowed to use your camera. Allow it in the browser's or the system's settings, then turn the camera on.",
    "gum.not_found": "No camera was found. Connect one, then turn the camera on.",
    other: "The camera cannot be used. Close other programs that use it, then turn the camera on.",
  },
  sound: {
    "gum.permission_denied": "The browser was not allowed to use your microphone. Allow it in the browser's or the system's settings, then turn the microphone on.",
    "gum.not_found": "No microphone was found. Connect one, then turn the microphone on.",
    other: "The microphone cannot be used. Close other programs that use it, then turn the microphone on.",
  },

  notices: {
    starting: { title: "Opening the room…" },
    connecting: { title: "Showing your token…", text: "The server checks it as the real one would." },
    prejoin: {
      title: "Ready to join?",
      text: "Nothing has reached the server yet. Look at your picture, then join.",
      button: "Join",
    },
    lobby: {
      title: "Waiting to be let in",
      text: "Your token is good. Somebody in the meeting decides, which takes a few seconds here.",
    },
    turnedAway: {
      title: "You were not let in",
      text: "Your token is good, but somebody in the meeting turned you away. Ask them, then try again.",
    },
    password: {
      title: "This room has a password",
      text: (password) => `Your token is good. In this rehearsal the password is “${password}”.`,
      wrong: "That is not the password. Type it again.",
      field: "Password",
      button: "Join",
    },
    reconnecting: { title: "The connection broke", text: "Taking it up again…" },
    gone: {
      title: "The meeting server is gone",
      text: "The page opens anew by itself in a moment, as the real one does.",
    },
    noServer: {
      title: "The meeting server does not answer",
      text: "The page opens anew by itself in a moment, as the real one does.",
    },
    dead: {
      title: "You are no longer in the meeting, and nobody says so",
      text: "Your token had expired when the connection broke, so the server does not take it up again. The others lose you after a minute.",
    },
    kicked: {
      title: (by) => `${by} removed you from the meeting`,
      text: "The real page shows its own words here and waits.",
    },
    ended: { title: "A moderator ended the meeting for everybody", button: "OK" },
    left: { title: "You have left the meeting" },
    unsupported: {
      title: "This browser cannot hold meetings",
      text: "The real page would say so and stop here.",
    },
  },

  verdict: {
    heading: "The verdict",
    refused: "Refused",
    banned: "The token is good, but it was banned, or the user that it names.",
    left: (span) => `It is good for another ${span}.`,
    accepted: ({ name, role, until }) =>
      `The real server would let ${name} in as ${role.toLowerCase()}${until ? ` ${until}` : ", for as long as it likes"}.`,
    serverSays: "The server says",
    somebody: "the person",
    features: "Features",
    noFeatures: "The token allows no features.",
    featuresNeedModerator: "The server heeds them for moderators only.",
    on: "allowed",
    off: "not allowed",
    claims: "What the token says",
    claimsUnreadable: "Nothing in it can be read.",
    checks: "What the server checked",
    allPassed: (count) => `All ${count} checks passed, in the server's order.`,
    failed: (count) => (count === 1 ? "One check failed." : `${count} checks failed; the server stops at the first.`),
    outcomes: { pass: "passed", fail: "failed", notChecked: "not checked" },
    groups: {
      person: "Who",
      place: "Where and when",
      features: "Features",
      origin: "Whose key, whose tenant",
      other: "Also in the token",
    },
  },
  reasons: {
    notExpired: (when) =>
      `The token expired${when ? ` at ${when}` : ""}. Make a fresh one, and set the clock right if it is fresh.`,
    begun: (when) =>
      `The token is not good yet${when ? `, but from ${when} on` : ""}. Set the clock right that made it: the server allows no leeway.`,
  },
  meanings: token.meanings,
  featureMeanings: {},
  yes: "yes",
  no: "no",

  rules: {
    ...token.rules,
    ownKeyName: "It names the key on the key server",
    ownAlg: "It is signed as the server expects",
    ownSignature: "The tenant's secret or key made the signature",
    ownIssuer: "Its issuer is the server's app_id",
    ownAudience: "It is made for the server's audience",
    ownNoNull: "Nothing about the person is null",
    ownRoomNamed: "It names a room",
    ownTenant: "Its subject is the tenant or the domain",
  },
  features: {
    livestreaming: "Live streaming",
    recording: "Recording",
    transcription: "Transcription",
    "live-translation": "Live translation",
    "live-translation-subscribe": "Reading live translation",
    "sip-inbound-call": "SIP calls in",
    "sip-outbound-call": "SIP calls out",
    "inbound-call": "Telephone calls in",
    "outbound-call": "Telephone calls out",
    "file-upload": "File sharing",
    "list-visitors": "List of visitors",
    "send-groupchat": "Group chat",
    "send-private-message": "Private messages",
    "create-polls": "Polls",
    "screen-sharing": "Screen sharing",
    lobby: "Lobby",
    moderation: "Moderation",
    branding: "Branding",
    calendar: "Calendar",
    flip: "Moving to another device",
    room: "Room settings",
  },

  time: {
    until: (when) => `until ${when}`,
    in: (span) => `in ${span}`,
    ago: (span) => `${span} ago`,
    units: { day: ["day", "days"], hour: ["h", "h"], minute: ["min", "min"], second: ["s", "s"] },
  },

  menu: {
    summary: "Make something happen",
    grant: ["Become a moderator", "Another moderator makes you one."],
    revoke: ["Stop being a moderator", "Another moderator takes it back."],
    someoneJoins: ["Somebody joins", "A simulated participant comes in."],
    someoneLeaves: ["Somebody leaves", "The first simulated participant hangs up."],
    kick: ["Be removed", "A moderator removes you."],
    end: ["End the meeting for all", "Everybody leaves after five seconds."],
    drop: ["Drop the connection for a second", "A valid token resumes; nobody is told."],
    gone: ["Take the server away", "The page gives up, opens anew and joins again."],
    silent: ["Let the token expire, then drop", "You are out of the meeting, and nobody says so."],
  },
};
