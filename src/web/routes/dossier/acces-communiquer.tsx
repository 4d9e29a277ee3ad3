import type { Context, Hono } from "hono";
import { lireSaisie, type Refus, type Saisie } from "../../../dossier/acte.ts";
import type { Nommer } from "../../../dossier/communications.ts";
import {
  accordsUtilisables,
  champsCommunication,
  JOURS_PAR_DEFAUT,
  SANS_ACCORD,
} from "../../../dossier/formulaire-communication.ts";
import { listerLecturesDeTiers } from "../../../usecases/acces/lectures-de-tiers.ts";
import {
  arreterLien,
  type LienVu,
  listerDocumentsEnvoyes,
} from "../../../usecases/communication/documents-envoyes.ts";
import { envoyerDocument } from "../../../usecases/communication/envoyer-document.ts";
import { lireNomsDesAccords } from "../../../usecases/communication/noms-des-accords.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { ChampsRendus, type Precisions, RefusRendus, retaper, type Valeurs } from "../../champs-rendus.tsx";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { Button, Buttons, LinkButton } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Block, PageTitle } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { fr } from "../../ui/typographie.ts";
import { DocumentsEnvoyes } from "../../vues/documents-envoyes.tsx";
import { LecturesDeTiers } from "../../vues/lectures-de-tiers.tsx";
import { dossierDeLAdresse } from "./ouvrir.ts";
import { pageDuDossier } from "./page-du-dossier.tsx";

const PRECISIONS: Precisions = { courriel: { saisie: "email" } };
const adresse = (reference: string) => `/dossiers/${reference}/acces/communiquer`;

interface Vue {
  c: Context<Env>;
  dossier: DossierConsulte;
  liens: readonly LienVu[];
  nommer: Nommer;
  valeurs: Valeurs;
  refus: readonly Refus[];
}

function Envoyer({ c, dossier, nommer, valeurs, refus }: Vue) {
  const { reference, etat } = dossier;
  if (accordsUtilisables(etat).length === 0) {
    return (
      <Notice genre="refus" titre="Aucun document ne peut partir.">
        {SANS_ACCORD.phrase} {SANS_ACCORD.remede}
      </Notice>
    );
  }
  return (
    <Form
      action={adresse(reference)}
      jeton={c.get("portes").maison.nouvelId()}
      champsCaches={{ geste: "envoyer" }}
      garde
    >
      <ChampsRendus
        champs={champsCommunication(etat, nommer)}
        valeurs={valeurs}
        refus={refus}
        precisions={PRECISIONS}
      />
      <Buttons>
        <Button>Envoyer le lien</Button>
        <LinkButton rang="discret" href={`/dossiers/${reference}/acces`}>
          Revenir sans envoyer
        </LinkButton>
      </Buttons>
    </Form>
  );
}

function Envoyes({ c, dossier, liens }: Vue) {
  const arreter = (l: LienVu) =>
    l.vivant ? (
      <Form
        action={adresse(dossier.reference)}
        jeton={c.get("portes").maison.nouvelId()}
        champsCaches={{ geste: "arreter", lien: l.id }}
      >
        <Button rang="danger">
          Arrêter<span class="visually-hidden">{fr(` le lien de ${l.nom}`)}</span>
        </Button>
      </Form>
    ) : (
      "Déjà arrêté"
    );
  return (
    <Block id="envoyes" titre="Documents déjà montrés" note={String(liens.length)}>
      {liens.length === 0 ? (
        <EmptyState titre="Aucun">Chaque lien envoyé viendra ici, avec son destinataire.</EmptyState>
      ) : (
        <DocumentsEnvoyes liens={liens} geste={arreter} />
      )}
    </Block>
  );
}

async function montrer(
  c: Context<Env>,
  refus: readonly Refus[] = [],
  valeurs: Valeurs = { jours: String(JOURS_PAR_DEFAUT) },
) {
  const dossier = await dossierDeLAdresse(c);
  const { maison } = c.get("portes");
  const reference = c.req.param("reference") ?? "";
  const liens = await listerDocumentsEnvoyes(maison, c.get("moi").auteur, reference);
  const lues = await listerLecturesDeTiers(maison, c.get("moi").auteur, reference);
  if (dossier === undefined || liens === undefined || lues === undefined) return introuvable(c);
  const lectures = lues.filter((l) => l.role === "destinataire");
  const nommer = await lireNomsDesAccords(maison, c.get("moi").auteur, dossier);
  const vue = { c, dossier, liens, nommer, valeurs, refus };
  const fait = c.req.query("fait");
  const flash =
    fait === "envoye"
      ? "Le lien part par courriel. La personne voit à qui."
      : fait === "arrete"
        ? "Ce lien ne montre plus rien."
        : undefined;
  const children = (
    <>
      <BackLink libelle="Qui a accès" href={`/dossiers/${reference}/acces`} />
      <RefusRendus refus={refus} />
      <PageTitle
        niveau={2}
        titre="Montrer un document"
        chapeau="Un seul document, à une seule personne, seulement avec l’accord écrit de la personne accompagnée."
      />
      <Envoyer {...vue} />
      <Envoyes {...vue} />
      <LecturesDeTiers
        lectures={lectures}
        vide="Chaque lecture d’un document montré viendra ici. La personne voit la même liste."
      />
    </>
  );
  return pageDuDossier(c, dossier, {
    onglet: "acces",
    titre: "Montrer un document",
    enErreur: refus.length > 0,
    ...(flash === undefined ? {} : { flash: { genre: "fait", titre: "C’est fait.", texte: flash } as const }),
    children,
  });
}

/** One document to one recipient, with the person's living agreement alone; only her counsellor gets this page. */
export function routesCommuniquer(app: Hono<Env>): void {
  app.get("/dossiers/:reference/acces/communiquer", (c) => montrer(c));

  app.post("/dossiers/:reference/acces/communiquer", async (c) => {
    const { maison } = c.get("portes");
    const { auteur, nom } = c.get("moi");
    const reference = c.req.param("reference");
    const brut = await champsDeFormulaire(c);
    if (brut.geste?.[0] === "arreter") {
      if (await arreterLien(maison, auteur, { reference, lien: brut.lien?.[0] ?? "" }))
        return c.redirect(`${adresse(reference)}?fait=arrete`, 303);
      return montrer(c, [{ phrase: "Ce lien ne marche déjà plus." }], {});
    }
    const dossier = await dossierDeLAdresse(c);
    if (dossier === undefined) return introuvable(c);
    const champs = champsCommunication(dossier.etat);
    const valeurs = retaper(champs, brut);
    const lu = lireSaisie(champs, brut);
    if ("refus" in lu) {
      const sansAccord = lu.refus.some((r) => r.champ === "accord") && (brut.accord?.[0] ?? "") !== "";
      return montrer(c, sansAccord ? [SANS_ACCORD] : lu.refus, valeurs);
    }
    const saisie = lu.saisie as Saisie<typeof champs>;
    const cle = brut.jeton?.[0] || maison.nouvelId();
    const reponse = await envoyerDocument(maison, { ...auteur, nom }, { reference, cle, ...saisie });
    if (reponse.issue === "inconnu") return introuvable(c);
    if (reponse.issue === "refus") return montrer(c, reponse.refus, valeurs);
    return c.redirect(`${adresse(reference)}?fait=envoye`, 303);
  });
}
