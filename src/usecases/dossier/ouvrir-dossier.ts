import type { Brut, Refus } from "../../dossier/acte.ts";
import { noterDemande } from "../../dossier/actes/noter-demande.ts";
import { decider } from "../../dossier/decider.ts";
import { etatInitial } from "../../dossier/initial.ts";
import type { Beneficiaire } from "../../law/etat.ts";
import { ecrireCles } from "../../store/dossier/cles.ts";
import { creerDossier, prochaineReference } from "../../store/dossier/dossiers.ts";
import { retenirLesClesExternes } from "../../store/dossier/enveloppes.ts";
import { TETE_VIDE } from "../../store/journal/journal.ts";
import { anneeDe } from "../../values/jour.ts";
import { creerCles } from "../../vault/cles-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { chargerOrganisme, type DossierCharge } from "./charger-dossier.ts";
import { ecrireFaits } from "./ecrire-faits.ts";
import type { Identite } from "./identite.ts";
import { resumeDuDossier } from "./resume-du-dossier.ts";

export type Ouverture = { issue: "ouvert"; reference: string } | { issue: "refus"; refus: Refus[] };

/**
 * Opens a dossier on a first call: identity, two keys, a reference, and the demande as its first fact. `site` is one of
 * those that its author may choose.
 */
export async function ouvrirDossier(
  maison: Maison,
  auteur: Auteur,
  {
    identite,
    beneficiaire,
    brut,
    cle,
    site = null,
  }: { identite: Identite; beneficiaire: Beneficiaire; brut: Brut; cle: string; site?: string | null },
): Promise<Ouverture> {
  return await uneSeuleFois<Ouverture>(maison, auteur, [cle, "ouvrirDossier"], async (tx) => {
    const au = jourDeParis(maison.horloge());
    const initial = etatInitial(await chargerOrganisme(tx), beneficiaire);
    const decision = decider(noterDemande, { initial, faits: [] }, brut, {
      au,
      role: auteur.role,
      intervenant: auteur.intervenant,
    });
    if ("refus" in decision) return abandonner({ issue: "refus", refus: decision.refus } satisfies Ouverture);
    const id = maison.nouvelId();
    const reference = await prochaineReference(tx, anneeDe(au));
    const resume = resumeDuDossier(initial, identite, [], auteur.intervenant, au);
    await creerDossier(tx, { id, reference, resume, site });
    await retenirLesClesExternes(tx);
    await ecrireCles(tx, id, await creerCles(maison.trousseau, auteur.organismeId, id));
    const dossier: DossierCharge = {
      id,
      reference,
      identite,
      initial,
      faits: [],
      etat: initial,
      tete: TETE_VIDE,
    };
    await ecrireFaits(maison, tx, auteur, dossier, decision.faits);
    return { issue: "ouvert", reference };
  });
}
