// The room page's beginning: reads what it was opened with and puts the parts
// together. Commands and questions of the host page are answered here.

import { readAddress, readBriefing } from "./address.js";
import { Client } from "./client.js";
import { makeDirector } from "./director.js";
import { byId } from "./elements.js";
import { makeHost } from "./host.js";
import { makeMedia } from "./media.js";
import { leaveMark } from "./memory.js";
import { makeMenu } from "./menu.js";
import { makePace } from "./pace.js";
import { Reports } from "./reports.js";
import { View } from "./view.js";
import { makeWords } from "./words.js";

const address = readAddress(location);
const briefing = readBriefing();
const { config } = address;
const words = makeWords(address.language);
const view = new View(words, (button, value) => client.press(button, value), briefing.password);
const director = makeDirector(address.path, (button) => PRESSES[button]());
const media = makeMedia({
  refused: briefing.refusedMedia,
  onFault: (kind, fault) => reports.mediaFault(kind, fault),
  onChange: () => view.showMedia(media),
});

const commands = {
  "video-hangup": () => client.leave(),
  "toggle-audio": () => toggle("audio"),
  "toggle-video": () => toggle("video"),
  "toggle-share-screen": toggleScreen,
  "display-name": (name) => client.rename(String(name)),
  email: (email) => reports.email(client.roster.me.id, String(email)),
  subject: setSubject,
  "local-subject": setSubject,
  password: (password) => client.press("password", String(password)),
  "overwrite-config": (more) => Object.assign(config, more),
  "kick-participant": (id) => client.moderate({ make: "kick", id }),
  "grant-moderator": (id) => client.moderate({ make: "grantModerator", id }),
  "toggle-lobby": (on) => client.moderate({ make: "lobby", on: Boolean(on) }),
  "end-conference": () => client.moderate({ make: "endForAll" }),
};

const requests = {
  "rooms-info": () => client.roster.info(),
  "session-id": () => client.roster.me.id,
  "deployment-info": () => ({}),
  "get-livestream-url": () => ({}),
  "is-audio-muted": () => media.isMuted("audio"),
  "is-audio-available": () => !media.fault("audio"),
  "is-video-muted": () => media.isMuted("video"),
  "is-video-available": () => !media.fault("video"),
  "is-sharing-screen": () => media.screen !== null,
  "is-moderation-on": () => false,
  getAvailableDevices: () => media.devices(),
  getCurrentDevices: () => media.currentDevices(),
  // Nobody can be invited to a rehearsal.
  invite: () => [],
};

const host = makeHost(address.apiId, commands, requests);
const reports = new Reports(host.report, address.room);
const client = new Client({
  address,
  briefing,
  knownBy: leaveMark(),
  pace: makePace(briefing.pace),
  reports,
  view,
  visit: director.visit,
  startMedia: () =>
    media.start({
      audio: config.startWithAudioMuted === true,
      video: config.startWithVideoMuted === true,
    }),
  stopMedia: () => {
    media.stop();
    view.showMedia(media);
  },
});

const PRESSES = {
  join: () => client.press("join"),
  confirm: () => client.press("confirm"),
  leave: () => byId("leave").click(),
  microphone: () => byId("microphone").click(),
  camera: () => byId("camera").click(),
};

byId("leave").addEventListener("click", () => client.leave());
byId("microphone").addEventListener("click", () => toggle("audio"));
byId("camera").addEventListener("click", () => toggle("video"));
// The page has only these two of the buttons that a toolbar can leave out.
for (const button of ["microphone", "camera"]) {
  byId(button).hidden = config.toolbarButtons?.includes(button) === false;
}
makeMenu(words, director.ask);
view.setTitle(config.localSubject ?? config.subject ?? address.room);
view.setName(client.roster.me.name);
view.showMedia(media);
client.start();

async function toggle(kind) {
  const was = media.isMuted(kind);
  await media.toggle(kind);
  if (media.isMuted(kind) !== was) {
    reports.muted(kind, !was);
  }
}

async function toggleScreen() {
  const stopped = () => {
    view.showMedia(media);
    reports.screenSharing(false);
  };
  // The person may change their mind, or the browser may want their own click.
  const isShared = await media.toggleScreen(stopped).catch(() => null);
  if (isShared !== null) {
    view.showMedia(media);
    reports.screenSharing(isShared);
  }
}

function setSubject(subject) {
  view.setTitle(String(subject));
  reports.subject(String(subject));
}
