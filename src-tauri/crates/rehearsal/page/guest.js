// Stands in for JioMeet's guests' page, which a meeting's link opens.
//
// The messages to the page around it are JSON texts with a `type`: so the
// documentation has those in the other direction (dev.jiomeet.com, “PostMessages
// for Call Controls”), and for these it gives the names alone (“PostMessages
// Events”). Where to is not documented, so that they go to any origin, as there.

import { byId } from "./elements.js";
import { Visit } from "./visit.js";

const given = new URLSearchParams(location.search);

/** Both spellings are documented. */
const joinsAtOnce = ["autojoin", "autoJoin"].some((name) => given.get(name) === "true");

function tell(type) {
  if (window.parent !== window) {
    window.parent.postMessage(JSON.stringify({ type }), "*");
  }
}

const visit = new Visit({
  title: given.get("meetingId") ?? "JioMeet",
  name: given.get("name") ?? "",
  onLeft: () => tell("callEnded"),
});

/** What the page around this one may order, by the names of the documentation. */
const ORDERS = {
  toggleAudio: () => visit.toggle("audio"),
  toggleVideo: () => visit.toggle("video"),
  leaveMeeting: () => visit.leave(),
  EndMeeting: () => visit.leave(),
};

function obey({ source, data }) {
  if (source !== window.parent || typeof data !== "string") {
    return;
  }
  try {
    ORDERS[JSON.parse(data).type]?.();
  } catch {
    // Not every text that a page posts is an order.
  }
}

async function run() {
  window.addEventListener("message", obey);
  byId("controls").hidden = given.get("hideAllCallControls") === "true";
  const media = visit.startMedia({ microphoneOn: true, cameraOn: true });
  tell("loadingCompleted");
  if (!joinsAtOnce) {
    await visit.wait("prejoin");
  }
  await media;
  const word = Object.fromEntries(
    ["meetingId", "pwd", "name", "hostToken"].map((name) => [name, given.get(name)]),
  );
  visit.join("/guest/line", word, () => tell("callStarted"));
}

run();
