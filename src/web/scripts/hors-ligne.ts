/** Forms that could not leave: kept on this device until the line comes back, each with its one-time token. */
interface Gardee {
  action: string;
  corps: string;
}

const CLE = "probant-a-envoyer";

function lire(): Gardee[] {
  return JSON.parse(localStorage.getItem(CLE) ?? "[]") as Gardee[];
}

function ecrire(gardees: readonly Gardee[]): void {
  if (gardees.length === 0) localStorage.removeItem(CLE);
  else localStorage.setItem(CLE, JSON.stringify(gardees));
}

/** Keeps a signature that could not leave, with the moment that this device tells; the server will say its own. */
function garder(form: HTMLFormElement, corps: URLSearchParams): void {
  corps.set("signeeA", new Date().toISOString());
  const autres = lire().filter((g) => g.action !== form.action);
  ecrire([...autres, { action: form.action, corps: String(corps) }]);
  annoncer(
    "Signature gardée sur cet appareil.",
    "Elle partira dès que la ligne revient. Ne videz pas ce navigateur d’ici là.",
  );
  for (const bouton of form.querySelectorAll("button")) bouton.disabled = true;
}

/** Sends what was kept, at each page and when the line comes back. What the server refuses is told, with its page. */
export function horsLigne(): void {
  void envoyerGardees();
  window.addEventListener("online", () => void envoyerGardees());
  document.addEventListener("coupee", (e) => {
    if (!(e.target instanceof HTMLFormElement) || !e.target.hasAttribute("data-hors-ligne")) return;
    e.preventDefault();
    garder(e.target, (e as CustomEvent<URLSearchParams>).detail);
  });
}

async function envoyerGardees(): Promise<void> {
  for (const gardee of lire()) {
    const body = new URLSearchParams(gardee.corps);
    const reponse = await fetch(gardee.action, { method: "POST", body }).catch(() => null);
    if (reponse === null || reponse.status >= 500) return;
    // Signed out or lent for another signature meanwhile: it leaves after the next sign-in, or once it is taken back.
    if (reponse.status === 401 || reponse.status === 403 || new URL(reponse.url).pathname === "/connexion")
      return;
    ecrire(lire().filter((g) => g.action !== gardee.action || g.corps !== gardee.corps));
    if (reponse.ok) annoncer("Signature envoyée.", "Elle était gardée sur cet appareil.");
    else annoncer("Une signature gardée n’a pas été acceptée.", "Refaites-la signer.", gardee.action);
  }
}

/** One sentence above the page, read at once by a screen reader. */
function annoncer(titre: string, texte: string, href?: string): void {
  const avis = document.createElement("div");
  avis.className = "notice";
  avis.setAttribute("role", "status");
  const fort = document.createElement("strong");
  fort.textContent = titre;
  avis.append(fort, ` ${texte} `);
  if (href !== undefined) {
    const lien = document.createElement("a");
    lien.href = href;
    lien.textContent = "Ouvrir la page";
    avis.append(lien);
  }
  document.querySelector("main > .page, main .page")?.prepend(avis);
}
