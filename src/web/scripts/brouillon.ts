const SILENCE = 3000;
const ENCORE = 15_000;

/** What the server says of one saving; `garde` false: these words are nowhere but in the page. */
interface Dit {
  phrase: string;
  garde: boolean;
  version?: number;
  voir?: boolean;
  fini?: boolean;
}

const COUPEE: Dit = { phrase: "Pas encore enregistré : la connexion est coupée.", garde: false };
const AUTRE: Dit = {
  phrase: "Pas encore enregistré. Touchez « Enregistrer et continuer » : vos mots ne se perdent pas.",
  garde: false,
};

/** Keeps what is written as it is written: when typing stops, on leaving the field, on leaving the page. */
export function brouillon(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-brouillon]")) suivre(form);
}

function suivre(form: HTMLFormElement): void {
  const champ = form.querySelector("textarea");
  const version = form.querySelector<HTMLInputElement>("input[name=version]");
  if (champ === null || version === null) return;
  for (const e of form.querySelectorAll<HTMLElement>("[data-sans-script]")) e.hidden = true;
  let connu = champ.value;
  let minuterie = 0;
  let enCours: Promise<Dit | null> | null = null;
  let part = false;
  let perdu = false;

  const garder = async (): Promise<Dit | null> => {
    clearTimeout(minuterie);
    const texte = champ.value;
    if (texte === connu) return null;
    const dit = await poster(form);
    perdu = !dit.garde;
    if (dit.garde) connu = texte;
    if (dit.version !== undefined) version.value = String(dit.version);
    dire(form, dit);
    if (dit === COUPEE) minuterie = window.setTimeout(() => void enregistrer(), ENCORE);
    return dit;
  };
  /** One after the other: an older text never arrives after a newer one. */
  const enregistrer = (): Promise<Dit | null> => {
    const suite = enCours === null ? garder() : enCours.then(garder);
    enCours = suite;
    return suite;
  };

  champ.addEventListener("input", () => {
    clearTimeout(minuterie);
    minuterie = window.setTimeout(() => void enregistrer(), SILENCE);
  });
  champ.addEventListener("change", () => void enregistrer());
  window.addEventListener("online", () => void enregistrer());
  document.addEventListener("visibilitychange", () => {
    // The page may be frozen at once: it waits for no answer.
    if (document.visibilityState === "hidden") void garder();
  });
  window.addEventListener("beforeunload", (e) => {
    if (!part && perdu && champ.value !== connu) e.preventDefault();
  });
  form.addEventListener("submit", async (e) => {
    if (part) return;
    e.preventDefault();
    const dit = await enregistrer();
    if (part) return;
    form.ariaBusy = null;
    // Without a line the browser would show its own page in the place of these words; so would ours, once all is over.
    if (dit === COUPEE || dit?.fini === true) return;
    part = true;
    form.requestSubmit(e.submitter);
  });
}

async function poster(form: HTMLFormElement): Promise<Dit> {
  const body = new URLSearchParams([...new FormData(form)].map(([nom, v]) => [nom, String(v)]));
  const reponse = await fetch(form.dataset.brouillon ?? "", { method: "POST", body, keepalive: true }).catch(
    () => null,
  );
  if (reponse === null) return COUPEE;
  return await (reponse.json() as Promise<Dit>).catch(() => AUTRE);
}

function dire(form: HTMLFormElement, { phrase, voir }: Dit): void {
  const p = form.querySelector("[data-brouillon-dit]");
  if (p === null || p.textContent === phrase) return;
  p.textContent = phrase;
  if (voir !== true) return;
  const lien = document.createElement("a");
  lien.href = form.action;
  lien.textContent = "Voir les deux textes";
  p.append(" ", lien);
}
