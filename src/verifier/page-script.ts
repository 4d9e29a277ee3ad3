import { FAITS } from "../evidence/dossier-controle/entrees.ts";
import { parseFaits } from "../evidence/dossier-controle/faits.ts";
import { readTexte } from "../evidence/dossier-controle/fichiers.ts";
import { isCleAttendue, verifierDossierControle } from "../evidence/dossier-controle.ts";
import { lireZip } from "../evidence/zip-canonique.ts";
import { hasherNoble } from "./hasher-noble.ts";
import { el } from "./page-element.ts";
import { renderFaits, renderRapport } from "./page-rapport.ts";
import { CLE_MAL_ECRITE } from "./phrases.ts";

const depot = byId("depot");
const fichier = byId("fichier") as HTMLInputElement;
const cle = byId("cle") as HTMLInputElement;
const resultat = byId("resultat");
let choisi: File | null = null;

fichier.addEventListener("change", () => check(fichier.files?.[0] ?? null));
cle.addEventListener("change", () => check(choisi));
addEventListener("dragover", (event) => {
  event.preventDefault();
  depot.classList.add("survol");
});
addEventListener("dragleave", () => depot.classList.remove("survol"));
addEventListener("drop", (event) => {
  event.preventDefault();
  depot.classList.remove("survol");
  check(event.dataTransfer?.files[0] ?? null);
});

async function check(file: File | null): Promise<void> {
  choisi = file;
  if (file === null) return;
  resultat.replaceChildren(el("p", { class: "aide" }, `Vérification de « ${file.name} »…`));
  // Let the sentence be painted: a large file keeps the page busy for some seconds.
  await new Promise((done) => setTimeout(done, 30));
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    // Another file may have been chosen meanwhile: the last one counts.
    if (file !== choisi) return;
    const attendue = cle.value.trim();
    if (attendue !== "" && !isCleAttendue(hasherNoble, attendue)) {
      resultat.replaceChildren(el("p", { class: "remarque" }, CLE_MAL_ECRITE));
      return;
    }
    const rapport = verifierDossierControle(bytes, hasherNoble, attendue === "" ? {} : { cle: attendue });
    const fichiers =
      rapport.verdict === "intact" ? new Map(lireZip(bytes).map((e) => [e.nom, e.contenu])) : null;
    const faits = fichiers === null ? [] : renderFaits(parseFaits(readTexte(fichiers, FAITS)));
    resultat.replaceChildren(...renderRapport(rapport, file.name), ...faits);
    resultat.scrollIntoView({ block: "nearest" });
  } catch {
    // The browser could not read it (moved, locked, on a drive since removed).
    resultat.replaceChildren(
      el(
        "p",
        { class: "remarque" },
        `Le navigateur n’a pas pu lire « ${file.name} ». Choisissez-le de nouveau.`,
      ),
    );
  }
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`#${id}`);
  return element;
}
