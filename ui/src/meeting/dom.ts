/** Makes elements without markup text: nothing that comes from outside can become markup. */

type Attributes = Record<string, string>;

export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Attributes = {},
  children: (Node | string)[] = [],
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A stroked icon of 20 px from one path. */
export function icon(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const stroke = document.createElementNS(SVG, 'path');
  stroke.setAttribute('d', path);
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(stroke);
  return svg;
}
