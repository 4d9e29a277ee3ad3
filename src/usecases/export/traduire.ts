import type { Trousseau } from "../../vault/trousseau.ts";

const ATTENDAIT =
  "Ce message attendait quand l’organisme a été exporté. L’autre installation l’a peut-être envoyé : renvoyez-le si elle ne l’a pas fait.";

/**
 * Rows that mean something else in another installation. What was destroyed or emptied names a line of this register, or
 * waits under this keyring's outer key; a message that waited may have left from the other installation, and leaves from
 * here only when a person says so.
 */
export function traduireLigne(trousseau: Trousseau): (table: string, ligne: string) => string {
  const registre = new Map(trousseau.registre().lignes.map((l) => [`${l.dossier}/${l.rang}`, l.n]));
  const externe = trousseau.externesDe("contenu").at(-1);
  const ligneDe = (d: Record<string, unknown>) => registre.get(`${d.dossier_id}/${d.n}`) ?? null;
  const TRADUCTIONS: Readonly<Record<string, (ligne: Record<string, unknown>) => object>> = {
    destruction: (d) =>
      d.effective_le === null ? { ...d, cle_externe: externe } : { ...d, ligne: ligneDe(d) },
    effacement: (e) => ({ ...e, ligne: ligneDe(e) }),
    message_sortie: (m) =>
      m.etat === "a_envoyer" || m.etat === "en_cours" ? { ...m, etat: "doute", erreur: ATTENDAIT } : m,
  };
  return (table, ligne) => {
    const traduction = TRADUCTIONS[table];
    return traduction === undefined ? ligne : JSON.stringify(traduction(JSON.parse(ligne)));
  };
}
