import { deLaRegion } from "./region.ts";

/** « 53 35 09876 35 »: a declaration number as it is read aloud; anything else stays as it is. */
export function formatDeclaration(numero: string): string {
  return numero.replace(/^(\d\d)(\d\d)(\d{5})(\d\d)$/, "$1 $2 $3 $4");
}

/** Wording of R6351-6 for conventions, contracts, and devis or invoices without convention. */
export function mentionDeclaration(declaration: { numero: string; region: string }): string {
  const { numero, region } = declaration;
  return `Déclaration d’activité enregistrée sous le numéro ${numero} auprès du préfet de région ${deLaRegion(region)}.`;
}
