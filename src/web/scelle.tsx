import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { FreinParAdresse } from "../auth/frein-par-adresse.ts";
import { accorder } from "../values/accorder.ts";
import { adresseVue } from "./adresse.ts";
import type { Env } from "./contexte.ts";
import { champsDeFormulaire } from "./formulaire.ts";
import { estDIci } from "./meme-site.ts";
import { type RessourcesServies, routesDesRessources } from "./ressources.ts";
import { ENTETES } from "./securite.ts";
import { Button, Buttons } from "./ui/button.tsx";
import { ChampTexte } from "./ui/champs/une-ligne.tsx";
import { Document } from "./ui/document.tsx";
import { ErrorSummary, Form } from "./ui/form.tsx";
import { PageTitle, Sheet } from "./ui/layout.tsx";

/** Tries that wait for the one being made, one a network: each takes a second and 64 MiB. */
const EN_FILE_MAX = 20;

export interface Scelle {
  servies: RessourcesServies;
  /** The public address. */
  url: string;
  /** How many trusted proxies stand between a visitor and us. */
  proxys: number;
  /** Which addresses have to wait, and for how many milliseconds. */
  frein: FreinParAdresse;
  /** Whether the passphrase, or the key that a command of this machine made of it, opens the keyring; what is then done. */
  essayer: (secret: { phrase: string } | { cle: string }) => Promise<boolean>;
  /** What a wrong one is answered. */
  fausse: string;
}

/**
 * All that is served while the keyring is sealed: one page that asks for its passphrase, at every address, and what
 * draws it. Nothing of the database is open yet.
 */
export function creerAppScelle({ servies, url, proxys, frein, essayer, fausse }: Scelle): Hono<Bouchon> {
  const app = new Hono<Bouchon>();
  let file: Promise<unknown> = Promise.resolve();
  let enFile = 0;
  let ouvert = false;
  const montrer = (c: Context<Bouchon>, statut: 200 | 403 | 422 | 429 | 503, faute?: string) =>
    c.html(
      String(
        <Document
          ressources={servies.adresses}
          titre={ouvert ? "Probant s’ouvre" : "Probant est scellé"}
          organisation="Probant, logiciel libre."
          accueil="/"
          etroite
          enErreur={faute !== undefined}
          {...(ouvert ? { actualiser: 5 } : {})}
        >
          {ouvert ? <Ouvert /> : <Demande faute={faute} />}
        </Document>,
      ),
      statut,
      { "cache-control": "no-store", ...(statut === 503 ? { "retry-after": "60" } : {}) },
    );
  app.use(ENTETES);
  app.route("/", routesDesRessources(servies));
  app.use(bodyLimit({ maxSize: 4096, onError: (c) => c.text("Ce formulaire est trop long.", 413) }));
  app.post("/", async (c) => {
    if (ouvert) return montrer(c, 200);
    const { phrase, cle } = await champsDeFormulaire(c);
    const [laCle, laPhrase] = [cle?.[0]?.trim() ?? "", phrase?.[0]?.trim() ?? ""];
    // 256 bits cannot be guessed: only passphrases are counted, and asked to come from this page.
    if (laCle !== "") {
      ouvert = await essayer({ cle: laCle });
      return ouvert ? montrer(c, 200) : montrer(c, 422, fausse);
    }
    if (!vientDIci(c, url)) return montrer(c, 403, "Cet envoi vient d’un autre site : il a été refusé.");
    if (laPhrase === "") return montrer(c, 422, "Écrivez la phrase du trousseau.");
    const adresse = adresseVue(c, proxys);
    const attente = frein.attente(adresse);
    if (attente > 0) {
      c.header("retry-after", String(Math.ceil(attente / 1_000)));
      return montrer(c, 429, phraseDAttente(attente));
    }
    if (enFile >= EN_FILE_MAX) return montrer(c, 429, FOULE);
    frein.compter(adresse);
    // One after the other: nobody is refused because somebody else is trying.
    enFile += 1;
    const essai = file.then(async () => {
      if (!ouvert) ouvert = await essayer({ phrase: laPhrase });
    });
    file = essai.catch(() => undefined);
    try {
      await essai;
    } finally {
      enFile -= 1;
    }
    return ouvert ? montrer(c, 200) : montrer(c, 422, fausse);
  });
  app.all("*", (c) => montrer(c, ouvert ? 200 : 503));
  return app;
}

type Bouchon = Pick<Env, "Bindings">;

const DEPUIS_LA_MACHINE = "ou ouvrez le trousseau depuis la machine : npx probant cles ouvrir";
const FOULE = `Trop de personnes essaient en ce moment. Recommencez dans une minute, ${DEPUIS_LA_MACHINE}`;

function phraseDAttente(ms: number): string {
  const secondes = Math.ceil(ms / 1_000);
  const duree = secondes < 60 ? accorder(secondes, "seconde") : accorder(Math.ceil(secondes / 60), "minute");
  return `Trop d’essais depuis votre adresse. Attendez ${duree}, ${DEPUIS_LA_MACHINE}`;
}

function vientDIci(c: Context, url: string): boolean {
  const origine = c.req.header("origin");
  if (origine === undefined || origine === "null") return c.req.header("sec-fetch-site") === "same-origin";
  return estDIci(origine, url, c.req.url);
}

function Demande({ faute }: { faute: string | undefined }) {
  return (
    <>
      <ErrorSummary fautes={faute === undefined ? [] : [{ nom: "phrase", message: faute }]} />
      <PageTitle
        titre="Probant est scellé"
        chapeau="Les clés de cette installation sont fermées par une phrase. Rien ne s’ouvre avant que la personne qui la tient ne la donne."
      />
      <Sheet className="mt-6">
        <Form action="/">
          <ChampTexte
            nom="phrase"
            libelle="Phrase du trousseau"
            saisie="password"
            autocompletion="off"
            requis
            erreur={faute}
          />
          <Buttons>
            <Button>Ouvrir</Button>
          </Buttons>
        </Form>
      </Sheet>
      <p class="minor mt-4">
        Vous n’avez pas cette phrase&nbsp;? Prévenez la personne qui tient l’installation.
      </p>
    </>
  );
}

function Ouvert() {
  return (
    <PageTitle
      titre="Le trousseau est ouvert"
      chapeau="Probant démarre. Cette page se recharge seule ; si elle ne répond pas, rechargez-la dans une minute."
    />
  );
}
