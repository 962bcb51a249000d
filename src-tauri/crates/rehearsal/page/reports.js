// What the client tells the host page, in the forms that were seen on the wire.

import { userContext } from "./roster.js";

export class Reports {
  #send;
  #room;

  /**
   * @param {(name: string, data?: object) => void} send takes names in kebab case
   * @param {string} room without the tenant
   */
  constructor(send, room) {
    this.#send = send;
    this.#room = room;
  }

  browserSupport(supported) {
    this.#send("browser-support", { supported });
  }

  ready() {
    this.#send("ready");
  }

  prejoinScreen(name) {
    const data = { id: "local", displayName: name, formattedDisplayName: mine(name) };
    this.#send("prejoin-screen-loaded", data);
  }

  /** Those who are there first, then oneself, then the roles. */
  joined(me, others) {
    for (const one of others) {
      this.participantJoined(one);
    }
    this.#send("video-conference-joined", {
      roomName: this.#room,
      id: me.id,
      displayName: me.name,
      formattedDisplayName: mine(me.name),
      breakoutRoom: false,
      email: me.email ?? undefined,
      visitor: me.role === "visitor",
    });
    for (const one of [...others.filter(leads), me]) {
      this.role(one.id, one.role);
    }
  }

  /** Somebody comes; the server makes a moderator of one only then. */
  came(one) {
    this.participantJoined(one);
    if (leads(one)) {
      this.role(one.id, one.role);
    }
  }

  participantJoined(one) {
    this.#send("participant-joined", {
      id: one.id,
      displayName: one.name,
      formattedDisplayName: one.name,
      userContext: userContext(one),
    });
  }

  participantLeft(id) {
    this.#send("participant-left", { id });
  }

  role(id, role) {
    this.#send("participant-role-changed", { id, role });
  }

  name({ id, name }, isMe) {
    const formattedDisplayName = isMe ? mine(name) : name;
    this.#send("display-name-change", { id, displayname: name, formattedDisplayName });
  }

  email(id, email) {
    this.#send("email-change", { id, email });
  }

  subject(subject) {
    this.#send("subject-change", { room: this.#room, subject });
  }

  kicked({ id, name }, isMe, kicker) {
    this.#send("participant-kicked-out", {
      kicked: { id: isMe ? "local" : id, name, local: isMe },
      kicker,
    });
  }

  /** The listener finds it under `error`, as the client's own API has it. */
  error(error) {
    this.#send("error-occurred", { error });
  }

  connectionLost(error) {
    this.error({ type: "CONNECTION", ...error, isFatal: true });
  }

  conferenceError(name, recoverable) {
    this.error({ name, type: "CONFERENCE", recoverable, isFatal: false });
  }

  passwordRequired() {
    this.#send("password-required");
  }

  mediaFault(kind, fault) {
    this.#send(kind === "audio" ? "mic-error" : "camera-error", fault);
  }

  muted(kind, muted) {
    const name = kind === "audio" ? "audio-mute-status-changed" : "video-mute-status-changed";
    this.#send(name, { muted });
  }

  screenSharing(on) {
    this.#send("screen-sharing-status-changed", { on, details: on ? { sourceType: "screen" } : {} });
  }

  left() {
    this.#send("video-conference-left", { roomName: this.#room });
  }

  readyToClose() {
    this.#send("video-ready-to-close");
  }
}

function leads({ role }) {
  return role === "moderator";
}

function mine(name) {
  return `${name} (me)`;
}
