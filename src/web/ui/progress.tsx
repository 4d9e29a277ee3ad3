import type { Child } from "hono/jsx";
import { Mark } from "./mark.tsx";

type ProgressProps = {
  id: string;
  /** What is being made: « Dossier de contrôle de Camille Moreau ». */
  libelle: string;
  fait: number;
  total: number;
  etapes?: readonly { libelle: string; etat: "faite" | "courante" | "avenir" }[];
  /** Where this very page is asked again; the script replaces the block by the new one until `fini`. */
  href: string;
  fini?: boolean;
  children?: Child;
};

const MARQUES = {
  faite: { forme: "conforme", mot: "Fait" },
  courante: { forme: "ici", mot: "En cours" },
  avenir: { forme: "avenir", mot: "À venir" },
} as const;

/**
 * A long piece of work, told by the server. Without script the link asks again; a page may also refresh itself
 * when the person asked for it (`actualiser` of `Document`).
 */
export function Progress(p: ProgressProps) {
  return (
    <div id={p.id} data-suivre={p.fini === true ? undefined : p.href}>
      <p role="status">
        <label for={`${p.id}-barre`}>{p.libelle}</label>
        {`\u00a0: ${p.fait} sur ${p.total}`}
      </p>
      <progress class="progress-bar" id={`${p.id}-barre`} value={p.fait} max={p.total}>
        {`${p.fait} sur ${p.total}`}
      </progress>
      {p.etapes === undefined ? null : (
        <ul class="progress-steps">
          {p.etapes.map((e) => (
            <li aria-current={e.etat === "courante" ? "step" : undefined}>
              <Mark {...MARQUES[e.etat]} taille="petite" />
              {e.libelle}
            </li>
          ))}
        </ul>
      )}
      {p.fini === true ? null : (
        <p class="actions">
          <a href={p.href}>Actualiser l’avancement</a>
        </p>
      )}
      {p.children}
    </div>
  );
}

/** Whether what was typed is safe. `heure` is already written: « 14 h 02 ». */
export function SaveState(p: {
  etat: "enregistre" | "garde" | "enCours" | "echec";
  heure?: string;
  id?: string;
}) {
  const { forme, texte } = {
    enregistre: { forme: "conforme", texte: `Enregistré${p.heure === undefined ? "" : ` à ${p.heure}`}` },
    garde: {
      forme: "conforme",
      texte: `Vos réponses sont gardées${p.heure === undefined ? "" : `, ${p.heure}`}`,
    },
    enCours: { forme: "attente", texte: "Enregistrement…" },
    echec: {
      forme: "faute",
      texte: "Pas enregistré\u00a0: vérifiez votre connexion. Votre texte est gardé sur cet appareil.",
    },
  }[p.etat] as { forme: "conforme" | "attente" | "faute"; texte: string };
  return (
    <p class="save-state" role="status" id={p.id}>
      <Mark forme={forme} taille="petite" />
      <span>{texte}</span>
    </p>
  );
}
