import { dirname } from "node:path";

/** Folder of the project, where the data folder lies unless PROBANT_DATA says otherwise. */
export const racine = dirname(dirname(import.meta.dirname));
