const ENTITES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as it must stand in a page or in an attribute: typed words are never markup. */
export function html(texte: string): string {
  return texte.replace(/[&<>"']/g, (c) => ENTITES[c]!);
}
