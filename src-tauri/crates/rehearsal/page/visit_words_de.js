// What the pages of the other providers say in German, besides the room's words.

export default {
  grants: "Was Sie einlässt",
  role: "Rolle",
  permissions: "Rechte",
  until: "Gültig bis",
  roles: { moderator: "Moderator", participant: "Teilnehmer" },
  guest: "Gast",
  notices: {
    starting: { title: "Die Besprechung öffnet sich …" },
    connecting: { title: "Es wird angeklopft …", text: "Die Probe prüft, was Sie mitbringen, wie der Anbieter es täte." },
    prejoin: {
      title: "Bereit?",
      text: "Sehen Sie Ihr Bild an und treten Sie dann bei.",
      button: "Beitreten",
    },
    click: {
      title: "Klicken Sie, um fortzufahren",
      text: "Die Seite des Anbieters fragt danach, bevor sie beitritt.",
      button: "Fortfahren",
    },
    waiting: {
      title: "Sie warten auf Einlass",
      text: "Ihr Token ist gut. Jemand in der Besprechung entscheidet, was hier einige Sekunden dauert.",
    },
    turnedAway: {
      title: "Sie wurden nicht eingelassen",
      text: "Ihr Token ist gut, aber jemand in der Besprechung hat Sie abgewiesen. Fragen Sie dort nach und versuchen Sie es noch einmal.",
    },
    refused: {
      title: "Sie können nicht beitreten",
      coded: (says, code) => `${says} (${code})`,
    },
    gone: {
      title: "Die Probe ist zu Ende",
      text: "Sie antwortet nicht mehr. Schließen Sie dieses Fenster und beginnen Sie neu.",
    },
    left: { title: "Sie haben die Besprechung verlassen", text: "Kamera und Mikrofon sind aus." },
  },
};
