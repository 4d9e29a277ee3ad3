import type { Child } from "hono/jsx";
import { optionsDestinataires, optionsDocuments } from "../../dossier/options-fin.ts";
import type { LienVu } from "../../usecases/communication/documents-envoyes.ts";
import { jourDeParis } from "../../usecases/heure-de-paris.ts";
import { formatJourCourt } from "../../values/dates-fr.ts";
import type { Instant } from "../../values/instant.ts";
import { Table } from "../ui/table.tsx";

const libelle = (options: readonly { valeur: string; libelle: string }[], valeur: string) =>
  options.find((o) => o.valeur === valeur)?.libelle ?? valeur;
const leJour = (instant: string) => formatJourCourt(jourDeParis(instant as Instant));

/** « Jusqu'au 8 déc. », « Arrêté » : whether a link still shows something. */
function etat(l: LienVu): string {
  return l.vivant ? `Marche jusqu’au ${leJour(l.expireLe)}` : "Arrêté";
}

/** The links to her documents that were sent: to whom, until when, opened or not. `geste` ends a row, when given. */
export function DocumentsEnvoyes({
  liens,
  geste,
}: {
  liens: readonly LienVu[];
  geste?: (lien: LienVu) => Child;
}) {
  return (
    <Table
      titre="Les documents montrés"
      titreCache
      cartes
      colonnes={[
        { libelle: "Document" },
        { libelle: "À qui" },
        { libelle: "Le lien" },
        { libelle: "Ouvert" },
        ...(geste === undefined ? [] : [{ libelle: "Arrêter", sansEtiquette: true }]),
      ]}
      lignes={liens.map((l) => [
        libelle(optionsDocuments, l.document),
        `${l.nom}, ${l.courriel} (${libelle(optionsDestinataires, l.destinataire)})`,
        etat(l),
        l.ouvertLe === null ? "Pas encore" : `Le ${leJour(l.ouvertLe)}`,
        ...(geste === undefined ? [] : [geste(l)]),
      ])}
    />
  );
}
