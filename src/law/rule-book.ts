import type { Rule } from "./rule.ts";
import { natureEtDeroulement } from "./rules/a-nature/index.ts";
import { contratEtInformation } from "./rules/b-contrat/index.ts";
import { cpfEtArgent } from "./rules/c-cpf/index.ts";
import { preuveEtSecret } from "./rules/d-preuve/index.ts";
import { organismeEtQualite } from "./rules/e-organisme/index.ts";

/** Every rule, every version, in the order of their ids. */
export const ruleBook: readonly Rule[] = [
  ...natureEtDeroulement,
  ...contratEtInformation,
  ...cpfEtArgent,
  ...preuveEtSecret,
  ...organismeEtQualite,
];
