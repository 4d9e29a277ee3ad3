import type { Logo } from "../../documents/moteur/document-imprimable.ts";
import type { Cadre, Organisme as OrganismeDuPapier } from "../../documents/papier.ts";
import type { Organisme } from "../../law/etat.ts";
import { couleurPortee } from "../../values/couleur-organisme.ts";
import { formatDeclaration } from "../../values/declaration-activite.ts";
import type { Jour } from "../../values/jour.ts";
import { parseSiret } from "../../values/siret.ts";
import { formatTelephone } from "../../values/telephone.ts";
import type { Matiere } from "./papier.ts";

/** The organisation as its papers name it. What it did not tell is left out, never guessed. */
export function organismeDuPapier(o: Organisme): OrganismeDuPapier {
  return {
    nom: o.raisonSociale,
    adresse: lignes(o.adresse),
    siret: parseSiret(o.siret),
    declaration:
      o.nda === null || o.regionPrefet === null
        ? null
        : { numero: formatDeclaration(o.nda), region: o.regionPrefet },
    telephone: o.telephone === null ? null : formatTelephone(o.telephone),
    courriel: o.courriel,
    logo: logo(o.logo),
    couleur: couleurPortee(o.couleur),
  };
}

function logo(l: Organisme["logo"]): Logo | null {
  if (l === null) return null;
  return {
    format: l.format,
    octets: new Uint8Array(Buffer.from(l.base64, "base64")),
    alternative: l.alternative,
  };
}

/** The lines of a text that a person typed as an address. */
export function lignes(texte: string | null): string[] {
  return (texte ?? "")
    .split("\n")
    .map((l) => l.trim())
    .filter((l) => l !== "");
}

/** What every paper of this dossier carries; `etabliLe` is the day of the fact that it states. */
export function cadreDe({ dossier, temoin }: Matiere, etabliLe: Jour): Cadre {
  return {
    organisme: organismeDuPapier(dossier.initial.organisme),
    reference: dossier.reference,
    etabliLe,
    temoin,
  };
}
