/** Asks before leaving a form whose words are not sent. The browser chooses its sentence. */
export function garde(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-garde]")) {
    let modifie = false;
    form.addEventListener("input", () => {
      modifie = true;
    });
    form.addEventListener("submit", () => {
      modifie = false;
    });
    window.addEventListener("beforeunload", (e) => {
      if (modifie) e.preventDefault();
    });
  }
}
