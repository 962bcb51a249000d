// Stands in for VideoSDK's prebuilt page. It reads its address and goes from
// step to step as that page does (videosdk-rtc-react-prebuilt-ui, src/App.js).

import { byId } from "./elements.js";
import { Visit } from "./visit.js";

const given = new URLSearchParams(location.search);

/** What the address says is decoded a second time; nothing counts as missing. */
function read(name) {
  const text = given.get(name);
  return text ? decodeURIComponent(text) : null;
}

/** What the page cannot do without; all of it is code 4001. */
function missing({ token, meetingId, name, hasJoinScreen }) {
  if (token === null) {
    return '"token" not provided';
  }
  if (meetingId === null) {
    return '"meetingId" not provided';
  }
  return name === null && !hasJoinScreen ? '"name" not provided when joinScreen is disabled' : null;
}

/** Asks the server for the meeting's own id, by the id in the address. */
async function findMeeting({ meetingId, token, region }) {
  const answer = await fetch(`/v1/prebuilt/meetings/${encodeURIComponent(meetingId)}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: token },
    body: JSON.stringify({ region }),
  });
  return answer.json();
}

async function run() {
  const isOn = (name, usual) => (read(name) ?? usual) === "true";
  const asked = {
    token: read("token"),
    meetingId: read("meetingId"),
    name: read("name"),
    region: read("region") ?? "sg001",
    participantId: read("participantId"),
    redirectOnLeave: read("redirectOnLeave"),
    hasJoinScreen: isOn("joinScreenEnabled", "true"),
    joinsAtOnce: isOn("joinWithoutUserInteraction", "false"),
  };
  const visit = new Visit({
    title: asked.meetingId ?? "VideoSDK",
    name: asked.name ?? "",
    onLeft: () => {
      if (asked.redirectOnLeave && asked.redirectOnLeave !== "undefined") {
        window.location = asked.redirectOnLeave;
      }
    },
  });
  byId("leave").hidden = read("participantCanLeave") === "false";

  const fault = missing(asked);
  if (fault) {
    visit.refuse({ code: 4001, says: fault });
    return;
  }
  const found = await findMeeting(asked).catch((error) => ({ error: error.message }));
  if (!found.meetingId) {
    visit.refuse({ code: found.statusCode ?? null, says: found.error ?? "" });
    return;
  }
  const media = visit.startMedia({
    microphoneOn: isOn("micEnabled", "true"),
    cameraOn: isOn("webcamEnabled", "true"),
  });
  if (!asked.joinsAtOnce) {
    await visit.wait(asked.hasJoinScreen ? "prejoin" : "click");
  }
  await media;
  visit.join(`/meetings/${encodeURIComponent(found.meetingId)}/line`, {
    token: asked.token,
    name: asked.name ?? "",
    participantId: asked.participantId,
  });
}

run();
