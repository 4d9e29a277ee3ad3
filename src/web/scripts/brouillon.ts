const SILENCE = 3000;
const ENCORE = 15_000;

/** What the server says of one saving; `garde` false: these words are nowhere but in the page. */
interface Dit {
  phrase: string;
  garde: boolean;
  version?: number;
  /** What a link back to the whole page is called, when there is more to see there. */
  voir?: string;
  fini?: boolean;
  /** Where this text stands now, and what is missing of the whole. */
  etat?: string;
  reste?: string;
}

/** Keeps one text now, and whether it holds words that are nowhere else. */
type Suivi = readonly [enregistrer: () => Promise<Dit | null>, perdu: () => boolean];

const PAS_ENCORE = "Pas encore enregistré : ";
const COUPEE: Dit = { phrase: `${PAS_ENCORE}la connexion est coupée.`, garde: false };
const AUTRE: Dit = {
  phrase: `${PAS_ENCORE}envoyez la page par son bouton.`,
  garde: false,
};

/** Keeps what is written as it is written: when typing stops, on leaving the field, on leaving the page. */
export function brouillon(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-brouillon]")) suivre(form);
}

/** Each text of the form is kept by itself: the one of each zone, or the only one. */
function suivre(form: HTMLFormElement): void {
  const zones = [...form.querySelectorAll<HTMLElement>("[data-zone]")];
  const textes = (zones[0] ? zones : [form]).map((zone) => suivreUn(form, zone));
  for (const e of form.querySelectorAll<HTMLElement>("[data-sans-script]")) e.hidden = true;
  let part = false;
  addEventListener("beforeunload", (e) => {
    if (!part && textes.some(([, perdu]) => perdu())) e.preventDefault();
  });
  form.addEventListener("submit", async (e) => {
    if (part) return;
    e.preventDefault();
    const dits = await Promise.all(textes.map(([enregistrer]) => enregistrer()));
    // With nothing to save this is still the same event, in which a form cannot be sent again.
    await new Promise((suite) => setTimeout(suite));
    if (part) return;
    form.ariaBusy = null;
    // Without a line the browser would show its own page in the place of these words; so would ours, once all is over.
    if (dits.some((dit) => dit === COUPEE || dit?.fini)) return;
    part = true;
    form.requestSubmit(e.submitter);
  });
}

function suivreUn(form: HTMLFormElement, zone: HTMLElement): Suivi {
  const champ = zone.querySelector("textarea")!;
  const version = zone.querySelector<HTMLInputElement>("[name^=version]")!;
  const coche = zone.querySelector<HTMLInputElement>("[type=checkbox]");
  const lire = () => champ.value + coche?.checked;
  let connu = lire();
  let minuterie: ReturnType<typeof setTimeout> | undefined;
  let enCours: Promise<Dit | null> = Promise.resolve(null);
  let perdu = false;

  const garder = async (): Promise<Dit | null> => {
    clearTimeout(minuterie);
    const texte = lire();
    if (texte === connu) return null;
    const dit = await poster(form, zone);
    perdu = !dit.garde;
    if (dit.garde) connu = texte;
    if (dit.version) version.value = String(dit.version);
    dire(form, zone, dit);
    if (dit === COUPEE) minuterie = setTimeout(enregistrer, ENCORE);
    return dit;
  };
  /** One after the other: an older text never arrives after a newer one. */
  const enregistrer = (): Promise<Dit | null> => {
    enCours = enCours.then(garder);
    return enCours;
  };

  zone.addEventListener("input", () => {
    clearTimeout(minuterie);
    minuterie = setTimeout(enregistrer, SILENCE);
  });
  zone.addEventListener("change", enregistrer);
  addEventListener("online", enregistrer);
  document.addEventListener("visibilitychange", () => {
    // The page may be frozen at once: it waits for no answer.
    if (document.hidden) void garder();
  });
  return [enregistrer, () => perdu && lire() !== connu];
}

function poster(form: HTMLFormElement, zone: HTMLElement): Promise<Dit> {
  const corps = new FormData(form);
  // This text alone: what a page sends as it closes must stay small.
  for (const e of form.querySelectorAll<HTMLInputElement>("[data-zone] [name]")) {
    if (!zone.contains(e)) corps.delete(e.name);
  }
  const body = new URLSearchParams([...corps] as string[][]);
  return fetch(form.dataset.brouillon!, { method: "POST", body, keepalive: true }).then(
    (reponse) => (reponse.json() as Promise<Dit>).catch(() => AUTRE),
    () => COUPEE,
  );
}

function dire(form: HTMLFormElement, zone: HTMLElement, { phrase, voir, etat, reste }: Dit): void {
  const p = zone.querySelector("[data-brouillon-dit]")!;
  const statut = zone.querySelector("[data-etat] > *");
  if (statut && etat && statut.textContent !== etat) {
    statut.textContent = etat;
    statut.className = "status status--calme";
  }
  if (reste) document.querySelector("[data-reste]")!.textContent = reste;
  if (p.textContent === phrase) return;
  p.textContent = phrase;
  if (!voir) return;
  const lien = document.createElement("a");
  lien.href = form.action;
  lien.textContent = voir;
  p.append(" ", lien);
}
