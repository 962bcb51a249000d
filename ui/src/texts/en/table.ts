import type { TableTexts } from '../table';

export const table: TableTexts = {
  note: (system) =>
    `Roomkey makes each token and judges it here, by the rules that ${system} has published. No window is opened, and nobody is called.`,
  serverTitle: 'Nothing to prove here',
  server: (system) =>
    `Only your company’s token server has ${system}’s secret, so that no wrong token can be made here. Make asks it for a right one and explains that.`,
  windowSigns: 'A secret or key of this window signs, and is judged with.',
  start: 'Judge',
  again: 'Judge again',
  noneChosen: 'Choose at least one group.',
  empty: 'Nothing has been judged yet',
  groups: {
    roles: 'Roles',
    features: 'Uses',
    rooms: 'Rooms',
    times: 'Times',
    header: 'Header',
    signature: 'Signature',
    body: 'Body',
  },
  judged: 'Judged',
  accepted: 'Accepted',
  unproved: 'Nothing speaks against it',
  refused: (rule, says) => (says === null ? `Refused at “${rule}”` : `Refused at “${rule}”: ${says}`),
  callsRest: 'calls REST',
  here: 'Judged by Roomkey, without a meeting',
  pageTitle: (tenant, system) => `What ${system} makes of the tokens of ${tenant}`,
};
