/** Shows the « Copier » buttons where the browser can copy, and says when it is done. */
export function copier(): void {
  if (!navigator.clipboard) return;
  for (const bouton of document.querySelectorAll<HTMLButtonElement>("button[data-copier]")) {
    const libelle = bouton.textContent;
    bouton.hidden = false;
    bouton.setAttribute("aria-live", "polite");
    bouton.addEventListener("click", async () => {
      const source = document.getElementById(bouton.dataset.copier ?? "");
      try {
        await navigator.clipboard.writeText(source?.textContent?.trim() ?? "");
        bouton.textContent = "Copié";
      } catch {
        bouton.textContent = "Copie refusée par le navigateur";
      }
      setTimeout(() => {
        bouton.textContent = libelle;
      }, 3000);
    });
  }
}
