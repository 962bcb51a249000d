import type { ProofDifference } from '../../bindings/ProofDifference';
import type { Role } from '../../bindings/Role';
import type { ProofTexts } from '../proof';

const roles: Record<Role, string> = {
  moderator: 'Moderator',
  participant: 'Participant',
  visitor: 'Visitor',
};

const many = (count: number) => (count === 1 ? 'One' : String(count));

export const proof: ProofTexts = {
  where: 'Where',
  rehearsal: 'In a rehearsal',
  rehearsalNote: 'Roomkey’s own stand-in for JaaS, on this computer. Nobody else is there.',
  server: (tenant, domain) => `In a room of ${tenant} (${domain})`,
  serverNote: 'The real server. Real people may be in the room.',
  noServer: 'A real room needs a tenant with its key.',
  room: 'Room',
  roomNote: 'Take one that nobody uses.',
  groups: {
    roles: 'Roles',
    rights: 'Rights',
    together: 'Together',
    refused: 'Refused',
  },
  names: {
    moderator: 'Moderator',
    participant: 'Participant, alone in the room',
    visitor: 'Visitor',
    hiddenFromRecorder: 'Hidden from the recorder',
    featuresGiven: 'Every feature given',
    featuresWithheld: 'Every feature withheld',
    anyRoom: 'Token for every room',
    together: 'Moderator and participant side by side',
    expired: 'Expired token',
    otherRoom: 'Token for another room',
    otherKey: 'Signed by another key',
    otherTenant: 'Key id of another tenant',
    noKeyId: 'No key id',
  },
  roles,

  start: 'Start',
  again: 'Start again',
  stop: 'Stop',
  stopping: 'Stopping…',
  noneChosen: 'Choose at least one case.',
  sure: 'Prove in the real room?',
  sureLead: 'Roomkey joins and leaves this room once for each case, without camera and microphone.',
  sureLines: (windows) => [
    'People in the room see who comes and goes, and may be led by a test moderator.',
    windows === 1
      ? 'The window may count as one monthly active user of your JaaS plan.'
      : `Each of the ${windows} windows may count as one monthly active user of your JaaS plan.`,
  ],
  sureAct: 'Prove there',

  empty: 'Nothing has been proved yet',
  emptyLead: 'Choose where and what, and start. Windows open and close by themselves, two at most at a time.',
  running: (done, of) => `${done} of ${of} done…`,
  allWell: (count) => (count === 1 ? 'As expected' : `All ${count} as expected`),
  differ: (differing, of) => `${many(differing)} of ${of} ${differing === 1 ? 'differs' : 'differ'}`,
  stopped: (done, of) => `Stopped after ${done} of ${of}, all of them as expected`,
  stoppedDiffer: (differing, done, of) =>
    `Stopped after ${done} of ${of}, ${many(differing).toLowerCase()} of them ${differing === 1 ? 'differs' : 'differ'}`,
  failed: 'The proof could not go on',
  demonstration: 'This tenant has no key here, so the rehearsal’s own key signs.',

  caseName: 'Case',
  expected: 'Expected',
  granted: 'Granted',
  result: 'Result',
  time: 'Time',
  standings: {
    waiting: 'Waits',
    opening: 'Opens…',
    joining: 'Joins…',
    reading: 'Looks…',
    passed: 'Pass',
    failed: 'Fail',
    stopped: 'Stopped',
  },
  refused: (words) => `Refused: ${words}`,
  noRole: 'Let in, and no role told',
  withFeatures: (on) => `${on} features on`,
  withoutFeatures: 'every feature off',
  hidden: 'hidden from the recorder',
  notShown: 'The meeting shows no more than the role.',
  noAnswer: 'No answer',
  held: {
    silence: 'No answer within a minute',
    prejoin: 'Stayed on the screen before the meeting',
    lobby: 'Stayed in the room’s lobby',
    password: 'The room asked for its password',
  },
  lost: 'Let in, and out again at once',
  stoppedByYou: 'Stopped by you',
  difference,
  of: (role, words) => `${role}: ${words}`,

  sources: 'Where the expectations come from',
  saveAs: 'Save as',
  junit: 'JUnit XML',
  json: 'JSON',
  page: 'Page to print',
  saved: (path) => `Saved as ${path}`,
  pageTitle: (tenant) => `What the meetings of ${tenant} grant`,
  tenant: 'Tenant',
  date: 'Date',
};

function difference(of: ProofDifference): string {
  switch (of.kind) {
    case 'notAsStated':
      return 'The verifier says something else of this token than the public source does.';
    case 'notLetIn':
      return 'The server refuses a token that should be good.';
    case 'letIn':
      return 'The server lets in with a token that it should refuse.';
    case 'refusedOtherwise':
      return 'The server refuses the token, but for another reason.';
    case 'noAnswer':
      return 'The meeting neither let anybody in nor refused the token.';
    case 'lost':
      return 'The meeting ended before everything could be read.';
    case 'role':
      return `Is ${inside(of.granted)} and should be ${inside(of.expected)}.`;
    case 'noRole':
      return 'The meeting did not tell the role.';
    case 'noList':
      return 'The meeting did not tell who is in the room.';
    case 'notListed':
      return 'The list of people lacks the person.';
    case 'listedRole':
      return `The list of people says “${of.listed}”.`;
    case 'otherPerson':
      return of.listed === null
        ? 'The list of people has no user id for the person.'
        : `The list of people has another user id: “${of.listed}”.`;
    case 'notSeen':
      return `Does not see the ${inside(of.expected)}.`;
    case 'seenOtherwise':
      return `Sees the ${inside(of.expected)} as “${of.listed}”.`;
  }
}

function inside(role: Role): string {
  return roles[role].toLowerCase();
}
