import { randomUUID } from "node:crypto";
import { nouveauJeton } from "../../src/auth/liens.ts";
import { transaction } from "../../src/store/connexion.ts";
import { ecrireHorodatage } from "../../src/store/journal/horodatages.ts";
import { douterDesAbandonnes, prendreMessage } from "../../src/store/messages/outbox.ts";
import { ecrireInvitation } from "../../src/store/organisme/membres.ts";
import { envoyerDocument } from "../../src/usecases/communication/envoyer-document.ts";
import { ouvrirCommunication } from "../../src/usecases/communication/lire-document.ts";
import { lancerPreparation } from "../../src/usecases/controle/preparations.ts";
import { montrerCodeDeSeance } from "../../src/usecases/emargement/montrer-code.ts";
import { verserFeuille } from "../../src/usecases/emargement/verser-feuille.ts";
import { inviterMembre } from "../../src/usecases/membres/inviter-membre.ts";
import { preparerTout } from "../../src/usecases/personne/preparer-tout.ts";
import { joindreFichier } from "../../src/usecases/resultats/joindre-fichier.ts";
import { lienEnvoye } from "../harness/lien-envoye.ts";
import type { DossierDuMonde, Scene } from "./monde.ts";
import { formulaires } from "./recolte.ts";
import type { Visiteur } from "./visiteur.ts";

/** One grey point, as PNG: a logo, and a sheet that somebody photographed. */
export const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

/** An address that somebody was given otherwise than by a page. */
export interface Depart {
  qui: Visiteur;
  chemin: string;
}

interface Champ {
  scene: Scene;
  conseiller: Visiteur;
  gestion: Visiteur;
  personne: Visiteur;
  employeur: Visiteur;
  /** A dossier with two sessions held that wait for their signatures, and a finished one. */
  enCours: DossierDuMonde;
  certifie: DossierDuMonde;
}

/** What no story tells: a sheet signed by hand, a file of results, control files, a person's own file, a stamp, somebody invited, a signature and its receipt. */
export async function semer({
  scene: { maison, comptes, imprimer },
  conseiller,
  gestion,
  personne,
  employeur,
  enCours,
  certifie,
}: Champ): Promise<Depart[]> {
  const auteur = conseiller.auteur!;
  const versee = await verserFeuille(maison, auteur, {
    reference: enCours.reference,
    seances: ["s2"],
    octets: Buffer.from(PIXEL, "base64"),
    cle: randomUUID(),
  });
  if (versee.issue !== "fait") throw new Error(`the sheet answered ${JSON.stringify(versee)}`);
  const joint = await joindreFichier(maison, auteur, {
    reference: enCours.reference,
    intitule: "Questionnaire d’intérêts",
    octets: Buffer.from(PIXEL, "base64"),
    cle: randomUUID(),
  });
  if (joint.issue !== "fait") throw new Error(`the file of results answered ${JSON.stringify(joint)}`);
  const rater = (erreur: Error) => {
    throw erreur;
  };
  for (const { reference } of [enCours, certifie]) {
    await (await lancerPreparation({ maison, auteur, imprimer }, { reference }, rater)).finie;
  }
  const tout = await preparerTout({ maison, auteur: personne.auteur!, imprimer }, enCours.reference, rater);
  await tout.finie;
  await horodater(maison, auteur.organismeId);
  const invite = await inviterMembre(
    maison,
    comptes,
    { ...gestion.auteur!, nom: gestion.nom },
    {
      nom: gestion.nom,
      courriel: `${randomUUID()}@exemple.invalid`,
      role: "assistant",
      gere: false,
      intervenant: null,
      cle: randomUUID(),
    },
  );
  if (invite.issue !== "fait") throw new Error(`the invitation answered ${JSON.stringify(invite)}`);
  const recus = [
    { qui: personne, chemin: await signer(personne, "/mon-bilan", enCours.personne) },
    { qui: personne, chemin: `/mon-bilan/tout/archive/${tout.id}` },
    { qui: employeur, chemin: await signer(employeur, "/employeur", employeur.nom) },
  ];
  // A message that perhaps left: it can be sent again.
  await transaction(maison.base, auteur.organismeId, async (tx) => {
    await prendreMessage(tx, maison.horloge());
    await douterDesAbandonnes(tx, "2027-01-01T00:00:00.000Z", "coupure");
  });
  return recus;
}

async function horodater(maison: Scene["maison"], organismeId: string): Promise<void> {
  await transaction(maison.base, organismeId, async (tx) => {
    const { taille } = await tx.db
      .selectFrom("journal_checkpoint")
      .select((eb) => eb.fn.max("taille").as("taille"))
      .executeTakeFirstOrThrow();
    const horodatage = {
      taille: Number(taille),
      jeton: Buffer.from("300000", "hex"),
      autorite: "Autorité fictive",
      politique: "1.2.3.4.1",
      numero: "1",
      horodateLe: maison.horloge(),
    };
    await ecrireHorodatage(tx, horodatage, maison.horloge());
  });
}

/** The first thing that waits for somebody besides a session, signed as he would; gives where he is led. */
async function signer(personne: Visiteur, chezElle: string, nomComplet: string): Promise<string> {
  const accueil = (await personne.lire(chezElle)).texte;
  const chemins = [...accueil.matchAll(/href="(\/[a-z-]+\/signer\/[^"]+)"/g)].map((m) => m[1]!);
  const chemin = chemins.find((c) => !c.includes("/seance/"));
  if (chemin === undefined) throw new Error(`nothing waits for a signature at ${chezElle}`);
  const formulaire = formulaires((await personne.lire(chemin)).texte, chemin).find(
    (f) => f.action === chemin,
  );
  const remplis = (formulaire?.champs ?? []).filter(([nom]) => nom !== "nom" && nom !== "atteste");
  const reponse = await personne.envoyer(chemin, [...remplis, ["nom", nomComplet], ["atteste", "oui"]]);
  if (reponse.statut !== 303) throw new Error(`the signature at ${chemin} answered ${reponse.statut}`);
  return reponse.entetes.get("location") ?? "";
}

/** A living secret for each kind of address that only its holder knows, by the first word of the address. */
export function fabriqueDeSecrets(
  { maison, comptes }: Scene,
  qui: {
    conseiller: Visiteur;
    enCours: DossierDuMonde;
    /** Reference of the dossier whose person agreed to show her synthesis. */
    communique: string;
  },
): Record<string, () => Promise<string>> {
  const auteur = qui.conseiller.auteur!;
  const { organismeId } = auteur;
  const compte = () =>
    comptes.trouverOuCreer({ nom: "Alix Fictif", courriel: `${randomUUID()}@exemple.invalid` });
  return {
    lien: async () => await comptes.creerLien({ usage: "connexion", utilisateurId: await compte() }),
    invitation: async () => {
      const { jeton, empreinte } = nouveauJeton();
      const utilisateurId = await compte();
      await transaction(maison.base, organismeId, (tx) =>
        ecrireInvitation(tx, {
          utilisateurId,
          nom: "Alix Fictif",
          empreinte,
          role: "assistant",
          gere: false,
          intervenant: "",
        }),
      );
      return jeton;
    },
    communique: async () => {
      const courriel = `${randomUUID()}@exemple.invalid`;
      const envoye = await envoyerDocument(
        maison,
        { ...auteur, nom: qui.conseiller.nom },
        {
          reference: qui.communique,
          accord: "synthese.cep",
          nom: "Sacha Inventé",
          courriel,
          jours: 14,
          cle: randomUUID(),
        },
      );
      if (envoye.issue !== "fait") throw new Error(`the document answered ${JSON.stringify(envoye)}`);
      const chemin = await lienEnvoye({ maison, organismeId }, "document-communique", courriel);
      const jeton = chemin?.split("/").at(-1) ?? "";
      await ouvrirCommunication(maison, jeton);
      return jeton;
    },
    emarger: async () => {
      const { reference } = qui.enCours;
      const code = await montrerCodeDeSeance(maison, auteur, { reference, seance: "s1", appareil: "x" });
      if (code === null) throw new Error("no session waits for a signature any more");
      return code.jeton;
    },
  };
}
