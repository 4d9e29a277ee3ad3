/** A double click sends a form once. The server guards itself too: this only spares a useless second answer. */
export function uneFois(): void {
  document.addEventListener("submit", (e) => {
    const form = e.target;
    if (!(form instanceof HTMLFormElement) || !form.hasAttribute("data-une-fois")) return;
    if (form.ariaBusy === "true") e.preventDefault();
    form.ariaBusy = "true";
  });
  // Coming back with the browser's button gives the page as it was left: it may be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[aria-busy]")) form.ariaBusy = null;
  });
}
