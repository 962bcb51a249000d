import type { ProofDifference } from '../../bindings/ProofDifference';
import type { Role } from '../../bindings/Role';
import type { ProofTexts } from '../proof';

const roles: Record<Role, string> = {
  moderator: 'Moderator',
  participant: 'Teilnehmer',
  visitor: 'Besucher',
};

export const proof: ProofTexts = {
  where: 'Wo',
  rehearsal: 'In einer Probe',
  rehearsalNote: 'Roomkeys eigener Ersatz für JaaS, auf diesem Rechner. Sonst ist niemand da.',
  server: (tenant, domain) => `In einem Raum von ${tenant} (${domain})`,
  serverNote: 'Der echte Server. Im Raum können echte Menschen sein.',
  noServer: 'Ein echter Raum braucht einen Mandanten mit seinem Schlüssel.',
  room: 'Raum',
  roomNote: 'Nehmen Sie einen, den niemand benutzt.',
  groups: {
    roles: 'Rollen',
    rights: 'Rechte',
    together: 'Gemeinsam',
    refused: 'Abgelehnt',
  },
  names: {
    moderator: 'Moderator',
    participant: 'Teilnehmer, allein im Raum',
    visitor: 'Besucher',
    hiddenFromRecorder: 'Vor der Aufzeichnung verborgen',
    featuresGiven: 'Alle Funktionen erteilt',
    featuresWithheld: 'Alle Funktionen verwehrt',
    anyRoom: 'Token für jeden Raum',
    together: 'Moderator und Teilnehmer nebeneinander',
    expired: 'Abgelaufenes Token',
    otherRoom: 'Token für einen anderen Raum',
    otherKey: 'Mit einem anderen Schlüssel signiert',
    otherTenant: 'Schlüssel-ID eines anderen Mandanten',
    noKeyId: 'Keine Schlüssel-ID',
  },
  roles,

  start: 'Starten',
  again: 'Erneut starten',
  stop: 'Anhalten',
  stopping: 'Hält an…',
  noneChosen: 'Wählen Sie mindestens einen Fall.',
  sure: 'Im echten Raum nachweisen?',
  sureLead: 'Roomkey betritt und verlässt diesen Raum einmal für jeden Fall, ohne Kamera und Mikrofon.',
  sureLines: (windows) => [
    'Wer im Raum ist, sieht, wer kommt und geht, und hat vielleicht einen Moderator zum Test.',
    windows === 1
      ? 'Das Fenster kann als ein monatlich aktiver Nutzer Ihres JaaS-Tarifs zählen.'
      : `Jedes der ${windows} Fenster kann als ein monatlich aktiver Nutzer Ihres JaaS-Tarifs zählen.`,
  ],
  sureAct: 'Dort nachweisen',

  empty: 'Noch ist nichts nachgewiesen',
  emptyLead:
    'Wählen Sie, wo und was, und starten Sie. Fenster öffnen und schließen sich von selbst, höchstens zwei zugleich.',
  running: (done, of) => `${done} von ${of} fertig…`,
  allWell: (count) => (count === 1 ? 'Wie erwartet' : `Alle ${count} wie erwartet`),
  differ: (differing, of) => `${differing} von ${of} ${differing === 1 ? 'weicht' : 'weichen'} ab`,
  stopped: (done, of) => `Nach ${done} von ${of} angehalten, alle wie erwartet`,
  stoppedDiffer: (differing, done, of) =>
    `Nach ${done} von ${of} angehalten, ${differing === 1 ? 'einer weicht' : `${differing} weichen`} ab`,
  failed: 'Der Nachweis konnte nicht weitergehen',
  demonstration: 'Dieser Mandant hat hier keinen Schlüssel, darum signiert der eigene der Probe.',

  caseName: 'Fall',
  expected: 'Erwartet',
  granted: 'Gewährt',
  result: 'Ergebnis',
  time: 'Zeit',
  standings: {
    waiting: 'Wartet',
    opening: 'Öffnet…',
    joining: 'Tritt bei…',
    reading: 'Sieht nach…',
    passed: 'Bestanden',
    failed: 'Abweichung',
    stopped: 'Angehalten',
  },
  refused: (words) => `Abgelehnt: ${words}`,
  noRole: 'Eingelassen, ohne eine Rolle zu nennen',
  withFeatures: (on) => `${on} Funktionen an`,
  withoutFeatures: 'alle Funktionen aus',
  hidden: 'vor der Aufzeichnung verborgen',
  notShown: 'Mehr als die Rolle zeigt die Besprechung nicht.',
  noAnswer: 'Keine Antwort',
  held: {
    silence: 'Keine Antwort binnen einer Minute',
    prejoin: 'Blieb auf dem Bildschirm vor der Besprechung',
    lobby: 'Blieb in der Lobby des Raums',
    password: 'Der Raum fragte nach seinem Kennwort',
  },
  lost: 'Eingelassen und gleich wieder draußen',
  stoppedByYou: 'Von Ihnen angehalten',
  difference,
  of: (role, words) => `${role}: ${words}`,

  sources: 'Woher die Erwartungen stammen',
  saveAs: 'Sichern als',
  junit: 'JUnit-XML',
  json: 'JSON',
  page: 'Seite zum Drucken',
  saved: (path) => `Gesichert als ${path}`,
  pageTitle: (tenant) => `Was die Besprechungen von ${tenant} gewähren`,
  tenant: 'Mandant',
  date: 'Datum',
};

function difference(of: ProofDifference): string {
  switch (of.kind) {
    case 'notAsStated':
      return 'Der Prüfer sagt von diesem Token etwas anderes als die öffentliche Quelle.';
    case 'notLetIn':
      return 'Der Server lehnt ein Token ab, das gut sein sollte.';
    case 'letIn':
      return 'Der Server lässt mit einem Token ein, das er ablehnen sollte.';
    case 'refusedOtherwise':
      return 'Der Server lehnt das Token ab, aber aus einem anderen Grund.';
    case 'noAnswer':
      return 'Die Besprechung ließ weder ein, noch lehnte sie das Token ab.';
    case 'lost':
      return 'Die Besprechung endete, bevor alles gelesen war.';
    case 'role':
      return `Ist ${roles[of.granted]} und sollte ${roles[of.expected]} sein.`;
    case 'noRole':
      return 'Die Besprechung nannte keine Rolle.';
    case 'noList':
      return 'Die Besprechung sagte nicht, wer im Raum ist.';
    case 'notListed':
      return 'In der Liste der Anwesenden fehlt die Person.';
    case 'listedRole':
      return `Die Liste der Anwesenden sagt „${of.listed}“.`;
    case 'otherPerson':
      return of.listed === null
        ? 'In der Liste der Anwesenden steht keine Nutzer-ID der Person.'
        : `In der Liste der Anwesenden steht eine andere Nutzer-ID: „${of.listed}“.`;
    case 'notSeen':
      return `Sieht den ${roles[of.expected]} nicht.`;
    case 'seenOtherwise':
      return `Sieht den ${roles[of.expected]} als „${of.listed}“.`;
  }
}
