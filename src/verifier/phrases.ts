import type { CompteFaits, Rapport } from "../evidence/dossier-controle.ts";
import { accorder } from "../values/accorder.ts";
import { formatJour } from "../values/dates-fr.ts";
import { jour } from "../values/jour.ts";

/** The verdict in two sentences, for the page and for the terminal. */
export function sayVerdict({ verdict, cle }: Rapport): { titre: string; suite: string } {
  switch (verdict) {
    case "intact":
      return {
        titre: "Ce dossier est intact",
        suite: `Pas un octet n’a changé depuis que la clé « ${cle?.nom} » l’a signé, et aucun fait n’y manque.`,
      };
    case "altere":
      return {
        titre: "Ce dossier n’est pas celui qui a été signé",
        suite:
          "Au moins un contrôle a échoué. Ne vous y fiez pas : demandez à l’organisme un nouvel exemplaire.",
      };
    case "illisible":
      return {
        titre: "Ce fichier ne peut pas être vérifié",
        suite: "Choisissez le fichier ZIP que l’organisme vous a remis, sans l’ouvrir ni le recompresser.",
      };
  }
}

/** “12 faits, dont 9 montrés et 3 retenus”. */
export function sayCompte({ total, montres, retenus }: CompteFaits): string {
  const faits = accorder(total, "fait");
  return retenus === 0
    ? `${faits}, tous montrés`
    : `${faits}, dont ${accorder(montres, "montré")} et ${accorder(retenus, "retenu")}`;
}

/** “9f86…d08, jusqu’au 25 novembre 2026 à 14:05 (temps universel)”: the key before, and when it handed over. */
export function sayPassation({ ancienne, le }: Rapport["passations"][number]): string {
  return `${ancienne}, jusqu’au ${formatJour(jour(le.slice(0, 10)))} à ${le.slice(11, 16)} (temps universel)`;
}

/** Said when the expected key is neither a fingerprint nor a vkey. */
export const CLE_MAL_ECRITE =
  "La clé attendue est mal écrite : donnez les 64 chiffres et lettres de son empreinte, ou la clé entière, de la forme nom+identifiant+clé.";
