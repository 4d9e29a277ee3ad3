import { accorder } from "../../values/accorder.ts";
import { formatBase64 } from "../base64.ts";
import { hex, sameBytes, utf8 } from "../bytes.ts";
import { type Checkpoint, openCheckpoint } from "../checkpoint.ts";
import type { Hasher } from "../hasher.ts";
import { leafHash, rootOf, verifyInclusion } from "../merkle.ts";
import { PreuveInvalide } from "../preuve-invalide.ts";
import { parseTete } from "../tete-dossier.ts";
import { empreintesNommees, parseTexteDuFait } from "../texte-fait.ts";
import { type PreuveJournal, parseTlogProof } from "../tlog-proof.ts";
import type { Carnet } from "./carnet.ts";
import type { CleDuDossier } from "./cle-du-dossier.ts";
import { FAITS, isPiece, JOURNAL, TETE } from "./entrees.ts";
import { engagementOf, type FaitControle, parseFaits } from "./faits.ts";
import { readTexte } from "./fichiers.ts";
import type { Manifeste } from "./manifeste.ts";
import { checkPassations } from "./passations.ts";

type Fichiers = ReadonlyMap<string, Uint8Array>;

/** Checks what the organisation itself could not change afterwards: the facts, the dossier's head, its place in the log. */
export function checkPreuves(
  h: Hasher,
  fichiers: Fichiers,
  manifeste: Manifeste,
  { cle, passations }: CleDuDossier,
  carnet: Carnet,
): void {
  const { total, retenus } = manifeste.faits;
  const faits = carnet.check("faits", sayFaits(total, retenus), () =>
    readFaits(h, fichiers, manifeste, carnet),
  );
  if (faits !== null) {
    carnet.check(
      "tete",
      "Les faits, dans cet ordre, sont tous ceux du dossier : aucun n’a été ôté ni changé.",
      () => checkTete(h, readTexte(fichiers, TETE), faits, manifeste.dossierId),
    );
  }
  const preuve = carnet.check("inscription", "La preuve d’inscription au journal est lisible.", () =>
    parseTlogProof(readTexte(fichiers, JOURNAL)),
  );
  if (preuve === null) return;
  const checkpoint = carnet.check("checkpoint", "La tête du journal est signée par la même clé.", () =>
    openCheckpoint(h, preuve.checkpoint, cle),
  );
  if (checkpoint === null) return;
  carnet.checkpoint = { ...checkpoint, racine: formatBase64(checkpoint.racine) };
  carnet.check("inscription", sayInscription(preuve, checkpoint), () => {
    const feuille = leafHash(h, utf8(readTexte(fichiers, TETE)));
    if (!verifyInclusion(h, preuve.index, checkpoint.taille, feuille, preuve.chemin, checkpoint.racine))
      throw new PreuveInvalide("L’état du dossier n’est pas inscrit au journal à la place indiquée.");
  });
  checkPassations(h, fichiers, passations, { texte: preuve.checkpoint, checkpoint }, carnet);
}

function readFaits(
  h: Hasher,
  fichiers: Fichiers,
  { dossierId, faits: compte }: Manifeste,
  carnet: Carnet,
): FaitControle[] {
  const faits = parseFaits(readTexte(fichiers, FAITS));
  const montres = faits.filter((fait) => "texte" in fait);
  if (faits.length !== compte.total || montres.length !== compte.montres)
    throw new PreuveInvalide("Le nombre de faits n’est pas celui que le manifeste annonce.");
  const nommees = new Set(
    montres.flatMap((fait) => empreintesNommees(parseTexteDuFait(fait.texte, dossierId, fait.n))),
  );
  noteUnvouched(h, fichiers, nommees, carnet);
  return faits;
}

function noteUnvouched(h: Hasher, fichiers: Fichiers, nommees: ReadonlySet<string>, carnet: Carnet): void {
  for (const [nom, contenu] of fichiers) {
    if (isPiece(nom) && !nommees.has(hex(h.sha256(contenu))))
      carnet.remarques.push(
        `Aucun fait montré ne nomme la pièce « ${nom} » : elle est signée par l’organisme, mais rien ne dit depuis quand elle existe.`,
      );
  }
}

function checkTete(h: Hasher, texte: string, faits: readonly FaitControle[], dossierId: string): void {
  const tete = parseTete(texte);
  if (tete.dossierId !== dossierId) throw new PreuveInvalide("La tête est celle d’un autre dossier.");
  if (tete.taille !== faits.length)
    throw new PreuveInvalide(
      `Le dossier compte ${accorder(tete.taille, "fait")}, le fichier en contient ${faits.length}.`,
    );
  const racine = rootOf(
    h,
    faits.map((fait) => engagementOf(h, fait)),
  );
  if (!sameBytes(racine, tete.racine))
    throw new PreuveInvalide(
      "Les faits ne sont pas ceux du dossier : au moins un a été changé, déplacé ou remplacé.",
    );
}

function sayFaits(total: number, retenus: number): string {
  const faits = `Le dossier compte ${accorder(total, "fait")}`;
  if (retenus === 0) return `${faits}, tous montrés.`;
  return `${faits} : ${accorder(total - retenus, "montré")}, ${accorder(retenus, "retenu")}.`;
}

function sayInscription({ index }: PreuveJournal, { taille }: Checkpoint): string {
  return `L’état du dossier est inscrit au journal de l’organisme, à la place ${index + 1} sur ${taille}.`;
}
