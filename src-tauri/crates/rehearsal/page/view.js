// What the room shows. It keeps no state of the meeting: each method draws what
// it is given.

import { byId, element, icon, initials } from "./elements.js";
import { makeMeter } from "./meter.js";
import { showPeople } from "./people.js";
import { verdictCards } from "./verdict.js";

/** Which word stands in the bar, by what is shown; `connected` where none is named. */
const LINES = {
  starting: "waiting",
  connecting: "waiting",
  prejoin: "over",
  lobby: "waiting",
  password: "waiting",
  reconnecting: "broken",
  gone: "broken",
  noServer: "broken",
  dead: "broken",
  refused: "over",
  turnedAway: "over",
  kicked: "over",
  ended: "over",
  left: "over",
  unsupported: "over",
};

/** Notices after which nothing can be pressed any more. */
const OVER = ["kicked", "ended", "left"];

/** Notices that are no trouble. */
const CALM = ["starting", "connecting", "prejoin", "lobby", "password", "left"];

export class View {
  #words;
  #press;
  #password;
  #measure = makeMeter((level) => {
    byId("level").classList.toggle("silent", level === null);
    byId("level").style.setProperty("--level", (level ?? 0).toFixed(3));
    byId("level").setAttribute("aria-valuenow", Math.round((level ?? 0) * 100));
  });
  #measured = null;

  /**
   * @param {ReturnType<typeof import("./words.js").makeWords>} words
   * @param {(button: string, value?: string) => void} press
   * @param {string} password what the room's password is, to say it
   */
  constructor(words, press, password) {
    this.#words = words;
    this.#press = press;
    this.#password = password;
    document.documentElement.lang = words.language;
    byId("rehearsal").textContent = words.rehearsal;
    byId("level").setAttribute("aria-label", words.level);
    this.#button("leave", words.leave);
    this.show({ kind: "starting" });
  }

  setTitle(title) {
    document.title = this.#words.title(title);
    byId("title").textContent = title;
    // The word stands there once.
    byId("rehearsal").hidden = title === this.#words.rehearsal;
  }

  setName(name) {
    byId("name").textContent = name;
    byId("initials").textContent = initials(name);
  }

  /** @param {ReturnType<typeof import("./media.js").makeMedia>} media */
  showMedia(media) {
    const words = this.#words;
    const video = byId("video");
    const isLive = media.screen !== null || media.isLive("video");
    // A video without a picture would keep the document from being loaded.
    const shown = isLive ? (media.screen ?? media.stream) : null;
    if (video.srcObject !== shown) {
      video.srcObject = shown;
    }
    video.hidden = !isLive;
    video.classList.toggle("mirrored", media.screen === null);
    byId("no-picture").hidden = isLive;
    byId("picture-text").textContent = isLive ? "" : pictureText(media, words);
    const soundFault = media.fault("audio");
    byId("sound-text").hidden = !soundFault;
    byId("sound-text").textContent = soundFault ? textOf(words.sound, soundFault) : "";

    this.#toggle("microphone", !media.isMuted("audio"), words.microphoneOn, words.microphoneOff);
    this.#toggle("camera", !media.isMuted("video"), words.cameraOn, words.cameraOff);
    const track = media.isLive("audio") ? media.track("audio") : null;
    if (track !== this.#measured) {
      this.#measured = track;
      this.#measure(track);
    }
  }

  showPeople(roster) {
    showPeople(roster, this.#words);
    this.setName(roster.me.name);
  }

  showVerdict(verdict) {
    const { cards, sentence } = verdictCards(verdict, this.#words);
    byId("verdict").replaceChildren(...cards);
    byId("spoken").textContent = sentence;
  }

  /** @param {{kind: string}} notice what stands above the verdict */
  show(notice) {
    const { kind } = notice;
    const words = this.#words;
    const line = LINES[kind] ?? "connected";
    for (const id of ["microphone", "camera", "leave"]) {
      byId(id).disabled = OVER.includes(kind);
    }
    byId("line").dataset.line = line;
    byId("line-text").textContent = words.line[line];
    const texts = words.notices[kind];
    const card = texts ? this.#card(notice, texts) : null;
    byId("notice").replaceChildren(...(card ? [card] : []));
    card?.querySelector("input, button")?.focus();
  }

  #card(notice, texts) {
    const { kind } = notice;
    const text = typeof texts.text === "function" ? texts.text(this.#password) : texts.text;
    const title = typeof texts.title === "function" ? texts.title(notice.by) : texts.title;
    return element(
      "section",
      { class: CALM.includes(kind) ? "card notice" : "card notice warns" },
      element("h2", { class: "card-heading", text: title }),
      text ? element("p", { text }) : null,
      kind === "connecting" || kind === "starting" ? element("div", { class: "running" }) : null,
      kind === "password" ? this.#passwordForm(notice, texts) : null,
      kind === "prejoin" ? this.#cardButton(texts.button, "join") : null,
      kind === "ended" && notice.asks ? this.#cardButton(texts.button, "confirm") : null,
    );
  }

  #cardButton(text, button) {
    return element("button", {
      type: "button",
      class: "main-button",
      text,
      onclick: ({ currentTarget }) => {
        currentTarget.disabled = true;
        this.#press(button);
      },
    });
  }

  #passwordForm({ wasWrong }, { field, button, wrong }) {
    const input = element("input", {
      id: "password",
      type: "text",
      autocomplete: "off",
      required: true,
      "aria-describedby": wasWrong ? "password-wrong" : null,
      "aria-invalid": wasWrong ? "true" : null,
    });
    return element(
      "form",
      {
        onsubmit: (event) => {
          event.preventDefault();
          this.#press("password", input.value);
        },
      },
      element("label", { for: "password", text: field }),
      input,
      wasWrong ? element("p", { id: "password-wrong", class: "fault", text: wrong }) : null,
      element("button", { class: "main-button", text: button }),
    );
  }

  #toggle(id, isOn, whenOn, whenOff) {
    this.#button(id, isOn ? whenOn : whenOff);
    byId(id).classList.toggle("off", !isOn);
    byId(id).replaceChildren(icon(isOn ? id : `${id}-off`));
  }

  #button(id, name) {
    byId(id).setAttribute("aria-label", name);
    byId(id).title = name;
  }
}

function pictureText(media, words) {
  const fault = media.fault("video");
  if (fault) {
    return textOf(words.picture, fault);
  }
  return media.isMuted("video") || media.isStopped ? words.picture.off : words.picture.starting;
}

function textOf(texts, { type }) {
  return texts[type] ?? texts.other;
}
