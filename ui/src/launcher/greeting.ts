/** The name one is greeted by: the first word of the name that is no title or initial. */
export function givenName(name: string): string {
  const words = name.trim().split(/\s+/u);
  return words.find((word) => !word.endsWith('.')) ?? name;
}
