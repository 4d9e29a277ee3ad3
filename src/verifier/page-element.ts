/** An element with its attributes and children; a text is always inserted as text. */
export function el(
  tag: string,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const TRACES = {
  oui: "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22zm-1.6 16.6-5-5 2-2 3 3 6.2-7 2.1 1.9z",
  non: "M7.6 1.4h8.8l6.2 6.2v8.8l-6.2 6.2H7.6l-6.2-6.2V7.6zM10.7 6v7.4h2.6V6zm0 9.2V18h2.6v-2.8z",
};

/** A round tick or an octagon with its exclamation mark; silent, the word stands beside it. */
export function mark(forme: "oui" | "non", size: number): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({
    viewBox: "0 0 24 24",
    width: size,
    height: size,
    "aria-hidden": true,
  }))
    svg.setAttribute(name, String(value));
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", TRACES[forme]);
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg;
}
