import type { Paire } from "./paire.ts";
import { q01 } from "./paires/q01.ts";
import { q02 } from "./paires/q02.ts";
import { q03 } from "./paires/q03.ts";
import { q04 } from "./paires/q04.ts";
import { q05 } from "./paires/q05.ts";
import { q06 } from "./paires/q06.ts";
import { q07 } from "./paires/q07.ts";
import { q08 } from "./paires/q08.ts";
import { q09 } from "./paires/q09.ts";
import { q10 } from "./paires/q10.ts";
import { q11 } from "./paires/q11.ts";
import { q12 } from "./paires/q12.ts";
import { q13 } from "./paires/q13.ts";
import { q14 } from "./paires/q14.ts";
import { q15 } from "./paires/q15.ts";
import { q16 } from "./paires/q16.ts";
import { q17 } from "./paires/q17.ts";
import { q18 } from "./paires/q18.ts";
import { q19 } from "./paires/q19.ts";
import { q20 } from "./paires/q20.ts";
import { q21 } from "./paires/q21.ts";
import { q22 } from "./paires/q22.ts";

/** Every pair of examples, row by row. */
export const paires: readonly Paire[] = [
  ...q01,
  ...q02,
  ...q03,
  ...q04,
  ...q05,
  ...q06,
  ...q07,
  ...q08,
  ...q09,
  ...q10,
  ...q11,
  ...q12,
  ...q13,
  ...q14,
  ...q15,
  ...q16,
  ...q17,
  ...q18,
  ...q19,
  ...q20,
  ...q21,
  ...q22,
];
