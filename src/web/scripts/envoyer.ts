/**
 * Sends a form whose words would be lost with the line: the page stays until the server has answered. A refusal is
 * sent again by the browser itself, to be shown: it changed nothing. Without an answer the same form, with its token,
 * can be sent again and has one effect.
 */
export function envoyer(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-garde]")) {
    if (form.querySelector("input[name=jeton]") === null) continue;
    form.addEventListener("submit", (e) => {
      e.preventDefault();
      if (form.ariaBusy === "true") return;
      form.ariaBusy = "true";
      void tenter(form);
    });
  }
}

async function tenter(form: HTMLFormElement): Promise<void> {
  const alerte = form.querySelector<HTMLElement>("[data-pas-envoye]");
  if (alerte !== null) alerte.hidden = true;
  const body = new URLSearchParams([...new FormData(form)].map(([nom, v]) => [nom, String(v)]));
  const reponse = await fetch(form.action, { method: "POST", body }).catch(() => null);
  if (reponse === null || reponse.status >= 500) {
    form.ariaBusy = null;
    if (alerte !== null) alerte.hidden = false;
    // The words are still not sent: leaving the page asks again.
    form.dispatchEvent(new Event("input"));
  } else if (reponse.redirected) location.assign(reponse.url);
  else form.submit();
}
