import type { DocumentImprimable } from "../../documents/moteur/document-imprimable.ts";
import { type DonneesTout, pageTout } from "../../documents/tout/page.ts";
import { definitionDe } from "../../dossier/catalogue.ts";
import { contenusNommes, nomDuContenu } from "../../dossier/contenus-nommes.ts";
import { faitsEffectifs } from "../../dossier/evolve.ts";
import { desaccordExprime, signatureApposee } from "../../dossier/faits/signature.ts";
import { hex, utf8 } from "../../evidence/bytes.ts";
import type { EntreeZip } from "../../evidence/entree-zip.ts";
import { ecrireZip } from "../../evidence/zip-canonique.ts";
import { lireLecturesDeTiers } from "../../store/acces/lectures-de-tiers.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import { lireFaits } from "../../store/dossier/faits.ts";
import { lirePiece, listerPieces } from "../../store/dossier/pieces.ts";
import type { Instant } from "../../values/instant.ts";
import { LECTEURS } from "../acces/lectures-de-tiers.ts";
import { ouvrirContenus } from "../contenus/contenus-ouverts.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { nomComplet } from "../dossier/identite.ts";
import type { FaitConsigne } from "../dossier/texte-des-faits.ts";
import { heureDeParis, jourDeParis } from "../heure-de-paris.ts";
import { signerMaintenant } from "../journal/signer-journal.ts";
import type { Auteur, Maison } from "../maison.ts";
import { listerPapiers } from "../papiers/imprimer-papier.ts";
import { quoiDuRecu } from "../papiers/recu.ts";
import type { Avancement } from "../preparations/mener.ts";
import { fichiersDeResultats, ouvrirFichier } from "../resultats/lire-fichiers.ts";
import { donnerPapier } from "../sceau/donner-papier.ts";
import { NATURE_TEXTE_SIGNE } from "../signer/garder-texte.ts";
import { estAElle, sesAvis } from "./ce-qui-est-a-elle.ts";
import { identiteEtEchanges } from "./identite-et-echanges.ts";

/** All of her dossier as it stands, without its PDF papers. */
interface Rassemble {
  dossier: DossierCharge;
  donnees: DonneesTout;
  /** The facts to the letter, one a line, each under its commitment. */
  faits: string;
  /** The files of results that were joined, where they were asked for. */
  fichiers: { titre: string; nom: string; contenu: Uint8Array }[];
}

async function rassembler(
  maison: Maison,
  auteur: Auteur,
  reference: string,
  avecFichiers: boolean,
): Promise<Rassemble | undefined> {
  return await transaction(maison.base, auteur.organismeId, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined) return undefined;
    const textes = await ouvrirContenus(maison, tx, dossier);
    const fichiers: Rassemble["fichiers"] = [];
    for (const f of fichiersDeResultats(dossier)) {
      const contenu = avecFichiers ? await ouvrirFichier(maison, tx, dossier, f) : undefined;
      if (contenu !== undefined) {
        fichiers.push({ titre: `Résultats, ${f.intitule}`, nom: `resultats/${f.n}.${f.format}`, contenu });
      }
    }
    const signes = await textesSignes(tx, dossier);
    const { texte: journal } = await signerMaintenant(maison, tx);
    const lus = await lireFaits(tx, { id: dossier.id });
    return {
      dossier,
      fichiers,
      faits: lus.map((f) => `${hex(f.engagement)} ${f.texte}\n`).join(""),
      donnees: {
        organisme: dossier.etat.organisme.raisonSociale,
        personne: nomComplet(dossier.identite),
        reference,
        etabliLe: jourDeParis(maison.horloge()),
        faits: faitsEffectifs(dossier.faits).map((f) => ({
          jour: f.date,
          titre: definitionDe(f.type).libelle,
          detail: definitionDe(f.type).recit(f.donnees),
        })),
        textes: textes === null ? null : sesTextes(dossier, textes),
        recus: sesAvis(dossier).map((f) => recu(dossier, f, (e) => signes.get(e) ?? null, textes)),
        lectures: (await lireLecturesDeTiers(tx, dossier.id, null)).map((l) => ({
          jour: jourDeParis(l.quand as Instant),
          heure: heureDeParis(l.quand as Instant),
          qui: `${l.nom}, ${LECTEURS[l.role]}`,
          quoi: l.quoi,
        })),
        ...(await identiteEtEchanges(maison, tx, dossier)),
        papiers: [],
        journal,
      },
    };
  });
}

/** The texts kept in clear of what was signed, by their SHA-256. */
async function textesSignes(tx: Tx, { id }: DossierCharge): Promise<Map<string, string>> {
  const siennes = (await listerPieces(tx, id)).filter((p) => p.nature === NATURE_TEXTE_SIGNE);
  const textes = new Map<string, string>();
  for (const p of siennes) {
    const lue = await lirePiece(tx, id, p.id);
    if (lue !== undefined) textes.set(hex(p.empreinte), Buffer.from(lue.octets).toString("utf8"));
  }
  return textes;
}

const EST_UN_AVIS = new Set<string>([signatureApposee.type, desaccordExprime.type]);

function sesTextes(dossier: DossierCharge, textes: ReadonlyMap<string, string>): DonneesTout["textes"] {
  return faitsEffectifs(dossier.faits)
    .filter((f) => !EST_UN_AVIS.has(f.type))
    .map((f) => ({
      titre: definitionDe(f.type).libelle,
      jour: f.date,
      parties: contenusNommes(f.donnees).flatMap(({ cle, id }) => {
        const texte = textes.get(id);
        return texte === undefined ? [] : [{ nom: nomDuContenu(cle), texte }];
      }),
    }))
    .filter((t) => t.parties.length > 0);
}

function recu(
  dossier: DossierCharge,
  fait: FaitConsigne,
  enClair: (empreinte: string) => string | null,
  textes: ReadonlyMap<string, string> | null,
): DonneesTout["recus"][number] {
  const { texte } = fait.donnees as {
    texte: { empreinte: string | null; contenu: { id: string } | null };
  };
  const ajoutes = contenusNommes(fait.donnees)
    .filter((c) => c.id !== texte.contenu?.id)
    .flatMap((c) => textes?.get(c.id) ?? []);
  const montre =
    texte.empreinte === null ? (textes?.get(texte.contenu?.id ?? "") ?? null) : enClair(texte.empreinte);
  return {
    numero: `${dossier.reference}-${fait.n}`,
    quoi: quoiDuRecu(dossier, fait.n) ?? "un papier",
    accord: fait.type === signatureApposee.type,
    jour: fait.date,
    heure: heureDeParis(fait.consigne),
    texte: montre === null ? null : [montre, ...ajoutes].join("\n\n"),
  };
}

/** One page with all that is hers in words; undefined for an unknown dossier. */
export async function pageDeTout(
  maison: Maison,
  auteur: Auteur,
  reference: string,
): Promise<string | undefined> {
  const lu = await rassembler(maison, auteur, reference, false);
  return lu === undefined ? undefined : pageTout(lu.donnees);
}

/** The same page with her papers and her receipts as sealed PDF, and the facts to the letter. */
export async function archiveDeTout(
  f: {
    maison: Maison;
    auteur: Auteur;
    imprimer: (document: DocumentImprimable) => Promise<Uint8Array>;
    avancer: (avancement: Avancement) => Promise<void>;
  },
  reference: string,
): Promise<Uint8Array | undefined> {
  const lu = await rassembler(f.maison, f.auteur, reference, true);
  if (lu === undefined) return undefined;
  const { dossier, donnees, faits, fichiers } = lu;
  const prets = listerPapiers(f.maison, f.auteur, dossier).filter(
    (l) => "document" in l && estAElle(l.papier.nom),
  );
  const aDonner = [
    ...prets.map(({ papier }) => ({
      nom: papier.nom,
      titre: papier.titre,
      fichier: `papiers/${papier.nom}.pdf`,
    })),
    ...donnees.recus.map((r) => {
      const nom = `recu-${r.numero.slice(dossier.reference.length + 1)}`;
      return { nom, titre: `Reçu ${r.numero}, ${r.quoi}`, fichier: `recus/${r.numero}.pdf` };
    }),
  ];
  const entrees: EntreeZip[] = [];
  const papiers: { titre: string; fichier: string }[] = [];
  const total = aDonner.length + 1;
  for (const [fait, { nom, titre, fichier }] of aDonner.entries()) {
    await f.avancer({ fait, total, etape: titre });
    const donne = await donnerPapier(f, reference, nom);
    if (donne === undefined || "manque" in donne) continue;
    entrees.push({ nom: fichier, contenu: donne.octets });
    papiers.push({ titre, fichier });
  }
  for (const { titre, nom, contenu } of fichiers) {
    entrees.push({ nom, contenu });
    papiers.push({ titre, fichier: nom });
  }
  await f.avancer({ fait: total - 1, total, etape: "Mise en un seul fichier" });
  return ecrireZip([
    ...entrees,
    { nom: "lire.html", contenu: utf8(pageTout({ ...donnees, papiers })) },
    { nom: "preuves/faits.txt", contenu: utf8(faits) },
    { nom: "preuves/journal.txt", contenu: utf8(donnees.journal) },
  ]);
}
