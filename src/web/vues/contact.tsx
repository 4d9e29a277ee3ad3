import type { Etat } from "../../law/etat.ts";
import { formatTelephone } from "../../values/telephone.ts";
import { Block } from "../ui/layout.tsx";

/** Whom to ask: her counsellor by name, and how the organisation is reached. */
export function Contact({ etat }: { etat: Etat }) {
  const id = etat.seances.findLast((s) => s.statut !== "annulee")?.intervenant ?? etat.entretien?.intervenant;
  const { raisonSociale, intervenants, telephone, courriel } = etat.organisme;
  const nom = intervenants.find((i) => i.id === id)?.nom;
  return (
    <Block id="question" titre="Une question ?">
      <p class="mt-2">
        {nom === undefined ? raisonSociale : `${nom}, ${raisonSociale}`}
        {telephone === null ? null : (
          <>
            <br />
            <a href={`tel:${telephone.replace(/[^+\d]/g, "")}`}>{formatTelephone(telephone)}</a>
          </>
        )}
        {courriel === null ? null : (
          <>
            <br />
            <a href={`mailto:${courriel}`}>{courriel}</a>
          </>
        )}
      </p>
    </Block>
  );
}
