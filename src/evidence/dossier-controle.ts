export { assembler, type Composition } from "./dossier-controle/assembler.ts";
export { isCleAttendue } from "./dossier-controle/cle-du-dossier.ts";
export type { FaitControle, FaitMontre, FaitRetenu } from "./dossier-controle/faits.ts";
export type { CompteFaits } from "./dossier-controle/manifeste.ts";
export type { PassationInscrite } from "./dossier-controle/passations.ts";
export type { Constat, Point, Rapport } from "./dossier-controle/rapport.ts";
export { rangsRetenus } from "./dossier-controle/retenus.ts";
export { type Attendu, verifierDossierControle } from "./dossier-controle/verifier-dossier-controle.ts";
