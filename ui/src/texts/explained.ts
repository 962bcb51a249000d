/** A fault in words: what happened, why, and what the person can do. */
export interface Explained {
  what: string;
  why: string;
  remedy: string;
}
