/** One or two letters that stand for a name: the first of its first and of its second word. */
export function initials(name: string): string {
  const words = name.split(/[\s\-–/]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = words.slice(0, 2).map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '');
  return letters.join('').toLocaleUpperCase();
}
