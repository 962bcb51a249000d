/** German, in one place; a text that English has and German lacks fails the type check. */
import { brand } from './de/brand';
import { cases } from './de/cases';
import { checks } from './de/checks';
import { errors } from './de/errors';
import { endings, failure } from './de/failures';
import { features } from './de/features';
import { inspector } from './de/inspector';
import { judged } from './de/judged';
import { keys } from './de/keys';
import { launcher } from './de/launcher';
import { notices } from './de/notices';
import { proof } from './de/proof';
import { providers } from './de/providers';
import { rollout } from './de/rollout';
import { rooms } from './de/rooms';
import { service } from './de/service';
import { settings } from './de/settings';
import { setup } from './de/setup';
import { table } from './de/table';
import { verdict } from './de/verdict';
import type { Texts } from './text.svelte';

export const de: Texts = {
  brand,
  cases,
  checks,
  endings,
  errors,
  failure,
  features,
  inspector,
  judged,
  keys,
  launcher,
  notices,
  proof,
  providers,
  rollout,
  rooms,
  service,
  settings,
  setup,
  table,
  verdict,
};
