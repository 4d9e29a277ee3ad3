import type { Context, Hono } from "hono";
import { lireSaisie, type Refus } from "../../../dossier/acte.ts";
import { champChoix } from "../../../dossier/champ.ts";
import { derniereValeur } from "../../../dossier/delais.ts";
import { HORIZON } from "../../../dossier/durees/prevoir.ts";
import { ans, type ChoixDeDuree, DUREES } from "../../../dossier/durees/table.ts";
import { conservationComptable } from "../../../law/parameters/conservation-comptable.ts";
import { conservationSansSuite } from "../../../law/parameters/conservation-sans-suite.ts";
import { delaiDeReprise } from "../../../law/parameters/delai-de-reprise.ts";
import { choisirLesDurees } from "../../../usecases/durees/choisir-les-durees.ts";
import { confirmerLHorloge } from "../../../usecases/durees/confirmer-l-horloge.ts";
import { type Prevu, type ProchainsJours, prochainsJours } from "../../../usecases/durees/prochains-jours.ts";
import { accorder } from "../../../values/accorder.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { ChampsRendus, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { page } from "../../page.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Actions, Block, PageTitle } from "../../ui/layout.tsx";
import { Pager } from "../../ui/list-tools.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { Table } from "../../ui/table.tsx";
import { fr } from "../../ui/typographie.ts";
import { COURANT, Retour } from "../organisme/commun.tsx";

const PROCHAINS_JOURS = `${COURANT}/durees`;
const TITRE = `Les ${HORIZON} prochains jours`;

const prevenirOuEffacer = [
  { valeur: "prevenir", libelle: "Prévenir seulement" },
  { valeur: "effacer", libelle: "Effacer à la date dite" },
] as const;
const SANS_SUITE = derniereValeur(conservationSansSuite);
const CHAMPS = {
  sansSuite: champChoix({
    libelle: "Les personnes qui n’ont pas donné suite",
    aide: `${ans(conservationSansSuite)} : connu de mémoire, aucun texte n’a été relu. Compter depuis le dernier contact est notre lecture.`,
    options: [
      { valeur: "prevenir", libelle: `Prévenir seulement, après ${ans(conservationSansSuite)}` },
      ...Array.from({ length: SANS_SUITE }, (_, i) => ({
        valeur: String(i + 1),
        libelle: `Effacer après ${accorder(i + 1, "an")}`,
      })),
    ],
  }),
  preuvesLues: champChoix({
    libelle: "Les preuves d’un bilan sans CPF ni certificat, ou qui n’a pas eu lieu",
    aide: `${ans(delaiDeReprise)} après la fin de l’année : c’est notre lecture du délai de contrôle de l’État. Rien n’est effacé tant qu’un paiement est attendu.`,
    options: prevenirOuEffacer,
  }),
  factures: champChoix({
    libelle: `Les lignes de factures, après ${ans(conservationComptable)}`,
    aide: "Cette durée est connue de mémoire et d’après un compte rendu.",
    options: prevenirOuEffacer,
  }),
};

const enTexte = ({ sansSuite, preuvesLues, factures }: ChoixDeDuree): Valeurs => ({
  sansSuite: sansSuite === null ? "prevenir" : String(sansSuite),
  preuvesLues: preuvesLues ? "effacer" : "prevenir",
  factures: factures ? "effacer" : "prevenir",
});

function LHorloge({
  horloge,
  passeLe,
  jeton,
}: Pick<ProchainsJours, "horloge" | "passeLe"> & { jeton: string }) {
  if (horloge === "recul") {
    return (
      <>
        <Notice genre="alerte" titre="L’horloge de la machine a reculé : plus rien n’est annoncé ni effacé.">
          {fr(
            `Le dernier passage est du ${formatJour(passeLe!)}. Si l’heure est juste maintenant, dites-le : chaque annonce recommencera.`,
          )}
        </Notice>
        <Form action={PROCHAINS_JOURS} jeton={jeton} champsCaches={{ geste: "horloge" }}>
          <Buttons>
            <Button rang="second">L’heure de la machine est juste</Button>
          </Buttons>
        </Form>
      </>
    );
  }
  return passeLe === null ? (
    <Notice genre="information" titre="Les dossiers n’ont pas encore été regardés.">
      Revenez dans quelques minutes&nbsp;: ce qui vient sera annoncé ici.
    </Notice>
  ) : null;
}

const gelable = (e: Prevu) =>
  e.classe !== "contenus" && e.classe !== "contenus_gardes" && e.classe !== "factures";

function Ligne(e: Prevu) {
  const dossier = `/dossiers/${e.reference}`;
  return [
    formatJour(e.le),
    e.classe === "factures" ? e.reference : <a href={dossier}>{e.reference}</a>,
    fr(DUREES[e.classe].quoi),
    fr(`${e.pourquoi} ${e.sources.map((s) => s.ref).join(" ; ")}.`),
    e.parLaMachine ? "L’application efface" : "À vous de décider",
    gelable(e) ? (
      <a href={`${dossier}/actes/gelerPreuves`}>
        Geler<span class="visually-hidden">{fr(` les preuves de ${e.reference}`)}</span>
      </a>
    ) : (
      ""
    ),
  ];
}

function CeQuiVient({ prevus, page: n, pages }: Pick<ProchainsJours, "prevus" | "page" | "pages">) {
  return (
    <Block id="ce-qui-vient" titre="Ce qui vient">
      {prevus.length === 0 ? (
        <EmptyState titre="Rien ne vient à son terme">
          Ce qui finit dans les {HORIZON} jours s’affiche ici, au moins une semaine avant pour un contenu et
          un mois avant pour une preuve. L’application y regarde une fois par jour&nbsp;: ce qui s’est terminé
          aujourd’hui s’affiche demain.
        </EmptyState>
      ) : (
        <Table
          titre="Ce qui finit, par date"
          titreCache
          cartes
          colonnes={[
            { libelle: "Le" },
            { libelle: "Dossier" },
            { libelle: "Quoi" },
            { libelle: "Pourquoi" },
            { libelle: "Qui" },
            { libelle: "Retenir", sansEtiquette: true },
          ]}
          lignes={prevus.map(Ligne)}
        />
      )}
      {pages === 1 ? null : (
        <Pager
          resume={fr(`Page ${n} sur ${pages}.`)}
          {...(n > 1 ? { premiers: PROCHAINS_JOURS } : {})}
          {...(n < pages ? { suivants: `${PROCHAINS_JOURS}?page=${n + 1}` } : {})}
        />
      )}
      <p class="minor mt-2">
        Cette page s’imprime. Elle ne nomme personne. Un contenu ne se gèle pas&nbsp;: il part à son terme,
        même pendant un contrôle.
      </p>
      <Actions liens={[{ libelle: "Toutes les durées et leurs sources", href: "/aide/durees" }]} />
    </Block>
  );
}

function CeQuiEstParti({ partis }: Pick<ProchainsJours, "partis">) {
  return (
    <Block id="partis" titre={`Dossiers effacés depuis ${HORIZON} jours`}>
      {partis.length === 0 ? (
        <p class="minor">Aucun.</p>
      ) : (
        <Table
          titre="Dossiers effacés"
          titreCache
          cartes
          colonnes={[{ libelle: "Dossier" }, { libelle: "Quoi" }, { libelle: "Le" }]}
          lignes={partis.map((p) => [p.reference, fr(DUREES[p.classe].quoi), formatJour(p.le)])}
        />
      )}
    </Block>
  );
}

function NosChoix({ valeurs, refus, jeton }: { valeurs: Valeurs; refus: readonly Refus[]; jeton: string }) {
  return (
    <Block id="choix" titre="Ce que l’organisme décide">
      <p class="mt-2">
        Aucun texte lu ne fixe ces trois durées. Sans décision, l’application prévient et n’efface rien.
      </p>
      <Form action={PROCHAINS_JOURS} jeton={jeton} champsCaches={{ geste: "choix" }}>
        <ChampsRendus champs={CHAMPS} valeurs={valeurs} refus={refus} />
        <Buttons>
          <Button>Enregistrer ces choix</Button>
        </Buttons>
      </Form>
    </Block>
  );
}

const numeroDePage = (texte: string | undefined) => (/^[1-9]\d{0,5}$/.test(texte ?? "") ? Number(texte) : 1);

async function montrer(c: Context<Env>, tape?: { valeurs: Valeurs; refus: readonly Refus[] }) {
  const { maison } = c.get("portes");
  const vue = await prochainsJours(maison, c.get("moi").auteur, numeroDePage(c.req.query("page")));
  const refus = tape?.refus ?? [];
  const fait = c.req.query("fait") !== undefined;
  const corps = (
    <>
      <Retour />
      <RefusRendus refus={refus} />
      {fait ? (
        <Notice genre="fait" titre="C’est enregistré." annonce>
          La prévision en tient compte au prochain passage, dans dix minutes au plus.
        </Notice>
      ) : null}
      <PageTitle
        titre={TITRE}
        chapeau="Ce qui arrive à sa fin, quand, pourquoi, et qui s’en charge. Rien n’est effacé sans avoir été annoncé ici."
      />
      <LHorloge {...vue} jeton={maison.nouvelId()} />
      <CeQuiVient {...vue} />
      <CeQuiEstParti {...vue} />
      <NosChoix valeurs={tape?.valeurs ?? enTexte(vue.choix)} refus={refus} jeton={maison.nouvelId()} />
    </>
  );
  return page(c, { titre: TITRE, enErreur: refus.length > 0, courant: COURANT, children: corps });
}

/** What comes to its end, for who manages the organisation. Its address is also a part's: it comes before them. */
export function routesDurees(app: Hono<Env>): void {
  app.get("/organisme/durees", (c) => montrer(c));
  app.post("/organisme/durees", async (c) => {
    const { maison } = c.get("portes");
    const { auteur } = c.get("moi");
    const brut = await champsDeFormulaire(c);
    if (brut.geste?.[0] === "horloge") {
      await confirmerLHorloge(maison, auteur);
      return c.redirect(`${PROCHAINS_JOURS}?fait=1`, 303);
    }
    const lu = lireSaisie(CHAMPS, brut);
    if ("refus" in lu) return await montrer(c, { valeurs: retaper(CHAMPS, brut), refus: lu.refus });
    const { sansSuite, preuvesLues, factures } = lu.saisie;
    await choisirLesDurees(maison, auteur, brut.jeton?.[0] || maison.nouvelId(), {
      sansSuite: sansSuite === "prevenir" ? null : Number(sansSuite),
      preuvesLues: preuvesLues === "effacer",
      factures: factures === "effacer",
    });
    return c.redirect(`${PROCHAINS_JOURS}?fait=1`, 303);
  });
}
