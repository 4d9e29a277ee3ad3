/** Ctrl+K (Cmd+K on a Mac): to the search field of this page, or to the page that has one. */
export function chercher(): void {
  document.addEventListener("keydown", (e) => {
    if (e.key.toLowerCase() !== "k" || !(e.ctrlKey || e.metaKey) || e.altKey || e.shiftKey) return;
    const champ = document.querySelector<HTMLInputElement>("input[type=search]");
    const lien = document.querySelector<HTMLAnchorElement>("a[data-chercher]");
    if (champ === null && lien === null) return;
    e.preventDefault();
    if (champ === null) lien?.click();
    else champ.focus();
  });
}
