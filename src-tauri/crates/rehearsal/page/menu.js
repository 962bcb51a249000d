// What a person can make happen in the room.

import { byId, element } from "./elements.js";

const SECOND = 1000;

/** Who joins when somebody is asked for, one after the other. */
const CAST = ["Alan Turing", "Katherine Johnson", "Emmy Noether", "Konrad Zuse"];

/**
 * @param {ReturnType<typeof import("./words.js").makeWords>} words
 * @param {(...commands: object[]) => void} ask
 */
export function makeMenu(words, ask) {
  const menu = byId("menu");
  let joined = 0;
  const entries = [
    [words.menu.grant, () => [{ make: "grantModerator" }]],
    [words.menu.revoke, () => [{ make: "revokeModerator" }]],
    [
      words.menu.someoneJoins,
      () => [{ make: "someoneJoins", name: CAST[joined++ % CAST.length], role: "participant" }],
    ],
    [words.menu.someoneLeaves, () => [{ make: "someoneLeaves" }]],
    [words.menu.drop, () => [{ make: "drop", ms: SECOND }]],
    [words.menu.silent, () => [{ make: "expireToken" }, { make: "drop", ms: SECOND }]],
    [words.menu.gone, () => [{ make: "serverGone" }]],
    [words.menu.kick, () => [{ make: "kick" }]],
    [words.menu.end, () => [{ make: "endForAll" }]],
  ];
  byId("menu-summary").textContent = words.menu.summary;
  byId("menu-list").replaceChildren(
    ...entries.map(([[name, hint], commands]) =>
      element(
        "li",
        {},
        element(
          "button",
          {
            type: "button",
            onclick: () => {
              close();
              ask(...commands());
            },
          },
          element("span", { text: name }),
          element("span", { class: "aside", text: hint }),
        ),
      ),
    ),
  );

  function close() {
    if (menu.open) {
      menu.open = false;
      byId("menu-summary").focus();
    }
  }

  menu.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  document.addEventListener("pointerdown", ({ target }) => {
    if (!menu.contains(target)) {
      menu.open = false;
    }
  });
}
