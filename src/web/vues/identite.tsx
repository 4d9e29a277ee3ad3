import { enSuspens } from "../../dossier/en-suspens.ts";
import { etapeDe } from "../../dossier/etape.ts";
import { joursDesSeances } from "../../law/calcul/calendrier.ts";
import type { Etat, Financeur } from "../../law/etat.ts";
import { manquements } from "../../law/judge.ts";
import type { DossierConsulte } from "../../usecases/dossier/consulter-dossier.ts";
import { nomComplet } from "../../usecases/dossier/identite.ts";
import { estSonConseiller } from "../../usecases/dossier/son-conseiller.ts";
import type { Auteur } from "../../usecases/maison.ts";
import { formatJourCourt } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { IdentityBar } from "../ui/identity-bar.tsx";
import { etatEnUnMot } from "./etat-du-dossier.tsx";

export const NOMS_FINANCEURS: Record<Financeur, string> = {
  cpf: "Compte formation (CPF)",
  employeur: "Employeur",
  opco: "OPCO",
  fonds_propres: "La personne elle-même",
  france_travail: "France Travail",
  faf: "Fonds d’assurance formation",
  region: "Région",
  etat: "État",
  agefiph: "Agefiph",
  transitions_pro: "Transitions Pro",
  conge_reclassement: "Congé de reclassement",
};

function calendrier(etat: Etat): string {
  const suivi = etat.documentsSuivi.at(-1);
  const dates = joursDesSeances(etat);
  const du: Jour | undefined = suivi?.debut ?? dates[0];
  const au: Jour | undefined = suivi?.fin ?? dates.at(-1);
  if (du === undefined || au === undefined) return "à décider";
  return du === au ? `le ${formatJourCourt(du)}` : `${formatJourCourt(du)} au ${formatJourCourt(au)}`;
}

const statut = ({ etat, faits, au, constats, prochain }: DossierConsulte) =>
  etatEnUnMot({
    etape: etapeDe(etat),
    aCorriger: manquements(constats).length,
    enRetard: prochain?.echeance != null && prochain.echeance < au,
    signatures: enSuspens(etat, faits, au).filter((s) => s.genre === "signature").length,
  });

/**
 * The band over every page of a dossier: who, which one, with whom, who pays, when, who reads. `auteur` is the
 * reader: a page that is closed to him has no tab.
 */
export function IdentiteDuDossier({
  dossier,
  courant,
  auteur,
}: {
  dossier: DossierConsulte;
  courant: string;
  auteur: Auteur;
}) {
  const { reference, identite, etat } = dossier;
  const base = `/dossiers/${reference}`;
  const intervenant = etat.seances.at(-1)?.intervenant ?? etat.entretien?.intervenant;
  const conseiller = etat.organisme.intervenants.find((i) => i.id === intervenant)?.nom ?? "à choisir";
  return (
    <IdentityBar
      nom={nomComplet(identite)}
      statut={statut(dossier)}
      faits={[
        { cle: "Dossier", valeur: reference },
        { cle: "Conseiller", valeur: conseiller },
        {
          cle: "Financement",
          valeur: etat.financement?.financeurs.map((f) => NOMS_FINANCEURS[f]).join(", ") ?? "à arrêter",
        },
        { cle: "Calendrier", valeur: calendrier(etat) },
        { cle: "Qui lit le contenu", valeur: `${identite.prenom} et son conseiller`, secret: true },
      ]}
      ariane={{ liens: [{ libelle: "Dossiers", href: "/dossiers" }], ici: reference }}
      onglets={{
        courant,
        liens: [
          { libelle: "Le dossier", href: base },
          { libelle: "Séances", href: `${base}/seances` },
          ...(estSonConseiller(dossier, auteur)
            ? [
                { libelle: "Notes", href: `${base}/notes` },
                { libelle: "Synthèse", href: `${base}/synthese` },
              ]
            : []),
          { libelle: "Papiers", href: `${base}/papiers` },
          { libelle: "Qui a accès", href: `${base}/acces` },
          { libelle: "Contrôle", href: `${base}/controle` },
        ],
      }}
    />
  );
}
