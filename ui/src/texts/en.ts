/** English, in one place. The meeting page takes its own part only (`meeting.ts`). */
import { cases } from './en/cases';
import { errors } from './en/errors';
import { endings, failure } from './en/failures';
import { launcher } from './en/launcher';
import { notices } from './en/notices';
import { setup } from './en/setup';

export const en = { cases, endings, errors, failure, launcher, notices, setup };
