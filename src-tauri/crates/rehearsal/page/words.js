// The room's words in the meeting's language, and times and values in words.

import german from "./words_de.js";
import english from "./words_en.js";

const UNITS = [
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

/** @param {"en" | "de"} language */
export function makeWords(language) {
  const words = language === "de" ? german : english;
  // The person's own country writes times in its own way.
  const locale = navigator.languages.find((one) => one.startsWith(language)) ?? language;
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });

  /** The two largest units of a span in seconds: `2 h 59 min`. */
  function span(seconds) {
    let left = Math.abs(seconds);
    const first = Math.max(UNITS.findIndex(([, size]) => left >= size), 0);
    const parts = UNITS.slice(first, first + 2).map(([unit, size]) => {
      const count = Math.floor(left / size);
      left -= count * size;
      return count > 0 ? `${count} ${words.time.units[unit][count === 1 ? 0 : 1]}` : "";
    });
    return parts.filter(Boolean).join(" ") || `0 ${words.time.units.second[1]}`;
  }

  return {
    ...words,
    language,
    span,
    /** A moment in seconds since 1970, in local time; with the day where it is not today. */
    moment(seconds) {
      const then = new Date(seconds * 1000);
      const isToday = then.toDateString() === new Date().toDateString();
      return (isToday ? clock : calendar).format(then);
    },
    /** `in 2 h 59 min`, `8 s ago`, as seen at `now`. */
    distance(seconds, now) {
      const away = seconds - now;
      return away >= 0 ? words.time.in(span(away)) : words.time.ago(span(away));
    },
    feature: (name) => words.features[name] ?? name,
    role: (name) => words.roles[name] ?? name,
  };
}
