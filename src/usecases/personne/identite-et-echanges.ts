import type { DonneesTout } from "../../documents/tout/page.ts";
import { MOMENTS, QUESTIONS } from "../../dossier/questionnaire/questions.ts";
import { ecrireDuModele } from "../../mail/modeles/catalogue.ts";
import { lireLecturesDeContenu } from "../../store/acces/lectures-de-contenu.ts";
import type { Tx } from "../../store/connexion.ts";
import { lireChangementsDIdentite } from "../../store/dossier/identites.ts";
import { messagesDuDossier } from "../../store/messages/liste-messages.ts";
import type { Instant } from "../../values/instant.ts";
import { ouvrirBrouillons } from "../brouillons/ouvrir-brouillons.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import type { Identite } from "../dossier/identite.ts";
import { heureDeParis, jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { sDonneesDeMessage } from "../messages/donnees-de-message.ts";

type Parts = Pick<
  DonneesTout,
  "identite" | "corrections" | "messages" | "lecturesDuCentre" | "reponsesEnCours"
>;

/** How each field of an identity is called. */
export const NOMS_DE_L_IDENTITE = {
  prenom: "Prénom",
  nom: "Nom",
  courriel: "Adresse électronique",
  telephone: "Téléphone",
  discretion: "Courriels discrets",
} as const satisfies Record<keyof Identite, string>;

const quand = (instant: string) => ({
  jour: jourDeParis(instant as Instant),
  heure: heureDeParis(instant as Instant),
});

/** What is kept of her outside the facts: who she is, what she was sent, who read her texts, what she is writing. */
export async function identiteEtEchanges(maison: Maison, tx: Tx, dossier: DossierCharge): Promise<Parts> {
  const corrections = await lireChangementsDIdentite(tx, dossier.id);
  const adresses = new Set([dossier.identite.courriel, ...corrections.map((c) => adresseDe(c.avant))]);
  const messages = (await messagesDuDossier(tx, dossier.id)).filter((m) => adresses.has(m.adresse));
  return {
    identite: lignesDIdentite(dossier.identite),
    corrections: corrections.map((c) => ({
      ...quand(c.quand),
      qui: c.nom,
      quoi: lignesDIdentite(c.avant)
        .map((l) => `${l.cle} : ${l.valeur}`)
        .join(", "),
    })),
    messages: messages.map((m) => {
      const lu = sDonneesDeMessage.safeParse(m.donnees);
      const ecrit = lu.success ? ecrireDuModele(m.modele, lu.data.champs, "(adresse du lien)") : null;
      return {
        ...quand(m.envoyeLe ?? m.creeLe),
        parti: m.etat === "envoye",
        sujet: ecrit?.sujet ?? m.modele,
        texte: ecrit?.texte ?? null,
      };
    }),
    lecturesDuCentre: (await lireLecturesDeContenu(tx, dossier.id, null)).map((l) => ({
      ...quand(l.quand),
      qui: l.nom,
      quoi: l.quoi,
    })),
    reponsesEnCours: dossier.etat.destruction === null ? await enCours(maison, tx, dossier) : [],
  };
}

/** What she wrote and has not sent yet. The counsellor's own draft of the synthesis is none of it: it is sent first. */
async function enCours(maison: Maison, tx: Tx, dossier: DossierCharge): Promise<Parts["reponsesEnCours"]> {
  const lues: { nom: string; texte: string }[] = [];
  for (const moment of MOMENTS) {
    const textes = await ouvrirBrouillons(maison, tx, dossier, moment);
    for (const { id, question } of QUESTIONS) {
      const { texte, aPart } = textes.get(id) ?? { texte: "", aPart: null };
      for (const t of [texte, aPart?.texte ?? ""]) if (t !== "") lues.push({ nom: question, texte: t });
    }
  }
  return lues;
}

const adresseDe = (avant: object) => ("courriel" in avant ? String(avant.courriel) : null);

function lignesDIdentite(identite: object): { cle: string; valeur: string }[] {
  return Object.entries(NOMS_DE_L_IDENTITE).flatMap(([champ, cle]) => {
    const valeur = (identite as Readonly<Record<string, unknown>>)[champ];
    if (valeur === undefined) return [];
    const dit = typeof valeur === "boolean" ? (valeur ? "oui" : "non") : (valeur ?? "non renseigné");
    return [{ cle, valeur: String(dit) }];
  });
}
