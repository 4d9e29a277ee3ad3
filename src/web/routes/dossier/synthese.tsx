import type { Context, Hono } from "hono";
import type { Brut, Refus } from "../../../dossier/acte.ts";
import { PARTIES } from "../../../dossier/parties-synthese.ts";
import type { PartieSynthese } from "../../../law/etat.ts";
import type { DossierConsulte } from "../../../usecases/dossier/consulter-dossier.ts";
import { envoyerARelire } from "../../../usecases/synthese/envoyer-a-relire.ts";
import { garderParties, type PartieSaisie } from "../../../usecases/synthese/garder-parties.ts";
import { lireRedaction } from "../../../usecases/synthese/lire-redaction.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { pageQuiEcrit, plusDePlace, repondreBrouillon, TROP_LONG } from "../../brouillon.ts";
import type { Env } from "../../contexte.ts";
import { champsDeFormulaire } from "../../formulaire.ts";
import { introuvable } from "../../introuvable.tsx";
import { REPRISE } from "../../reprise.ts";
import { Buttons, LinkButton } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { dossierDeSonConseiller } from "./ouvrir.ts";
import { pageDuDossier } from "./page-du-dossier.tsx";
import { ETATS_DE_PARTIE, type SaisieDePartie } from "./partie-en-redaction.tsx";
import { SalleDeLaSynthese, type VueDeLaSalle } from "./salle-de-la-synthese.tsx";

const ICI = "/dossiers/:reference/synthese";

/** The synthesis was handed over, or the bilan ended, while this page was open. */
const DEJA_FINI = "cette synthèse ne s’écrit plus. Copiez votre texte si vous y tenez.";

/** What a page sends of the parts that it shows; null for no page of ours. */
function saisiesDe(brut: Brut, seule: boolean): PartieSaisie[] | null {
  const saisies = PARTIES.flatMap(({ partie }) => {
    const texte = brut[partie]?.[0];
    if (texte === undefined) return [];
    const ecrit = pageQuiEcrit({
      version: brut[`version.${partie}`]?.[0],
      redaction: brut.redaction?.[0],
      aPart: brut[`aPart.${partie}`]?.[0],
    });
    const fini = brut[`fini.${partie}`] !== undefined;
    const vu = brut[`envoye.${partie}`]?.[0];
    const envoyeVu = vu === undefined ? {} : { envoyeVu: vu };
    return ecrit === null ? [null] : [{ question: partie, texte, fini, seule, ...envoyeVu, ...ecrit }];
  });
  const lues = saisies.filter((s) => s !== null);
  return lues.length === saisies.length ? lues : null;
}

const enSaisies = (saisies: readonly PartieSaisie[]) =>
  new Map<PartieSynthese, SaisieDePartie>(
    saisies.map(({ question, texte, fini = false }) => [question, { texte, fini }]),
  );

/** What the form before this page has just done; nothing when it is read again later. */
function direFait(c: Context<Env>, dossier: DossierConsulte): { titre: string; texte: string } | null {
  if (c.req.query("envoye") === String(dossier.tete.taille))
    return { titre: "Envoyé à relire.", texte: "Cette version est scellée au dossier." };
  if (c.req.query("garde") !== undefined)
    return { titre: "Brouillon enregistré.", texte: "Rien n’est encore envoyé." };
  return null;
}

/** The room once nothing is written there: what was handed over, or why it is not open. */
function RienAEcrire({ dossier, refus }: { dossier: DossierConsulte; refus: Refus }) {
  const { remise, destruction, syntheses } = dossier.etat;
  const remis = remise?.documents.includes("synthese") === true ? remise : null;
  return (
    <>
      {remis === null ? (
        <Notice genre="information" titre={refus.phrase}>
          {refus.remede}
        </Notice>
      ) : (
        <Notice genre="fait" titre={`Remise à ${dossier.identite.prenom} le ${formatJourLong(remis.date)}.`}>
          Elle ne s’écrit plus.
        </Notice>
      )}
      {destruction !== null || syntheses.length === 0 ? null : (
        <Buttons>
          <LinkButton href={`/dossiers/${dossier.reference}/notes`}>Lire ce qui est écrit</LinkButton>
        </Buttons>
      )}
    </>
  );
}

async function montrer(
  c: Context<Env>,
  reste: Pick<VueDeLaSalle, "saisies" | "refus" | "repris" | "valeurs"> = {},
  statut: 200 | 409 | 422 = 200,
) {
  const { maison } = c.get("portes");
  const dossier = await dossierDeSonConseiller(c);
  if (dossier === undefined) return introuvable(c);
  const redaction = await lireRedaction(maison, c.get("moi").auteur, dossier.reference);
  if (redaction === undefined) return introuvable(c);
  const corps =
    "refus" in redaction ? (
      <RienAEcrire dossier={dossier} refus={redaction.refus} />
    ) : (
      <SalleDeLaSynthese
        dossier={dossier}
        redaction={redaction}
        jeton={maison.nouvelId()}
        ecrivant={maison.nouvelId()}
        pour={c.get("moi").utilisateurId}
        {...reste}
      />
    );
  const flash = direFait(c, dossier);
  return pageDuDossier(
    c,
    dossier,
    {
      onglet: "synthese",
      titre: "Synthèse",
      enErreur: statut !== 200,
      ...(flash === null ? {} : { flash: { genre: "fait" as const, ...flash } }),
      children: corps,
    },
    statut,
  );
}

/** Where the counsellors of a dossier write its synthesis: a draft kept as it goes, then one sending for the whole. */
export function routesSynthese(app: Hono<Env>): void {
  app.get(ICI, (c) => montrer(c));

  app.post(ICI, async (c) => {
    const { maison } = c.get("portes");
    const { auteur } = c.get("moi");
    const reference = c.req.param("reference");
    const brut = await champsDeFormulaire(c);
    const saisies = saisiesDe(brut, false);
    if (saisies === null) return introuvable(c);
    const valeurs = { date: brut.date?.[0], relue: brut.relue?.[0] };
    if (brut[REPRISE] !== undefined)
      return await montrer(c, { saisies: enSaisies(saisies), valeurs, repris: true });
    const gardees = await garderParties(maison, auteur, reference, saisies);
    if (gardees.issue === "ferme") return await montrer(c, {}, 409);
    const enVue = enSaisies(saisies);
    const longues = [...gardees.parties].filter(([, p]) => p.issue === "trop_long");
    if (longues.length > 0) {
      const refus = longues.map(([champ]) => ({ champ, phrase: TROP_LONG }));
      return await montrer(c, { saisies: enVue, valeurs, refus }, 422);
    }
    const devancees = [...gardees.parties].filter(([, p]) => p.issue === "plus_recente");
    for (const [partie, p] of devancees) {
      if (p.issue === "plus_recente") enVue.set(partie, { ...enVue.get(partie)!, gardee: p.gardee.texte });
    }
    if (devancees.length > 0) {
      const saisies = new Map([...enVue].filter(([, s]) => s.gardee !== undefined));
      return await montrer(c, { saisies, valeurs }, 409);
    }
    if (brut.suite?.[0] !== "envoyer") return c.redirect(`${c.req.path}?garde`, 303);
    const cle = brut.jeton?.[0] || maison.nouvelId();
    const envoi = await envoyerARelire(maison, auteur, { reference, brut, cle });
    switch (envoi.issue) {
      case "inconnu":
        return introuvable(c);
      case "refus":
        return await montrer(c, { valeurs, refus: envoi.refus }, 422);
      case "conflit": {
        const refus = [
          { phrase: "Le dossier a changé au même moment. Vos textes sont gardés : recommencez." },
        ];
        return await montrer(c, { valeurs, refus }, 409);
      }
      case "fait":
        return c.redirect(`${c.req.path}?envoye=${envoi.n}`, 303);
    }
  });

  app.post(`${ICI}/brouillon`, async (c) => {
    const { maison } = c.get("portes");
    if ((await dossierDeSonConseiller(c)) === undefined) return introuvable(c);
    const saisie = saisiesDe(await champsDeFormulaire(c), true)?.[0];
    if (saisie === undefined) return plusDePlace(c, DEJA_FINI);
    const [reference, partie] = [c.req.param("reference"), saisie.question];
    let autour = {};
    const garder = async () => {
      const gardees = await garderParties(maison, c.get("moi").auteur, reference, [saisie]);
      if (gardees.issue === "ferme") return gardees;
      const { reste, parties } = gardees.redaction;
      const { etat } = parties.find((p) => p.partie === partie)!;
      const garde = gardees.parties.get(partie)!;
      autour = { etat: ETATS_DE_PARTIE[etat].mot, reste, ...(garde.apresEnvoi ? APRES_ENVOI : {}) };
      return garde;
    };
    return await repondreBrouillon(c, garder, DEJA_FINI, () => autour);
  });
}

const APRES_ENVOI = {
  phrase: "Gardé. Cette synthèse a été envoyée depuis une autre page entre-temps.",
  voir: "Voir où elle en est",
};
