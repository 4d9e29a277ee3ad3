import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { champsDeFormulaire } from "./formulaire.ts";
import { estDIci } from "./meme-site.ts";
import { type RessourcesServies, routesDesRessources } from "./ressources.ts";
import { ENTETES } from "./securite.ts";
import { Button, Buttons } from "./ui/button.tsx";
import { ChampTexte } from "./ui/champs/une-ligne.tsx";
import { Document } from "./ui/document.tsx";
import { ErrorSummary, Form } from "./ui/form.tsx";
import { PageTitle, Sheet } from "./ui/layout.tsx";

/** Wrong passphrases in one window, from everywhere: nobody else has anything to do here. */
const ESSAIS_MAX = 5;
const FENETRE_MS = 300_000;

export interface Scelle {
  servies: RessourcesServies;
  /** The public address. */
  url: string;
  /** Milliseconds that only go forward. */
  maintenant: () => number;
  /** Whether the passphrase, or the key that a command of this machine made of it, opens the keyring; what is then done. */
  essayer: (secret: { phrase: string } | { cle: string }) => Promise<boolean>;
  /** What a wrong one is answered. */
  fausse: string;
}

/**
 * All that is served while the keyring is sealed: one page that asks for its passphrase, at every address, and what
 * draws it. Nothing of the database is open yet.
 */
export function creerAppScelle({ servies, url, maintenant, essayer, fausse }: Scelle): Hono {
  const app = new Hono();
  const echecs: number[] = [];
  let enCours = false;
  let ouvert = false;
  const montrer = (c: Context, statut: 200 | 403 | 422 | 429 | 503, faute?: string) =>
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
    while (echecs[0] !== undefined && maintenant() - echecs[0] > FENETRE_MS) echecs.shift();
    if (enCours || echecs.length >= ESSAIS_MAX) return montrer(c, 429, TROP);
    enCours = true;
    // Counted before it is tried: an attempt that is cut off is one.
    echecs.push(maintenant());
    try {
      ouvert = await essayer({ phrase: laPhrase });
    } finally {
      enCours = false;
    }
    return ouvert ? montrer(c, 200) : montrer(c, 422, fausse);
  });
  app.all("*", (c) => montrer(c, ouvert ? 200 : 503));
  return app;
}

const TROP =
  "Trop d’essais. Attendez cinq minutes, ou ouvrez le trousseau depuis la machine : npx probant cles ouvrir";

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
