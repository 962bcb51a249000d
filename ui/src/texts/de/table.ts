import type { TableTexts } from '../table';

export const table: TableTexts = {
  note: (system) =>
    `Roomkey stellt jedes Token aus und prüft es hier, nach den Regeln, die ${system} veröffentlicht hat. Kein Fenster öffnet sich, und niemand wird aufgerufen.`,
  serverTitle: 'Hier gibt es nichts nachzuweisen',
  server: (system) =>
    `Nur der Token-Server Ihrer Firma hat das Geheimnis von ${system}; ein falsches Token lässt sich hier nicht ausstellen. Ausstellen fordert ein richtiges an und erklärt es.`,
  windowSigns: 'Ein Geheimnis oder Schlüssel dieses Fensters signiert, und damit wird geprüft.',
  start: 'Prüfen',
  again: 'Erneut prüfen',
  noneChosen: 'Wählen Sie mindestens eine Gruppe.',
  empty: 'Noch ist nichts geprüft',
  groups: {
    roles: 'Rollen',
    features: 'Verwendung',
    rooms: 'Räume',
    times: 'Zeiten',
    header: 'Kopf',
    signature: 'Signatur',
    body: 'Inhalt',
  },
  judged: 'Geprüft',
  accepted: 'Angenommen',
  unproved: 'Nichts spricht dagegen',
  refused: (rule, says) => (says === null ? `Abgelehnt bei „${rule}“` : `Abgelehnt bei „${rule}“: ${says}`),
  callsRest: 'ruft REST auf',
  here: 'Von Roomkey geprüft, ohne Besprechung',
  pageTitle: (tenant, system) => `Was ${system} aus den Token von ${tenant} macht`,
};
