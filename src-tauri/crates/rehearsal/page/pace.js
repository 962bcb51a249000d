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

/** Between two tries to reach a server, in recorded ms: doubling, to the longest. */
const FIRST_DELAY = 400;
const LONGEST_DELAY = 3200;

/** The waits between tries, without end. */
export function* delays() {
  for (let delay = FIRST_DELAY; ; delay = Math.min(delay * 2, LONGEST_DELAY)) {
    yield delay;
  }
}
