// By what the browser is known again: a mark in local storage, as the real client
// keeps the id by which JaaS counts people, and the same in a cookie.

const MARK = "rehearsedBefore";
/** The only kind of cookie that browsers keep for a frame in another site's page. */
const COOKIE = `${MARK}=yes; Path=/; Max-Age=31536000; SameSite=None; Secure; Partitioned`;

/** @returns {{storage: boolean, cookie: boolean}} what was there, before it is put there */
export function leaveMark() {
  const cookie = document.cookie.includes(`${MARK}=`);
  document.cookie = COOKIE;
  return { storage: markStorage(), cookie };
}

function markStorage() {
  try {
    const isMarked = localStorage.getItem(MARK) !== null;
    localStorage.setItem(MARK, "yes");
    return isMarked;
  } catch {
    // The person's browser lets no frame keep anything.
    return false;
  }
}
