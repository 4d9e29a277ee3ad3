import type { Couleur } from "../../values/contraste.ts";
import { nuancesDe } from "../../values/couleur-organisme.ts";

// The two grounds and inks of the pages, and the brass of the band: a drawing shows both themes at once.
const THEMES = [
  { nom: "Clair", page: "#f6f3f2", feuille: "#fffefd", encre: "#261b2d", filet: "#dcd2d6" },
  { nom: "Sombre", page: "#17121c", feuille: "#211a28", encre: "#f2ecf4", filet: "#40364a" },
] as const;
const LAITON = "#cf9a35";
const PAPIER = "#ffffff";
const TRAITS = [300, 250, 275];

/** An organisation's colour where it is used: the band in light and in dark, and a printed paper. */
export function ColorPreview({ couleur, nom }: { couleur: Couleur; nom: string }) {
  const court = [...nom].length > 20 ? `${[...nom].slice(0, 19).join("").trimEnd()}…` : nom;
  return (
    <div class="color-preview">
      {THEMES.map((theme) => (
        <Page theme={theme} couleur={couleur} nom={court} />
      ))}
      <Papier couleur={couleur} nom={court} />
    </div>
  );
}

type Dessin = { couleur: Couleur; nom: string };

function Page({ theme, couleur, nom }: Dessin & { theme: (typeof THEMES)[number] }) {
  const n = nuancesDe(couleur);
  return (
    <figure>
      <svg viewBox="0 0 360 150" role="img" aria-label={`${theme.nom} : le bandeau de ${nom} en ${couleur}`}>
        <rect width="360" height="150" fill={theme.page} />
        <rect width="360" height="66" fill={n.bandeau} />
        <rect y="66" width="360" height="3" fill={LAITON} />
        <text x="16" y="27" font-size="19" class="preview-title" fill={n.sur}>
          {nom}
        </text>
        <rect x="12" y="36" width="100" height="26" rx="5" fill={n.active} />
        <text x="22" y="53" font-size="13" fill={n.sur}>
          Aujourd’hui
        </text>
        <text x="126" y="53" font-size="13" fill={n.discret}>
          Dossiers
        </text>
        <text x="196" y="53" font-size="13" fill={n.discret}>
          Messages
        </text>
        <rect x="16" y="84" width="328" height="52" rx="4" fill={theme.feuille} stroke={theme.filet} />
        <text x="28" y="114" font-size="15" fill={theme.encre}>
          Ce qu’il y a à faire
        </text>
      </svg>
      <figcaption>{theme.nom}</figcaption>
    </figure>
  );
}

function Papier({ couleur, nom }: Dessin) {
  const { voile } = nuancesDe(couleur);
  const { encre, filet } = THEMES[0];
  return (
    <figure>
      <svg viewBox="0 0 360 150" role="img" aria-label={`Papier : ses titres en ${couleur}`}>
        <rect width="360" height="150" fill={PAPIER} />
        <path d="M18 0h12v30l-6-6-6 6z" fill={LAITON} />
        <text x="44" y="30" font-size="16" class="preview-title" fill={couleur}>
          {nom}
        </text>
        <text x="44" y="62" font-size="15" class="preview-title" fill={couleur}>
          Nature de l’action
        </text>
        <path d="M44 70h290" stroke={encre} />
        {TRAITS.map((x, i) => (
          <path d={`M44 ${82 + i * 9}H${x}`} stroke={filet} stroke-width="4" />
        ))}
        <rect x="44" y="112" width="290" height="26" fill={voile} />
        <rect x="44" y="112" width="4" height="26" fill={couleur} />
        <text x="58" y="129" font-size="12" fill={encre}>
          Une remarque
        </text>
      </svg>
      <figcaption>Papier</figcaption>
    </figure>
  );
}
