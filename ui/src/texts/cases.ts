/** What a rehearsal can play, in words and in groups. */
import type { Case } from '../bindings/Case';

export const CASE_GROUPS = ['joining', 'waiting', 'token', 'network', 'devices', 'ending'] as const;
export type CaseGroup = (typeof CASE_GROUPS)[number];

export interface CaseTexts {
  groups: Record<CaseGroup, string>;
  cases: Record<Case, string>;
}

/** Where each case stands in the menu; a case without a place fails the type check. */
export const GROUP_OF: Record<Case, CaseGroup> = {
  joins: 'joining',
  prejoin: 'joining',
  company: 'joining',
  roleGranted: 'joining',
  lobby: 'waiting',
  lobbyRefused: 'waiting',
  roomPassword: 'waiting',
  tokenExpired: 'token',
  tokenNotYetValid: 'token',
  badSignature: 'token',
  unknownKeyId: 'token',
  foreignKeyId: 'token',
  wrongIssuer: 'token',
  wrongAudience: 'token',
  noContext: 'token',
  subjectMismatch: 'token',
  garbage: 'token',
  noToken: 'token',
  otherRoom: 'token',
  serverGoneBosh: 'network',
  serverGoneBadGateway: 'network',
  serverGoneWebSocket: 'network',
  serverGoneTokenExpired: 'network',
  pageServerGone: 'network',
  serverDown: 'network',
  drop: 'network',
  silentDeath: 'network',
  noScript: 'network',
  oldScriptOnly: 'network',
  scriptSilent: 'network',
  clientSilent: 'network',
  cameraRefused: 'devices',
  microphoneRefused: 'devices',
  browserUnsupported: 'devices',
  kicked: 'ending',
  endedForAll: 'ending',
  otherKilled: 'ending',
};

/** The cases of a group, in the order of the table above. */
export function casesOf(group: CaseGroup): Case[] {
  return (Object.keys(GROUP_OF) as Case[]).filter((name) => GROUP_OF[name] === group);
}
