import { NOMS_DES_PAYEURS } from "../../../dossier/options-financement.ts";
import type { Facture } from "../../../law/etat.ts";
import { capitale } from "../../../values/capitale.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { formatMontant } from "../../../values/montant.ts";
import { Block } from "../../ui/layout.tsx";
import { Table } from "../../ui/table.tsx";
import { fr } from "../../ui/typographie.ts";

function pourQui({ payeur }: Facture): string {
  if (payeur === null) return "Non dit";
  return payeur === "fonds_propres" ? "Vous" : fr(capitale(NOMS_DES_PAYEURS[payeur]));
}

/** The invoices of her bilan, with whom each is addressed to: she sees them all, her employer his own alone. */
export function Factures({ factures }: { factures: readonly Facture[] }) {
  if (factures.length === 0) return null;
  return (
    <Block id="factures" titre="Les factures de votre bilan" note={String(factures.length)}>
      <Table
        titre="Les factures de votre bilan"
        titreCache
        cartes
        colonnes={[
          { libelle: "Numéro" },
          { libelle: "Pour qui" },
          { libelle: "Du" },
          { libelle: "Montant", nombre: true },
          { libelle: "Payée" },
        ]}
        lignes={factures.map((f) => [
          f.numero,
          pourQui(f),
          formatJourLong(f.date),
          formatMontant(f.montant),
          f.payeeLe === null ? "Pas encore" : `Le ${formatJourLong(f.payeeLe)}`,
        ])}
      />
    </Block>
  );
}
