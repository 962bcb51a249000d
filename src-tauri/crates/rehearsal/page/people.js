// The list of who is in the room.

import { byId, element, initials } from "./elements.js";

/** @param {import("./roster.js").Roster} roster */
export function showPeople(roster, words) {
  const people = [roster.me, ...roster.others];
  byId("people-heading").textContent = words.people(people.length);
  byId("people").replaceChildren(...people.map((one) => row(one, one === roster.me, words)));
  byId("people-card").hidden = false;
}

function row(one, isMe, words) {
  const name = element("span", { class: "person-name", text: one.name });
  const remark = isMe ? words.you : one.isConnected === false ? words.ghost : "";
  return element(
    "li",
    { class: "person" },
    element("span", { class: "avatar", "aria-hidden": "true", text: initials(one.name) }),
    element(
      "span",
      { class: "person-text" },
      name,
      remark ? element("span", { class: "remark", text: remark }) : null,
    ),
    element("span", {
      class: one.role === "moderator" ? "chip leads" : "chip",
      text: words.role(one.role),
    }),
  );
}
