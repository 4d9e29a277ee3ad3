import { Document, type DocumentProps, type Ressources } from "./document.tsx";
import { PiecesDeLaPage } from "./galerie/cadre.tsx";
import { PiecesDuDossier } from "./galerie/dossier.tsx";
import { Formulaires } from "./galerie/formulaires.tsx";
import { Listes } from "./galerie/listes.tsx";
import { PiecesDeLaPersonne } from "./galerie/personne.tsx";
import { Signes } from "./galerie/signes.tsx";
import { PageTitle } from "./layout.tsx";

/** What the page needs from its host: it shows the same band and foot as the others. */
export type GalerieProps = { ressources: Ressources } & Partial<
  Omit<DocumentProps, "children" | "titre" | "ressources">
>;

/** Every component, in each of its states: the reference of makers, and what the accessibility tests read. */
export function Galerie(p: GalerieProps) {
  return (
    <Document organisation="" {...p} titre="Composants">
      <PageTitle titre="Composants" chapeau="Chaque pièce de la maison, et chacun de ses états." />
      <CorpsGalerie />
    </Document>
  );
}

/** The same without the frame, for a host that has its own. */
export function CorpsGalerie() {
  return (
    <div class="mt-6">
      <Signes />
      <PiecesDeLaPage />
      <Formulaires />
      <PiecesDuDossier />
      <PiecesDeLaPersonne />
      <Listes />
    </div>
  );
}
