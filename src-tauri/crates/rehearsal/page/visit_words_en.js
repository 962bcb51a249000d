// What the pages of the other providers say in English, besides the room's words.

export default {
  grants: "What lets you in",
  role: "Role",
  permissions: "Permissions",
  until: "Good until",
  roles: { moderator: "Moderator", participant: "Participant" },
  guest: "Guest",
  notices: {
    starting: { title: "Opening the meeting…" },
    connecting: { title: "Knocking…", text: "The stand-in checks what you bring as the provider would." },
    prejoin: {
      title: "Ready to join?",
      text: "Look at your picture, then join.",
      button: "Join",
    },
    click: {
      title: "Click anywhere to continue",
      text: "The provider's page asks for this before it joins.",
      button: "Continue",
    },
    waiting: {
      title: "Waiting to be let in",
      text: "Your token is good. Somebody in the meeting decides, which takes a few seconds here.",
    },
    turnedAway: {
      title: "You were not let in",
      text: "Your token is good, but somebody in the meeting turned you away. Ask them, then try again.",
    },
    refused: {
      title: "You cannot join",
      coded: (says, code) => `${says} (${code})`,
    },
    gone: {
      title: "The rehearsal has ended",
      text: "The stand-in answers no longer. Close this window, then begin again.",
    },
    left: { title: "You have left the meeting", text: "Your camera and microphone are off." },
  },
};
