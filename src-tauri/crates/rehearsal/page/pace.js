// The page's time: recorded milliseconds, played faster or slower.

/** @param {number} factor 1 plays as recorded, 0.1 ten times as fast */
export function makePace(factor) {
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, Math.max(ms, 0)));
  return {
    /** So many recorded ms from here. */
    wait: (ms) => sleep(ms * factor),
    /** So many recorded ms after the page was asked for. */
    until: (ms) => sleep(ms * factor - performance.now()),
    /** So many recorded ms after a moment of `performance.now()`. */
    after: (moment, ms) => sleep(moment + ms * factor - performance.now()),
    /** Recorded ms since a moment of `performance.now()`. */
    since: (moment) => (performance.now() - moment) / factor,
  };
}
