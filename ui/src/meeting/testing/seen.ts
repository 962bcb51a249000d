/** What a person would see of the page, and what axe makes of it. */
import axe from 'axe-core';
import { expect } from 'vitest';

/** Which of the parts that cover the frame are to be seen. */
export function shown(): string[] {
  const layers = ['wait', 'card', 'banner'];
  return layers.filter((name) => document.querySelector(`.${name}`)?.checkVisibility());
}

/** Fails where axe finds anything. */
export async function expectNoFaults(): Promise<void> {
  const { violations } = await axe.run(document);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`)).toEqual([]);
}
