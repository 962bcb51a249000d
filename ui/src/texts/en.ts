/** English, in one place. The meeting page takes its own part only (`meeting.ts`). */
import { brand } from './en/brand';
import { cases } from './en/cases';
import { checks } from './en/checks';
import { errors } from './en/errors';
import { endings, failure } from './en/failures';
import { features } from './en/features';
import { inspector } from './en/inspector';
import { judged } from './en/judged';
import { keys } from './en/keys';
import { launcher } from './en/launcher';
import { notices } from './en/notices';
import { proof } from './en/proof';
import { providers } from './en/providers';
import { rollout } from './en/rollout';
import { rooms } from './en/rooms';
import { service } from './en/service';
import { settings } from './en/settings';
import { setup } from './en/setup';
import { table } from './en/table';
import { verdict } from './en/verdict';

export const en = {
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
