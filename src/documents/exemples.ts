import { composerCertificat } from "./certificat/donnees.ts";
import { exempleCertificat } from "./certificat/exemple.ts";
import { composerConvention } from "./convention/donnees.ts";
import { exempleContrat, exempleConvention } from "./convention/exemple.ts";
import { composerConvocation } from "./convocation/donnees.ts";
import { exempleConvocation, exempleConvocationDiscrete } from "./convocation/exemple.ts";
import { composerDestruction } from "./destruction/donnees.ts";
import { exempleDestruction } from "./destruction/exemple.ts";
import { composerDevis } from "./devis/donnees.ts";
import { exempleDevis } from "./devis/exemple.ts";
import { composerEmargement } from "./emargement/donnees.ts";
import { exempleEmargement, exempleEmargementVierge } from "./emargement/exemple.ts";
import { composerIndexControle } from "./index-controle/donnees.ts";
import { exempleIndexControle } from "./index-controle/exemple.ts";
import type { Composition } from "./papier.ts";
import { composerRecepisse } from "./recepisse/donnees.ts";
import { exempleRecepisse } from "./recepisse/exemple.ts";
import { composerRecu } from "./recu/donnees.ts";
import { exempleRecu } from "./recu/exemple.ts";
import { composerResultats } from "./resultats/donnees.ts";
import { exempleResultats } from "./resultats/exemple.ts";
import { composerSuivi } from "./suivi/donnees.ts";
import { exempleSuivi } from "./suivi/exemple.ts";
import { composerSynthese } from "./synthese/donnees.ts";
import { exempleSynthese } from "./synthese/exemple.ts";
import { composerTirage } from "./tirage/donnees.ts";
import { exempleTirage } from "./tirage/exemple.ts";

export interface Exemple {
  readonly nom: string;
  /** Composes the sample, its data first passed through `transformer` (identity when not given). */
  composer(transformer?: <D>(donnees: D) => D): Composition;
}

function exemple<D>(nom: string, donnees: D, composer: (donnees: D) => Composition): Exemple {
  return { nom, composer: (transformer = (d) => d) => composer(transformer(donnees)) };
}

/** One fictitious sample of every paper, for tests and for people to look at. */
export const EXEMPLES: readonly Exemple[] = [
  exemple("devis", exempleDevis, composerDevis),
  exemple("convention", exempleConvention, composerConvention),
  exemple("contrat", exempleContrat, composerConvention),
  exemple("document-de-suivi", exempleSuivi, composerSuivi),
  exemple("emargement", exempleEmargement, composerEmargement),
  exemple("emargement-vierge", exempleEmargementVierge, composerEmargement),
  exemple("convocation", exempleConvocation, composerConvocation),
  exemple("convocation-discrete", exempleConvocationDiscrete, composerConvocation),
  exemple("synthese", exempleSynthese, composerSynthese),
  exemple("resultats-detailles", exempleResultats, composerResultats),
  exemple("recepisse", exempleRecepisse, composerRecepisse),
  exemple("recu", exempleRecu, composerRecu),
  exemple("certificat", exempleCertificat, composerCertificat),
  exemple("destruction", exempleDestruction, composerDestruction),
  exemple("index-controle", exempleIndexControle, composerIndexControle),
  exemple("tirage", exempleTirage, composerTirage),
];
