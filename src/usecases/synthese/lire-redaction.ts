import type { Refus } from "../../dossier/acte.ts";
import { redigerSynthese } from "../../dossier/actes/rediger-synthese.ts";
import {
  type AvancementDePartie,
  avancementDeLaSynthese,
  type Ebauche,
  peutPartir,
  resteAFaire,
} from "../../dossier/avancement-synthese.ts";
import { contenusNommes } from "../../dossier/contenus-nommes.ts";
import { refusDEntree } from "../../dossier/decider.ts";
import { faitsEffectifs } from "../../dossier/evolve.ts";
import { PARTIES, surDeLaPartie } from "../../dossier/parties-synthese.ts";
import type { ReferenceContenu } from "../../dossier/schema.ts";
import type { Etat, PartieSynthese } from "../../law/etat.ts";
import { lireAcces } from "../../store/acces/acces.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import type { Instant } from "../../values/instant.ts";
import { noterSaLecture } from "../acces/lectures-de-contenu.ts";
import { ouvrirBrouillons, type TexteEnCours } from "../brouillons/ouvrir-brouillons.ts";
import { ouvrirContenus } from "../contenus/contenus-ouverts.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import { heureDeParis, jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";

/** A text that a version holds, and when it was written there. */
type Ecrit = { texte: string; reference: ReferenceContenu; le: Instant };

/** One part as its counsellor writes it. */
export interface PartieEnRedaction extends AvancementDePartie {
  /** What is being written, else what was written last. */
  texte: string;
  fini: boolean;
  brouillon: TexteEnCours | null;
  /** The sealed text that the last version holds; null when it holds none. */
  envoye: Ecrit | null;
  /** Why she said no, in her words; null when she gave none. */
  raison: string | null;
  /** What she added to her agreement. */
  observation: string | null;
}

export interface Redaction {
  parties: PartieEnRedaction[];
  /** What is missing, one sentence. */
  reste: string;
  pret: boolean;
}

/** Whether a version may be written now: the stage and the author's own place in the dossier. */
export function refusDeRediger(
  maison: Maison,
  auteur: Auteur,
  dossier: Pick<DossierCharge, "etat" | "faits">,
) {
  const { role, intervenant } = auteur;
  const maintenant = maison.horloge();
  const contexte = {
    au: jourDeParis(maintenant),
    heure: heureDeParis(maintenant),
    role,
    intervenant,
    faits: dossier.faits,
  };
  return refusDEntree(redigerSynthese, dossier.etat, contexte);
}

/** The synthesis as it is being written, inside a transaction. */
export async function redactionDe(maison: Maison, tx: Tx, dossier: DossierCharge): Promise<Redaction> {
  const { etat } = dossier;
  const brouillons = await ouvrirBrouillons(maison, tx, dossier, "synthese");
  const textes = (await ouvrirContenus(maison, tx, dossier)) ?? new Map<string, string>();
  const ecrits = derniersTextes(dossier, textes);
  const envoyes = new Map(
    [...ecrits].filter(([partie, { reference }]) => estEnvoye(etat, partie, reference)),
  );
  const ebauches = new Map<string, Ebauche>(brouillons);
  for (const [partie, { texte }] of ecrits) {
    // Left out of the last version: written, and to be sent again.
    if (!envoyes.has(partie) && !ebauches.has(partie)) ebauches.set(partie, { texte, fini: true });
  }
  const avancement = avancementDeLaSynthese(
    etat,
    new Map([...envoyes].map(([partie, { texte }]) => [partie, texte])),
    ebauches,
  );
  const parties = avancement.map((a): PartieEnRedaction => {
    const brouillon = brouillons.get(a.partie) ?? null;
    return {
      ...a,
      texte: brouillon?.texte ?? ecrits.get(a.partie)?.texte ?? "",
      fini: brouillon?.fini ?? ecrits.has(a.partie),
      brouillon,
      envoye: envoyes.get(a.partie) ?? null,
      raison: sesMots(dossier, textes, a.partie, "raison"),
      observation: sesMots(dossier, textes, a.partie, "observation"),
    };
  });
  return { parties, reste: resteAFaire(avancement), pret: peutPartir(avancement) };
}

/** The last text of each part, in whatever version it stands: a word corrected in one part loses none of the others. */
function derniersTextes(
  { faits }: DossierCharge,
  textes: ReadonlyMap<string, string>,
): Map<PartieSynthese, Ecrit> {
  const ecrits = new Map<PartieSynthese, Ecrit>();
  for (const fait of faitsEffectifs(faits)) {
    if (!fait.type.startsWith("synthese_redigee.")) continue;
    for (const { cle, id, engagement } of contenusNommes(fait.donnees)) {
      const partie = PARTIES.find((p) => p.partie === cle)?.partie;
      const texte = textes.get(id);
      if (partie !== undefined && texte !== undefined)
        ecrits.set(partie, { texte, reference: { id, engagement }, le: fait.consigne });
    }
  }
  return ecrits;
}

const estEnvoye = (etat: Etat, partie: PartieSynthese, { id }: ReferenceContenu): boolean =>
  etat.syntheses.at(-1)?.textes[partie]?.contenu === id;

/** The words that went with her last answer to a part. */
function sesMots(
  { etat, faits }: DossierCharge,
  textes: ReadonlyMap<string, string>,
  partie: PartieSynthese,
  champ: "raison" | "observation",
): string | null {
  const derniere = etat.syntheses.at(-1);
  if (derniere === undefined) return null;
  const sur = surDeLaPartie(derniere, partie);
  const reponse = faitsEffectifs(faits).findLast((f) => {
    const donnees = f.donnees as { objet?: unknown; sur?: unknown };
    return champ in donnees && donnees.objet === "synthese" && donnees.sur === sur;
  });
  const id = contenusNommes(reponse?.donnees).find((c) => c.cle === champ)?.id;
  return (id === undefined ? undefined : textes.get(id)) ?? null;
}

/**
 * The synthesis as its counsellor writes it, or why nothing can be written now; undefined for anyone else (L6313-4).
 * `espace`: whether the person has one to read it in.
 */
export async function lireRedaction(
  maison: Maison,
  auteur: Auteur,
  reference: string,
): Promise<(Redaction & { espace: boolean }) | { refus: Refus } | undefined> {
  return await transaction(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined || !estSonConseiller(dossier, auteur)) return undefined;
    const refus = refusDeRediger(maison, auteur, dossier);
    if (refus !== null) return { refus };
    await noterSaLecture(maison, tx, auteur, dossier, "Synthèse en cours d’écriture");
    const espace = (await lireAcces(tx, dossier.id)).some((a) => a.role === "beneficiaire" && a.fin === null);
    return { ...(await redactionDe(maison, tx, dossier)), espace };
  });
}
