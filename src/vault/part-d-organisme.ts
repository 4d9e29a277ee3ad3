import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { enJson } from "../values/en-json.ts";
import { ErreurTrousseau } from "./erreur-trousseau.ts";
import { type ContenuTrousseau, estUnTrousseau, type FichierTenu } from "./fichier-trousseau.ts";

/** What a keyring keeps of one organisation alone: whatever it holds by the id of an organisation. */
export interface PartsDOrganismes {
  /** What signs for that organisation, as `recevoirPart` takes it in another keyring. Secret. */
  emporterPart(organismeId: string): string;
  /**
   * Takes it over; the same again changes nothing. Throws `ErreurTrousseau` when this keyring serves anybody else, or signs
   * for that organisation with another key.
   */
  recevoirPart(organismeId: string, part: string): Promise<void>;
}

const sPart = z.record(z.string(), z.unknown());

/** The parts of the organisations in this keyring, as its file holds them now. */
export function partsDOrganismes({ present, changer }: FichierTenu): PartsDOrganismes {
  const partDe = (organismeId: string) =>
    Object.fromEntries(
      rangesParOrganisme(present()).flatMap(([nom, valeurs]) =>
        organismeId in valeurs ? [[nom, valeurs[organismeId]]] : [],
      ),
    );
  return {
    emporterPart: (organismeId) => JSON.stringify(partDe(organismeId)),
    recevoirPart: async (organismeId, part) => {
      const recue = sPart.parse(enJson(part));
      const autres = Object.keys(present().signatures).filter((id) => id !== organismeId);
      if (autres.length > 0) {
        throw new ErreurTrousseau(
          "Ce trousseau sert déjà un autre organisme : rien n’a été modifié. Un organisme s’importe avec un trousseau neuf, donné par PROBANT_KEYRING.",
        );
      }
      const sienne = partDe(organismeId);
      if (isDeepStrictEqual(sienne, recue)) return;
      if (Object.keys(sienne).length > 0) {
        throw new ErreurTrousseau(
          "Ce trousseau a déjà d’autres clés pour cet organisme : rien n’a été modifié.",
        );
      }
      await changer((c) => {
        const avec = { ...c, ...ajoutees(c, organismeId, recue) };
        // Closed by somebody else for the same recipient, a part may hold anything.
        if (estUnTrousseau(avec)) return avec;
        throw new ErreurTrousseau(
          "Les clés que ce fichier apporte ne se lisent pas : rien n’a été modifié. Demandez-en un autre.",
        );
      });
    },
  };
}

function rangesParOrganisme(c: ContenuTrousseau): [string, Record<string, unknown>][] {
  return Object.entries(c).flatMap(([nom, valeurs]) =>
    nom !== "registre" && typeof valeurs === "object" && !Array.isArray(valeurs)
      ? [[nom, valeurs as Record<string, unknown>]]
      : [],
  );
}

/** A part that this keyring has no place for comes from a later version, which the file's own number says first. */
function ajoutees(c: ContenuTrousseau, organismeId: string, part: Record<string, unknown>) {
  return Object.fromEntries(
    rangesParOrganisme(c).flatMap(([nom, valeurs]) =>
      nom in part ? [[nom, { ...valeurs, [organismeId]: part[nom] }]] : [],
    ),
  ) as Partial<ContenuTrousseau>;
}
