import { destructionDue } from "../../dossier/actes/detruire-contenus.ts";
import {
  documentDuContenu,
  libelleDuContenu,
  SCELLES_A_COTE,
  type ScelleACote,
  TEXTES_SCELLES,
} from "../../dossier/classement.ts";
import { apresFaits } from "../../dossier/decider.ts";
import { documentsQuiRestent } from "../../dossier/destructions.ts";
import { finsDuDossier } from "../../dossier/durees/fins.ts";
import { prevoir } from "../../dossier/durees/prevoir.ts";
import { AUCUN_CHOIX } from "../../dossier/durees/table.ts";
import type { FaitNouveau } from "../../dossier/fait.ts";
import { conservationRetiree } from "../../dossier/faits/fin.ts";
import { type FinDesPreuves, finDesPreuves } from "../../law/calcul/conservation.ts";
import type { Etat } from "../../law/etat.ts";
import { lireAcces } from "../../store/acces/acces.ts";
import { type Tx, transactionDeLecture } from "../../store/connexion.ts";
import { compterScelles, type ScelleCompte } from "../../store/dossier/compter-scelles.ts";
import { derniereCopie } from "../../store/dossier/copies-prises.ts";
import type { Instant } from "../../values/instant.ts";
import type { Jour } from "../../values/jour.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { annoncesDuDossier } from "../durees/annonces-et-choix.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { encoreGarde, loiDeLaDestruction } from "../papiers/destruction.ts";

export interface Part {
  libelle: string;
  nombre: number;
}

/** What a destruction would take and leave, said before it is asked for. */
export interface Consequences {
  part: Part[];
  reste: Part[];
  /** What agreements keep once it is done, and under which of the law's two cases. */
  gardes: ReturnType<typeof encoreGarde>;
  preuves: FinDesPreuves;
  loi: ReturnType<typeof loiDeLaDestruction>;
  /** Day on which the application does it, when nobody did before; null while it was not announced. */
  sansVousLe: Jour | null;
  /** Her own copy: whether a mail can take her to it, and the last day she took one. */
  saCopie: { espaceOuvert: boolean; priseLe: Jour | null };
}

/** The fact that each act which destroys would write. */
const FAITS: Readonly<Record<string, (etat: Etat, au: Jour) => FaitNouveau>> = {
  detruireContenus: (etat, au) => destructionDue(etat, au, 0),
  retirerConservation: (_, au) => conservationRetiree.nouveau(au, {}),
};

const RANGS = Object.keys(TEXTES_SCELLES);
const rang = (nature: string) => RANGS.indexOf(nature) + 1 || RANGS.length + 1;

function enParts(scelles: readonly ScelleCompte[]): Part[] {
  const libelle = (s: ScelleCompte) =>
    s.table === "contenu" ? libelleDuContenu(s.nature) : SCELLES_A_COTE[s.table satisfies ScelleACote];
  const parLibelle = Map.groupBy(
    scelles.toSorted((a, b) => rang(a.nature) - rang(b.nature)),
    libelle,
  );
  return [...parLibelle].map(([nom, s]) => ({
    libelle: nom,
    nombre: s.reduce((total, { nombre }) => total + nombre, 0),
  }));
}

async function jourAnnonce(tx: Tx, { id, etat, faits }: DossierCharge, au: Jour): Promise<Jour | null> {
  const prevus = prevoir(finsDuDossier(etat, faits, AUCUN_CHOIX), await annoncesDuDossier(tx, id), au);
  const premier = prevus.find((e) => e.classe === "contenus" || e.classe === "contenus_gardes");
  return premier?.parLaMachine === true && premier.annonceeLe !== null ? premier.le : null;
}

/** Reads what this act would destroy in a dossier, opening nothing; undefined for an unknown dossier or another act. */
export async function lireConsequences(
  maison: Maison,
  auteur: Auteur,
  reference: string,
  acte: string,
): Promise<Consequences | undefined> {
  return await transactionDeLecture(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    const fait = FAITS[acte];
    if (dossier === undefined || fait === undefined) return undefined;
    const au = jourDeParis(maison.horloge());
    const apres = apresFaits(dossier.initial, dossier.faits, [fait(dossier.etat, au)], au);
    const restent = documentsQuiRestent(apres);
    const scelles = await compterScelles(tx, dossier.id, reference);
    const reste = (s: ScelleCompte) => s.table === "contenu" && restent.has(documentDuContenu(s.nature));
    const prise = await derniereCopie(tx, dossier.id);
    return {
      part: enParts(scelles.filter((s) => !reste(s))),
      reste: enParts(scelles.filter(reste)),
      gardes: encoreGarde(apres),
      preuves: finDesPreuves(dossier.etat),
      loi: loiDeLaDestruction(dossier.etat),
      sansVousLe: await jourAnnonce(tx, dossier, au),
      saCopie: {
        espaceOuvert: (await lireAcces(tx, dossier.id)).some(
          (a) => a.role === "beneficiaire" && a.fin === null,
        ),
        priseLe: prise === undefined ? null : jourDeParis(prise.quand as Instant),
      },
    };
  });
}
