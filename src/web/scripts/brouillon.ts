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

const COUPEE: Dit = { phrase: "Pas encore enregistré : la connexion est coupée.", garde: false };
const AUTRE: Dit = {
  phrase: "Pas encore enregistré. Envoyez la page par son bouton : vos mots ne se perdent pas.",
  garde: false,
};

/** Keeps what is written as it is written: when typing stops, on leaving the field, on leaving the page. */
export function brouillon(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-brouillon]")) suivre(form);
}

/** Each text of the form is kept by itself: what stands between its marks, or the only one. */
function suivre(form: HTMLFormElement): void {
  const zones = [...form.querySelectorAll<HTMLElement>("[data-zone]")];
  const textes = (zones.length > 0 ? zones : [form]).flatMap((zone) => suivreUn(form, zone) ?? []);
  if (textes.length === 0) return;
  for (const e of form.querySelectorAll<HTMLElement>("[data-sans-script]")) e.hidden = true;
  let part = false;
  window.addEventListener("beforeunload", (e) => {
    if (!part && textes.some((t) => t.perdu())) e.preventDefault();
  });
  form.addEventListener("submit", async (e) => {
    if (part) return;
    e.preventDefault();
    const dits = await Promise.all(textes.map((t) => t.enregistrer()));
    if (part) return;
    form.ariaBusy = null;
    // Without a line the browser would show its own page in the place of these words; so would ours, once all is over.
    if (dits.some((dit) => dit === COUPEE || dit?.fini === true)) return;
    part = true;
    form.requestSubmit(e.submitter);
  });
}

interface Suivi {
  enregistrer: () => Promise<Dit | null>;
  perdu: () => boolean;
}

function suivreUn(form: HTMLFormElement, zone: HTMLElement): Suivi | undefined {
  const champ = zone.querySelector("textarea");
  const version = zone.querySelector<HTMLInputElement>("input[name^=version]");
  if (champ === null || version === null) return undefined;
  const coche = zone.querySelector<HTMLInputElement>("input[type=checkbox]");
  const lire = () => `${coche?.checked === true}\n${champ.value}`;
  let connu = lire();
  let minuterie = 0;
  let enCours: Promise<Dit | null> | null = null;
  let perdu = false;

  const garder = async (): Promise<Dit | null> => {
    clearTimeout(minuterie);
    const texte = lire();
    if (texte === connu) return null;
    const dit = await poster(form, zone);
    perdu = !dit.garde;
    if (dit.garde) connu = texte;
    if (dit.version !== undefined) version.value = String(dit.version);
    dire(form, zone, dit);
    if (dit === COUPEE) minuterie = window.setTimeout(() => void enregistrer(), ENCORE);
    return dit;
  };
  /** One after the other: an older text never arrives after a newer one. */
  const enregistrer = (): Promise<Dit | null> => {
    const suite = enCours === null ? garder() : enCours.then(garder);
    enCours = suite;
    return suite;
  };

  zone.addEventListener("input", () => {
    clearTimeout(minuterie);
    minuterie = window.setTimeout(() => void enregistrer(), SILENCE);
  });
  zone.addEventListener("change", () => void enregistrer());
  window.addEventListener("online", () => void enregistrer());
  document.addEventListener("visibilitychange", () => {
    // The page may be frozen at once: it waits for no answer.
    if (document.visibilityState === "hidden") void garder();
  });
  return { enregistrer, perdu: () => perdu && lire() !== connu };
}

/** The fields of this text, and those of no text: the body of a page that may close at once must stay small. */
function corpsDe(form: HTMLFormElement, zone: HTMLElement): URLSearchParams {
  const autres = new Set(
    [...form.querySelectorAll<HTMLInputElement>("[data-zone] [name]")]
      .filter((e) => !zone.contains(e))
      .map((e) => e.name),
  );
  const champs = [...new FormData(form)].filter(([nom]) => !autres.has(nom));
  return new URLSearchParams(champs.map(([nom, v]) => [nom, String(v)]));
}

async function poster(form: HTMLFormElement, zone: HTMLElement): Promise<Dit> {
  const body = corpsDe(form, zone);
  const reponse = await fetch(form.dataset.brouillon ?? "", { method: "POST", body, keepalive: true }).catch(
    () => null,
  );
  if (reponse === null) return COUPEE;
  return await (reponse.json() as Promise<Dit>).catch(() => AUTRE);
}

function dire(form: HTMLFormElement, zone: HTMLElement, { phrase, voir, etat, reste }: Dit): void {
  ecrire(zone.querySelector("[data-etat] > span"), etat);
  ecrire(document.querySelector("[data-reste]"), reste);
  const p = zone.querySelector("[data-brouillon-dit]");
  if (p === null || p.textContent === phrase) return;
  p.textContent = phrase;
  if (voir === undefined) return;
  const lien = document.createElement("a");
  lien.href = form.action;
  lien.textContent = voir;
  p.append(" ", lien);
}

/** The words of a state that changed; the colour and the mark of the one before go. */
function ecrire(e: Element | null, texte: string | undefined): void {
  if (e === null || texte === undefined || e.textContent === texte) return;
  e.textContent = texte;
  if (e.classList.contains("status")) e.className = "status status--calme";
}
