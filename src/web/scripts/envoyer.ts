import { garde } from "./garde.ts";

/**
 * Sends a form whose words would be lost with the line: the page stays until the server has answered. What it refuses
 * takes the place of the page, and was asked once. Without an answer the same form, with its token, can be sent again
 * and has one effect.
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
  // A line cut in the middle of the answer is a line cut.
  const texte = reponse?.redirected ? "" : ((await reponse?.text().catch(() => null)) ?? null);
  const coupee = reponse === null || texte === null;
  // Another script may keep it for later.
  if (
    coupee &&
    !form.dispatchEvent(new CustomEvent("coupee", { detail: body, bubbles: true, cancelable: true }))
  )
    return;
  if (coupee || reponse.status >= 500) {
    form.ariaBusy = null;
    if (alerte !== null) alerte.hidden = false;
    // The words are still not sent: leaving the page asks again.
    form.dispatchEvent(new Event("input"));
  } else if (reponse.redirected) location.assign(reponse.url);
  else if (reponse.headers.get("content-type")?.startsWith("text/html")) montrer(texte, reponse.url);
  else form.submit();
}

/** The page received in the place of this one, as if the browser had sent the form: its title, its focus, its forms. */
function montrer(texte: string, adresse: string): void {
  const recue = new DOMParser().parseFromString(texte, "text/html");
  document.title = recue.title;
  document.body.replaceWith(recue.body);
  history.replaceState(null, "", adresse);
  scrollTo(0, 0);
  (document.querySelector<HTMLElement>("[autofocus]") ?? document.querySelector("main"))?.focus();
  envoyer();
  garde();
  // Refused words are not sent either.
  for (const form of document.querySelectorAll("form[data-garde]")) form.dispatchEvent(new Event("input"));
}
