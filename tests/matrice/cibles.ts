import { randomBytes, randomUUID } from "node:crypto";
import type { Adresse, Recolte, Route } from "./recolte.ts";

/** What an address points at, seen from our organisation. */
export const CIBLES = [
  "le sien",
  "un autre dossier",
  "un autre lieu",
  "deux dossiers mêlés",
  "un dossier détruit",
  "un autre organisme",
  "inconnu",
] as const;
export type Cible = (typeof CIBLES)[number];

export interface Visee {
  route: Route;
  cible: Cible;
  adresse: Adresse;
  /** For a thing of another organisation: an address of the same shape that nobody has. */
  jumelle?: Adresse;
}

interface References {
  autre: string;
  detruit: string;
}

/** A value of the same length and alphabet that nothing bears. */
function inconnuComme(valeur: string): string {
  if (/^D-\d{4}-\d+$/.test(valeur)) return `D-2026-${"9".repeat(valeur.length - 7)}`;
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(valeur)) return randomUUID();
  if (/^[0-9a-f]{64}$/.test(valeur)) return randomBytes(32).toString("hex");
  if (/^\d+$/.test(valeur)) return "9".repeat(Math.max(valeur.length, 4));
  return "x".repeat(valeur.length);
}

function versAilleurs(route: Route, adresse: Adresse, nouveaux: Record<string, string>): Adresse {
  const parametres = { ...adresse.parametres, ...nouveaux };
  const chemin = route.motif.replaceAll(/:(\w+)/g, (_, nom: string) => parametres[nom] ?? "");
  return { ...adresse, parametres, chemin };
}

/**
 * Where each route is aimed: at what our pages lead to (ours, another dossier's, a destroyed one's), at what only the
 * pages of the other organisation lead to, and at nothing. `sans` are the routes to which no page led.
 */
export function viser(
  routes: readonly Route[],
  notre: Recolte,
  leur: Recolte,
  { autre, detruit }: References,
): { visees: Visee[]; sans: Route[] } {
  const visees: Visee[] = [];
  const sans: Route[] = [];
  const references = new Set([...notre.values()].flat().map((a) => a.parametres.reference));
  for (const route of routes) {
    const ici = adressesDe(route, notre);
    const premiere = ici[0];
    if (premiere === undefined) {
      sans.push(route);
      continue;
    }
    for (const adresse of ici) visees.push({ route, cible: cibleDe(adresse, { autre, detruit }), adresse });
    if (!route.motif.includes(":")) continue;
    const connus = new Set(ici.flatMap((a) => Object.values(a.parametres)));
    const la = adressesDe(route, leur);
    for (const adresse of la) {
      const leurs = Object.entries(adresse.parametres).filter(([, v]) => !connus.has(v));
      // Both number their dossiers from one: only a reference that we have not is theirs alone.
      const { reference } = adresse.parametres;
      if (leurs.length === 0 || (reference !== undefined && references.has(reference))) continue;
      const inventes = Object.fromEntries(leurs.map(([nom, v]) => [nom, inconnuComme(v)]));
      visees.push({
        route,
        cible: "un autre organisme",
        adresse,
        jumelle: versAilleurs(route, adresse, inventes),
      });
    }
    visees.push(...inconnues(route, premiere), ...melees(route, ici, autre));
  }
  return { visees, sans };
}

/** Where pages led; a route without parameter is its own address, and a form is sent where its page is read. */
function adressesDe(route: Route, recolte: Recolte): readonly Adresse[] {
  const trouvees = recolte.get(route.nom) ?? recolte.get(route.nom.replace(/^POST/, "GET"));
  if (trouvees !== undefined || route.motif.includes(":")) return trouvees ?? [];
  return [{ chemin: route.motif, parametres: {}, champs: [], menes: new Set() }];
}

function cibleDe({ parametres: { reference } }: Adresse, { autre, detruit }: References): Cible {
  if (reference === autre) return "un autre dossier";
  return reference === detruit ? "un dossier détruit" : "le sien";
}

/** Each parameter in turn names nothing. */
function inconnues(route: Route, adresse: Adresse): Visee[] {
  return Object.entries(adresse.parametres).map(([nom, valeur]) => ({
    route,
    cible: "inconnu" as const,
    adresse: versAilleurs(route, adresse, { [nom]: inconnuComme(valeur) }),
  }));
}

const DESIGNE = /^([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64})$/;

/** Another dossier's reference before the id of a thing of ours. */
function melees(route: Route, ici: readonly Adresse[], autre: string): Visee[] {
  return ici
    .filter(
      ({ parametres: { reference, ...reste } }) =>
        reference !== undefined && reference !== autre && Object.values(reste).some((v) => DESIGNE.test(v)),
    )
    .slice(0, 1)
    .map((adresse) => ({
      route,
      cible: "deux dossiers mêlés" as const,
      adresse: versAilleurs(route, adresse, { reference: autre }),
    }));
}
