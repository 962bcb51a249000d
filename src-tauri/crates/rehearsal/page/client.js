// The client's life in the room, from its first sign to its last, with the
// order and the times that were recorded of the real one.

import { openLine } from "./connection.js";
import { delays } from "./pace.js";
import { Roster } from "./roster.js";

/** When the client first gives a sign, in recorded ms after the page was asked for. */
const ALIVE = 1050;
const READY = 1060;
const PREJOIN = 1300;
/** From asking to be let in to the join, by transport. */
const JOIN_TAKES = { webSocket: 790, bosh: 1250, boshBadGateway: 1250 };
/** From asking to be let in to a refusal. */
const REFUSAL_TAKES = 600;
/** From hanging up to the last word. */
const FAREWELL = 100;
/** How long the client shows that the meeting was ended before it leaves. */
const ENDED = 5000;
/** How long the client tries to reach a server that it never reached. */
const GIVES_UP = 36000;
/** From the report of a dead server to the reload; seen were 10 to 30 s. */
const RELOAD = 15000;
/** What the client says of a server that is gone, and after how long. */
const GONE = {
  webSocket: { name: "connection.otherError", after: 18000 },
  bosh: { name: "connection.droppedError", after: 12000 },
  boshBadGateway: { name: "connection.serverError", after: 12000 },
};

export class Client {
  #parts;
  #line = null;
  #asked = 0;
  /** Whether the host page has heard that this client is here. */
  #isAlive = false;
  /** Whether the meeting is over for this client. */
  #isOver = false;
  #waiting = new Map();
  roster;

  /**
   * @param {object} parts
   * @param {import("./address.js").Address} parts.address
   * @param {object} parts.briefing
   * @param {{storage: boolean, cookie: boolean}} parts.knownBy
   * @param {ReturnType<typeof import("./pace.js").makePace>} parts.pace
   * @param {import("./reports.js").Reports} parts.reports
   * @param {() => void} parts.startMedia
   * @param {() => void} parts.stopMedia
   * @param {Promise<number | null>} parts.visit
   * @param {import("./view.js").View} parts.view
   */
  constructor(parts) {
    this.#parts = parts;
    this.roster = new Roster(parts.address);
    window.addEventListener("beforeunload", () => {
      if (this.#isAlive && !this.#isOver) {
        parts.reports.left();
      }
    });
  }

  async start() {
    const { briefing, pace, reports, view, address } = this.#parts;
    await documentLoaded();
    await pace.until(ALIVE);
    reports.browserSupport(briefing.supported);
    if (!briefing.supported) {
      view.show({ kind: "unsupported" });
      return;
    }
    await pace.until(READY);
    reports.ready();
    this.#isAlive = true;
    this.#parts.startMedia();
    if (briefing.prejoin || address.config.prejoinConfig?.enabled === true) {
      await pace.until(PREJOIN);
      reports.prejoinScreen(this.roster.me.name);
      view.show({ kind: "prejoin" });
      await this.#pressed("join");
    }
    await this.#enter();
  }

  /** Somebody pressed a button that the page offers: `join`, `confirm`, `password`. */
  press(button, value) {
    this.#waiting.get(button)?.(value);
    this.#waiting.delete(button);
  }

  async leave() {
    const { pace, reports, view } = this.#parts;
    if (this.#isOver) {
      return;
    }
    this.#send({ do: "leave" });
    this.#finish();
    reports.left();
    view.show({ kind: "left" });
    await pace.wait(FAREWELL);
    reports.readyToClose();
  }

  rename(name) {
    this.roster.change(this.roster.me.id, { name });
    this.#send({ do: "rename", name });
    this.#parts.reports.name(this.roster.me, true);
    this.#parts.view.showPeople(this.roster);
  }

  moderate(order) {
    this.#send({ do: "moderate", order });
  }

  async #enter() {
    const { address, pace, view } = this.#parts;
    view.show({ kind: "connecting" });
    this.#asked = performance.now();
    for (const delay of delays()) {
      const line = await openLine(address.path);
      if (this.#isOver) {
        line?.close();
        return;
      }
      if (line) {
        this.#line = line;
        await this.#ask();
        await this.#follow(line);
        return;
      }
      if (pace.since(this.#asked) + delay > GIVES_UP) {
        break;
      }
      await pace.wait(delay);
    }
    await pace.after(this.#asked, GIVES_UP);
    await this.#fail({ name: "connection.otherError", message: "giving-up" }, "noServer");
  }

  async #ask(password) {
    const { address, knownBy, visit } = this.#parts;
    const { displayName: name, email } = address.user;
    const join = { do: "join", token: address.token, name, email, password, knownBy };
    this.#send({ ...join, visit: await visit });
  }

  /** Hears a line until it ends, and does what the server says. */
  async #follow(line) {
    for (let word = await line.next(); word; word = await line.next()) {
      await this.#take(word);
    }
    if (!this.#isOver && this.#line === line) {
      await this.#recover();
    }
  }

  async #take(word) {
    const { reports, view, briefing } = this.#parts;
    switch (word.is) {
      case "accepted":
        await this.#takes(JOIN_TAKES[briefing.transport]);
        return this.#join(word);
      case "refused":
        await this.#heldUp(word.verdict, { kind: "refused" });
        this.#hangLine();
        return reports.error(word.error);
      case "lobby":
        await this.#heldUp(word.verdict, { kind: "lobby" });
        reports.conferenceError("conference.connectionError.membersOnly", true);
        return reports.prejoinScreen(this.roster.me.name);
      case "turnedAway":
        this.#hangLine();
        view.show({ kind: "turnedAway" });
        return reports.conferenceError("conference.connectionError.accessDenied");
      case "passwordRequired":
        await this.#heldUp(word.verdict, { kind: "password", wasWrong: word.wasWrong });
        reports.conferenceError("conference.passwordRequired", true);
        reports.passwordRequired();
        return this.#ask(await this.#pressed("password"));
      case "joined":
        return this.#welcome(word.who);
      case "left":
        return this.#part(word.id);
      case "roleChanged":
        this.roster.change(word.id, { role: word.role });
        reports.role(word.id, word.role);
        return view.showPeople(this.roster);
      case "renamed":
        this.roster.change(word.id, { name: word.name });
        reports.name(word, false);
        return view.showPeople(this.roster);
      case "kicked":
        return this.#kicked(word);
      case "ended":
        return this.#ended();
    }
  }

  /** Waits until an answer is due; for ever where the person has left meanwhile. */
  async #takes(recorded) {
    await this.#parts.pace.after(this.#asked, recorded);
    if (this.#isOver) {
      await new Promise(() => {});
    }
  }

  async #heldUp(verdict, notice) {
    const { view } = this.#parts;
    await this.#takes(REFUSAL_TAKES);
    view.showVerdict(verdict);
    view.show(notice);
  }

  #join({ me, others, verdict }) {
    const { reports, view } = this.#parts;
    this.roster.enter(me, others);
    reports.joined(me, others);
    view.showVerdict(verdict);
    view.showPeople(this.roster);
    view.show({ kind: "joined" });
  }

  #welcome(one) {
    this.roster.add(one);
    this.#parts.reports.came(one);
    this.#parts.view.showPeople(this.roster);
  }

  #part(id) {
    if (this.roster.remove(id)) {
      this.#parts.reports.participantLeft(id);
      this.#parts.view.showPeople(this.roster);
    }
  }

  #kicked({ id, by }) {
    const { reports, view } = this.#parts;
    const isMe = id === this.roster.me.id;
    reports.kicked(this.roster.get(id) ?? { id }, isMe, by);
    if (isMe) {
      this.#finish();
      reports.left();
      view.show({ kind: "kicked", by: by.name });
    }
  }

  async #ended() {
    const { reports, pace, view, address } = this.#parts;
    const asks = address.config.notifyOnConferenceDestruction !== false;
    this.#finish();
    reports.conferenceError("conference.destroyed");
    view.show({ kind: "ended", asks });
    const confirmed = asks && this.#pressed("confirm");
    await pace.wait(ENDED);
    reports.left();
    await confirmed;
    reports.readyToClose();
  }

  /** The line broke: takes the meeting up again, or finds that it cannot. */
  async #recover() {
    const { address, pace, view, briefing } = this.#parts;
    const { name, after } = GONE[briefing.transport];
    const broken = performance.now();
    view.show({ kind: "reconnecting" });
    for (const delay of delays()) {
      if (this.#isOver || pace.since(broken) + delay > after) {
        break;
      }
      await pace.wait(delay);
      const line = await openLine(address.path);
      line?.send({ do: "resume", id: this.roster.me.id, token: address.token });
      const answer = await line?.next();
      if (answer?.is === "resumed" && !this.#isOver) {
        this.#line = line;
        this.#catchUp(answer.others);
        view.show({ kind: "joined" });
        return this.#follow(line);
      }
      line?.close();
      if (answer?.is === "dead") {
        // The real client notices nothing, and reports nothing.
        return view.show({ kind: "dead" });
      }
      if (answer?.is === "forgotten") {
        break;
      }
    }
    await pace.after(broken, after);
    await this.#fail({ name }, "gone");
  }

  #catchUp(others) {
    const here = new Set(others.map(({ id }) => id));
    const gone = this.roster.others.filter(({ id }) => !here.has(id));
    gone.forEach(({ id }) => this.#part(id));
    const come = others.filter(({ id }) => !this.roster.get(id));
    come.forEach((one) => this.#welcome(one));
  }

  /** Gives the server up, and after a while begins from the start. */
  async #fail(error, kind) {
    const { pace, view, reports } = this.#parts;
    if (this.#isOver) {
      return;
    }
    reports.connectionLost(error);
    view.show({ kind });
    await pace.wait(RELOAD);
    if (!this.#isOver) {
      location.reload();
    }
  }

  #finish() {
    this.#isOver = true;
    this.#parts.stopMedia();
    this.#hangLine();
  }

  #hangLine() {
    this.#line?.close();
    this.#line = null;
  }

  #send(word) {
    this.#line?.send(word);
  }

  #pressed(button) {
    return new Promise((resolve) => this.#waiting.set(button, resolve));
  }
}

function documentLoaded() {
  return new Promise((resolve) => {
    if (document.readyState === "complete") {
      resolve();
    } else {
      // The frame's own `load` is to be heard first.
      window.addEventListener("load", () => setTimeout(resolve), { once: true });
    }
  });
}
