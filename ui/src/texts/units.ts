/** Numbers with their units and moments in time, by `Intl` in the language of the interface. */
import type { Language } from '../bindings/Language';

/** `45 seconds`, `3 minutes`, `2 hours`, `4 days`: the unit that reads best. */
export function secondsInWords(language: Language, seconds: number): string {
  const [unit, size] = UNITS.find(([, length]) => seconds >= length * 2) ?? LEAST;
  return new Intl.NumberFormat(locale(language), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(seconds / size);
}

const LEAST = ['second', 1] as const;
/** `3.2 s`, for what was measured. */
export function tenthsInWords(language: Language, seconds: number): string {
  return new Intl.NumberFormat(locale(language), {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'short',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(seconds);
}

const UNITS = [['day', 86_400], ['hour', 3_600], ['minute', 60], LEAST] as const;

/** When a room was last joined, seen from `now`: the time today, the day before, a date. */
export function lastJoinedInWords(language: Language, then: Date, now: Date): string {
  const days = Math.round((startOfDay(now) - startOfDay(then)) / 86_400_000);
  if (days <= 0) {
    return new Intl.DateTimeFormat(locale(language), { timeStyle: 'short' }).format(then);
  }
  if (days === 1) {
    return new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto' }).format(-1, 'day');
  }
  if (days < 7) return new Intl.DateTimeFormat(locale(language), { weekday: 'long' }).format(then);
  return new Intl.DateTimeFormat(locale(language), {
    day: 'numeric',
    month: 'short',
    ...(then.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  }).format(then);
}

/** `3 September 2026`, for what was done once. */
export function dateInWords(language: Language, moment: Date): string {
  return new Intl.DateTimeFormat(locale(language), { dateStyle: 'long' }).format(moment);
}

/** `14:05`, and the day where it is another than that of `now`. */
export function momentInWords(language: Language, then: Date, now: Date): string {
  const isToday = startOfDay(then) === startOfDay(now);
  const form = isToday ? ({ timeStyle: 'short' } as const) : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return new Intl.DateTimeFormat(locale(language), form).format(then);
}

/** `19 Nov 2026, 10:00 – 11:00`, for what is planned; its beginning where no end is set. */
export function periodInWords(language: Language, from: Date, until: Date | null): string {
  const form = new Intl.DateTimeFormat(locale(language), { dateStyle: 'medium', timeStyle: 'short' });
  return until === null ? form.format(from) : form.formatRange(from, until);
}

/** `in 3 hours`, `10 seconds ago`. */
export function relativeInWords(language: Language, seconds: number): string {
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length * 2) ?? LEAST;
  return new Intl.RelativeTimeFormat(locale(language), { numeric: 'always' }).format(Math.round(seconds / size), unit);
}

/** The person's own region where the system has the language: British times are not American. */
function locale(language: Language): string {
  return navigator.languages.find((one) => one.startsWith(language)) ?? language;
}

function startOfDay(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}
