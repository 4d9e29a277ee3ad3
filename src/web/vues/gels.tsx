import type { Role } from "../../dossier/acte.ts";
import { gelTient } from "../../dossier/gels.ts";
import { nomDuMotifDeGel } from "../../dossier/options-gel.ts";
import type { Gel } from "../../law/etat.ts";
import type { DossierConsulte } from "../../usecases/dossier/consulter-dossier.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { Block } from "../ui/layout.tsx";
import { Table } from "../ui/table.tsx";
import { fr } from "../ui/typographie.ts";
import { lienVersActe } from "./liens.ts";

/** How a hold stands, or the way to lift that one and no other. */
function EtatDuGel({ dossier, role, gel }: { dossier: DossierConsulte; role: Role; gel: Gel }) {
  if (gel.leveLe !== null) return `Levé le ${formatJour(gel.leveLe)}`;
  if (!gelTient(gel, dossier.au)) return "Terminé";
  const [lien] = lienVersActe(dossier, role, "leverGel", { sur: gel.fait, libelle: "Lever" });
  return lien === undefined ? (
    "En cours"
  ) : (
    <a href={lien.href}>
      {lien.libelle}
      <span class="visually-hidden">
        {fr(` ce gel : ${nomDuMotifDeGel(gel.motif)}, du ${formatJour(gel.date)}`)}
      </span>
    </a>
  );
}

/** The holds on the proofs of a dossier: why, since when, by whom, until when; nothing where there was none. */
export function GelsDuDossier({
  dossier,
  role,
  auteurs,
}: {
  dossier: DossierConsulte;
  role: Role;
  /** Name by fact. */
  auteurs: ReadonlyMap<string, string>;
}) {
  if (dossier.etat.gels.length === 0) return null;
  return (
    <Block id="gels" titre="Gels des preuves">
      <Table
        titre="Gels des preuves"
        titreCache
        cartes
        colonnes={[
          { libelle: "Pourquoi" },
          { libelle: "Depuis" },
          { libelle: "Par" },
          { libelle: "Jusqu’au, au plus tard" },
          { libelle: "Où il en est", sansEtiquette: true },
        ]}
        lignes={dossier.etat.gels.map((g) => [
          nomDuMotifDeGel(g.motif),
          formatJour(g.date),
          auteurs.get(g.fait) ?? "Une personne qui n’est plus dans l’organisme",
          formatJour(g.jusquAu),
          <EtatDuGel dossier={dossier} role={role} gel={g} />,
        ])}
      />
    </Block>
  );
}
