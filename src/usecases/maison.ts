import type { Role } from "../dossier/acte.ts";
import type { Hasher } from "../evidence/hasher.ts";
import type { Horodateur } from "../sceau/horodateur.ts";
import type { Sceaux } from "../sceau/sceaux.ts";
import type { Base } from "../store/connexion.ts";
import type { Instant } from "../values/instant.ts";
import type { Trousseau } from "../vault/trousseau.ts";

/** What every use case works with: the real adapters, put together by `src/main/`, the commands and the tests. */
export interface Maison {
  base: Base;
  trousseau: Trousseau;
  hasher: Hasher;
  sceaux: Sceaux;
  /** Null when the installation asks no authority for the time. */
  horodateur: Horodateur | null;
  horloge: () => Instant;
  nouvelId: () => string;
}

/** Who acts, in which organisation. `intervenant` is the person's id among the intervenants. */
export interface Auteur {
  organismeId: string;
  utilisateur: string;
  role: Role;
  intervenant: string;
  /** Whether he manages the organisation; false unless said. */
  gere?: boolean;
  /** The sites that he is held to; none said: the whole organisation. */
  sites?: readonly string[] | null;
}

/** The application itself, when it writes down what its clock brought about. `intervenant`: whose dossier it is. */
export interface Automate extends Omit<Auteur, "role"> {
  role: "probant";
}
