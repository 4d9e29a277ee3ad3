import type { Context } from "hono";
import { heureDeParis, jourDeParis } from "../../../usecases/heure-de-paris.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { formatHeure } from "../../../values/heure.ts";
import type { Instant } from "../../../values/instant.ts";
import type { Env } from "../../contexte.ts";
import { BackLink } from "../../ui/breadcrumbs.tsx";
import { ChampTexte } from "../../ui/champs/une-ligne.tsx";

export const COMPTE = "/compte";

export function RetourAuCompte() {
  return <BackLink libelle="Mon compte" href={COMPTE} />;
}

/** « 25 novembre 2026 à 9 h 30 ». */
export function direQuand(quand: string): string {
  const instant = quand as Instant;
  return `${formatJour(jourDeParis(instant))} à ${formatHeure(heureDeParis(instant))}`;
}

/** The present passphrase, asked before what it keeps is changed. */
export function PhraseActuelle({ erreur }: { erreur: string | undefined }) {
  return (
    <ChampTexte
      nom="motDePasse"
      libelle="Votre phrase de passe actuelle"
      saisie="password"
      autocompletion="current-password"
      requis
      erreur={erreur}
    />
  );
}

/** Whether the account has a passphrase at all: those who come in by link alone have none. */
export function aUnePhrase(c: Context<Env>): Promise<boolean> {
  return c.get("portes").comptes.aUnMotDePasse(c.get("moi").utilisateurId);
}
