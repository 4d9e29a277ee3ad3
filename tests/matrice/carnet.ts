import { type Attendu, concorde, obtenu } from "./attendu.ts";
import type { Canari } from "./canaris.ts";
import type { Visee } from "./cibles.ts";
import type { Monde } from "./monde.ts";
import type { Adresse, Route } from "./recolte.ts";
import type { Envoi, Reponse, Visiteur } from "./visiteur.ts";

/** One request to make: who, where, and what the table promises him. */
export interface Prevue {
  visee: Visee;
  qui: Visiteur;
  attendu: Attendu;
}

export interface Sighting {
  visiteur: string;
  type: string;
  canari: Canari;
}

/** Makes the requests, and writes down each answer that was not promised and each canary that got out. */
export interface Carnet {
  ecarts: string[];
  /** Lines that say which canary was served to whom. */
  vus: Set<string>;
  /** Sightings by those who may: a scan that sees none would be blind. */
  permis: Sighting[];
  requetes: () => number;
  /** Notes a page that was read while its links were followed: it is not asked again. */
  lue: (qui: Visiteur, chemin: string, reponse: Reponse) => Promise<void>;
  essayer: (prevue: Prevue, champs?: Envoi) => Promise<void>;
}

export function ouvrirCarnet({ voliere, scene }: Monde): Carnet {
  const ecarts: string[] = [];
  const vus = new Set<string>();
  const permis: Sighting[] = [];
  const pages = new Map<string, Reponse>();
  let requetes = 0;

  const voir = async (qui: Visiteur, chemin: string, reponse: Reponse) => {
    requetes += 1;
    const type = reponse.entetes.get("content-type") ?? "";
    // Where to go after the sign-in is the address that was asked: the visitor said it himself.
    const tetes = [...reponse.entetes].flat().join(" ").replaceAll(encodeURIComponent(chemin), "");
    const trouves = [
      ...(await voliere.chercher(reponse.octets, type)),
      ...(await voliere.chercher(Buffer.from(tetes), "")),
    ];
    for (const canari of trouves) {
      if (canari.lecteurs.includes(qui.nom)) permis.push({ visiteur: qui.nom, type, canari });
      else vus.add(`canari vu par ${qui.nom} à ${chemin} : ${canari.mot}, ${canari.ou}`);
    }
  };

  const demander = async (qui: Visiteur, route: Route, { chemin }: Adresse, champs: Envoi) => {
    const deja = route.methode === "GET" ? pages.get(`${qui.nom} ${chemin}`) : undefined;
    if (deja !== undefined) return deja;
    const reponse = route.methode === "GET" ? await qui.lire(chemin) : await qui.envoyer(chemin, champs);
    await voir(qui, chemin, reponse);
    // A lent device opens nothing else: its counsellor takes it back before the next request.
    if (route.methode === "POST" && chemin.endsWith("/sur-place"))
      await scene.maison.base.pool.query("update session set pretee = null where pretee is not null");
    return reponse;
  };

  return {
    ecarts,
    vus,
    permis,
    requetes: () => requetes,
    lue: async (qui, chemin, reponse) => {
      pages.set(`${qui.nom} ${chemin}`, reponse);
      await voir(qui, chemin, reponse);
    },
    essayer: async ({ visee, qui, attendu }, champs = []) => {
      const { route, cible, adresse, jumelle } = visee;
      const reponse = await demander(qui, route, adresse, champs);
      const ou = `${route.nom} × ${qui.nom} × ${cible} (${adresse.chemin})`;
      const recu = obtenu(reponse);
      if (!concorde(attendu, recu)) {
        ecarts.push(`${ou} : attendu ${attendu}, reçu ${recu} (${reponse.statut})`);
      }
      if (jumelle === undefined) return;
      const autre = await demander(qui, route, jumelle, champs);
      const difference = differences(reponse, autre);
      if (difference !== null) ecarts.push(`${ou} : se distingue de l’inconnu par ${difference}`);
    },
  };
}

/** What tells two answers apart, besides the address that was asked: status, length, headers. */
function differences(un: Reponse, deux: Reponse): string | null {
  if (un.statut !== deux.statut) return `le statut ${un.statut}, ${deux.statut}`;
  if (un.octets.length !== deux.octets.length)
    return `la longueur ${un.octets.length}, ${deux.octets.length}`;
  const tetes = ({ entetes }: Reponse) =>
    [...entetes]
      .filter(([nom]) => nom !== "date" && nom !== "location")
      .map((t) => t.join(": "))
      .sort()
      .join("\n");
  return tetes(un) === tetes(deux) ? null : "les en-têtes";
}
