import { formatBase64 } from "../../evidence/base64.ts";
import { engagementDuContenu, engagementDuFait, selDuContenu, selDuFait } from "../../evidence/engagement.ts";
import { texteDuFait } from "../../evidence/texte-fait.ts";
import type { DossierEntier } from "../../store/dossier/ecrire-en-nombre.ts";
import type { FaitAEcrire } from "../../store/journal/journal.ts";
import { creerCles, ouvrirCle } from "../../vault/cles-dossier.ts";
import { sceller } from "../../vault/contenu.ts";
import { nomComplet } from "../dossier/identite.ts";
import type { Maison } from "../maison.ts";
import { transformer } from "./decaler.ts";
import type { Modele } from "./modele.ts";
import type { Variante } from "./variante.ts";

/** Who the copy is about, and the names of its things. */
export interface Copie {
  prenom: string;
  nom: string;
  /** What tells its papers from those of others: ends the number of its invoice. */
  numero: number;
  /** The id of its k-th thing; 0 is the dossier itself. */
  id: (k: number) => string;
}

/**
 * One dossier like the model: other person, ids and numbers, keys of its own, contents sealed under them, every fact
 * committed to under its own proof key. What happened when is the variant's.
 */
export async function copier(
  maison: Maison,
  organismeId: string,
  modele: Modele,
  variante: Variante,
  copie: Copie,
): Promise<DossierEntier> {
  const { trousseau, hasher } = maison;
  const dossierId = copie.id(0);
  const cles = await creerCles(trousseau, organismeId, dossierId);
  const [cleContenu, clePreuve] = (await Promise.all(
    cles.map((c) => ouvrirCle(trousseau, organismeId, dossierId, c)),
  )) as [Buffer, Buffer];
  const identite = { ...modele.identite, prenom: copie.prenom, nom: copie.nom };
  const remplacements = new Map([
    [modele.identite.prenom, copie.prenom],
    [nomComplet(modele.identite), nomComplet(identite)],
  ]);
  variante.faits.forEach((f, i) => {
    remplacements.set(f.id, copie.id(i + 1));
  });
  const contenus = modele.contenus.map((c, i) => {
    const id = copie.id(variante.faits.length + i + 1);
    const lieu = { organismeId, dossierId, contenuId: id, version: c.version };
    const sel = selDuContenu(hasher, cleContenu, dossierId, id);
    const engagement = engagementDuContenu(hasher, sel, c.clair);
    remplacements.set(c.id, id);
    remplacements.set(c.engagement, formatBase64(engagement));
    return {
      id,
      version: c.version,
      nature: c.nature,
      scelle: sceller(cleContenu, lieu, c.clair),
      engagement,
    };
  });
  const adapter = (texte: string, cle: string) =>
    cle === "numero" ? `${texte}-${copie.numero}` : (remplacements.get(texte) ?? texte);
  const faits = variante.faits.map((f, i): FaitAEcrire => {
    const fait = transformer(f, adapter) as typeof f;
    const texte = texteDuFait(dossierId, i + 1, fait);
    const sel = selDuFait(hasher, clePreuve, dossierId, i + 1);
    const { id, type, date } = fait;
    return { id, type, jour: date, texte, engagement: engagementDuFait(hasher, sel, texte) };
  });
  return {
    id: dossierId,
    annee: variante.annee,
    resume: {
      ...variante.resume,
      beneficiaire: { ...variante.resume.beneficiaire, ...identite },
      nomAffiche: nomComplet(identite),
    },
    cles,
    faits,
    contenus,
    seances: variante.seances,
  };
}
