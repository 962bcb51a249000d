// What the pages of the other providers have in common: the person's picture,
// the line to the stand-in, and the account of what let the person in. For
// tests, where one stands is in the body's data-state, data-role, data-code and
// data-camera.

import { byId, element } from "./elements.js";
import { makeMedia } from "./media.js";
import { View } from "./view.js";
import german from "./visit_words_de.js";
import english from "./visit_words_en.js";
import { makeWords } from "./words.js";

/** Which of the room's notices stands for a state. */
const NOTICES = {
  click: "prejoin",
  waiting: "lobby",
};

/** How long a farewell may take, in ms. */
const FAREWELL = 1000;

const language = navigator.language.startsWith("de") ? "de" : "en";

export class Visit {
  #words = {
    ...makeWords(language),
    visit: language === "de" ? german : english,
  };
  #view;
  #media;
  #line = null;
  #pressJoin = () => {};
  #onLeft;

  /**
   * @param {object} options
   * @param {string} options.title what the meeting is called
   * @param {string} options.name what the person is called
   * @param {() => void} options.onLeft the person has left
   */
  constructor({ title, name, onLeft }) {
    this.#onLeft = onLeft;
    this.#view = new View(this.#words, () => this.#pressJoin(), "");
    this.#view.setTitle(title);
    this.#view.setName(name);
    this.#media = makeMedia({
      refused: [],
      onFault: () => {},
      onChange: () => this.#showMedia(),
    });
    byId("microphone").addEventListener("click", () => this.toggle("audio"));
    byId("camera").addEventListener("click", () => this.toggle("video"));
    byId("leave").addEventListener("click", () => this.leave());
    this.#show("starting");
    this.#showMedia();
  }

  startMedia({ microphoneOn, cameraOn }) {
    return this.#media.start({ audio: !microphoneOn, video: !cameraOn });
  }

  toggle(kind) {
    return this.#media.toggle(kind);
  }

  /** Waits for the person: for a click anywhere, or for the button. */
  async wait(state) {
    this.#show(state);
    const listening = new AbortController();
    await new Promise((resolve) => {
      this.#pressJoin = resolve;
      const onClick = ({ target }) => target.closest("#controls") || resolve();
      if (state === "click") {
        document.addEventListener("click", onClick, listening);
      }
    });
    listening.abort();
  }

  /**
   * Knocks at the door, and stays on the line once it has opened.
   *
   * @param {string} path
   * @param {object} word what the person brings
   * @param {() => void} [onJoined]
   */
  join(path, word, onJoined = () => {}) {
    this.#show("connecting");
    const line = new WebSocket(`ws://${location.host}${path}`);
    this.#line = line;
    line.addEventListener("open", () => line.send(JSON.stringify({ do: "join", ...word })));
    line.addEventListener("message", ({ data }) => this.#hear(JSON.parse(data), onJoined));
    line.addEventListener("close", () => {
      if (["connecting", "waiting", "joined"].includes(this.#state)) {
        this.#show("gone");
      }
    });
  }

  /** @param {{code: number | null, says: string, text?: string | null}} refused */
  refuse({ code, says, text }) {
    document.body.dataset.code = code ?? "";
    const { title, coded } = this.#words.visit.notices.refused;
    const said = code === null ? says : coded(says, code);
    this.#show("refused", { title, text: text ? `${said}. ${text}.` : said });
  }

  async leave() {
    const line = this.#line;
    if (line?.readyState === WebSocket.OPEN) {
      const closed = new Promise((resolve) => line.addEventListener("close", resolve));
      this.#show("left");
      line.send(JSON.stringify({ do: "leave" }));
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, FAREWELL))]);
    }
    this.#media.stop();
    this.#showMedia();
    this.#show("left");
    this.#onLeft();
  }

  get #state() {
    return document.body.dataset.state;
  }

  #hear(word, onJoined) {
    if (word.is === "joined") {
      document.body.dataset.role = word.role;
      this.#showGrants(word);
      this.#show("joined");
      onJoined();
    } else if (word.is === "refused") {
      this.refuse(word);
    } else {
      this.#show(word.is);
    }
  }

  #show(state, texts = this.#words.visit.notices[state]) {
    document.body.dataset.state = state;
    const kind = NOTICES[state] ?? state;
    this.#words.notices = texts ? { [kind]: texts } : {};
    this.#view.show({ kind });
  }

  #showMedia() {
    this.#view.showMedia(this.#media);
    document.body.dataset.camera = this.#media.isLive("video") ? "on" : "off";
  }

  #showGrants({ role, grants }) {
    const { visit } = this.#words;
    const facts = [[visit.role, visit.roles[role]]];
    if (grants.permissions.length > 0) {
      facts.push([visit.permissions, grants.permissions.join(", ")]);
    }
    if (grants.until !== null) {
      facts.push([visit.until, this.#words.moment(grants.until)]);
    }
    byId("grants-heading").textContent = visit.grants;
    byId("grants-list").replaceChildren(
      ...facts.map(([name, value]) =>
        element(
          "div",
          { class: "claim" },
          element("dt", { text: name }),
          element("dd", { text: value }),
        ),
      ),
    );
    byId("grants").hidden = false;
  }
}
