/** German, in one place; a text that English has and German lacks fails the type check. */
import { cases } from './de/cases';
import { errors } from './de/errors';
import { endings, failure } from './de/failures';
import { launcher } from './de/launcher';
import { notices } from './de/notices';
import { setup } from './de/setup';
import type { Texts } from './text.svelte';

export const de: Texts = { cases, endings, errors, failure, launcher, notices, setup };
