import type { Envoi } from "./postier.ts";

/** What the library says of a failure; what the server wrote beside the number is never kept: it may quote anything. */
export interface Panne {
  readonly code?: string | undefined;
  /** What the machine said, when `code` is the library's own word: « DEPTH_ZERO_SELF_SIGNED_CERT ». */
  readonly originalCode?: string | undefined;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
}

type Refus = Extract<Envoi, { issue: "refuse" }>;
const plusTard = (erreur: string): Refus => ({ issue: "refuse", definitif: false, erreur });
const inutile = (erreur: string): Refus => ({ issue: "refuse", definitif: true, erreur });

const PHRASES: Readonly<Record<string, string>> = {
  EDNS: "Le serveur de courriel est introuvable : son nom est-il juste dans PROBANT_SMTP_URL ?",
  ETLS: "La liaison chiffrée avec le serveur de courriel n’a pas pu s’ouvrir.",
  EAUTH: "Le serveur de courriel refuse le nom ou le mot de passe donnés dans PROBANT_SMTP_URL.",
  ENOAUTH: "Le serveur de courriel demande un nom et un mot de passe dans PROBANT_SMTP_URL.",
  ETIMEDOUT: "Le serveur de courriel n’a pas répondu à temps.",
};

/** What to make of a failure that came before the message was handed over, or of an answer that refuses it. */
export function refusDe({ code = "", originalCode = code, command = "", responseCode }: Panne): Refus {
  if (code === "EMESSAGE" && responseCode === undefined) {
    return inutile("Le message est plus lourd que ce que le serveur de courriel accepte.");
  }
  if (/CERT|SIGNATURE|ALTNAME/.test(originalCode)) {
    return plusTard("Le certificat du serveur de courriel n’est pas reconnu : rien n’a été envoyé.");
  }
  if (code in PHRASES) return plusTard(PHRASES[code]!);
  if (responseCode === undefined) return plusTard("Le serveur de courriel n’est pas joignable.");
  const numero = `(réponse ${responseCode})`;
  if (responseCode < 500) return plusTard(`Le serveur de courriel demande d’essayer plus tard ${numero}.`);
  if (command === "RCPT TO") {
    return inutile(`Le serveur de courriel refuse l’adresse du destinataire ${numero}.`);
  }
  if (command === "DATA") return inutile(`Le serveur de courriel refuse ce message ${numero}.`);
  // The sender's address or the greeting: a setting that someone will put right.
  return plusTard(`Le serveur de courriel refuse l’expéditeur ${numero}. Vérifiez PROBANT_MAIL_FROM.`);
}

/** The message was handed over whole, and no answer came. */
export const DOUTE: Envoi = {
  issue: "doute",
  erreur: "Le serveur de courriel a reçu le message sans dire s’il l’acceptait.",
};
