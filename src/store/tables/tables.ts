import type { TablesDesAcces } from "./acces.ts";
import type { TablesDuDossier } from "./dossier.ts";
import type { TablesDuJournal } from "./journal.ts";
import type { TablesDesMessages } from "./messages.ts";
import type { TablesDeLOrganisme } from "./organisme.ts";

/** Columns as the driver gives them: days `AAAA-MM-JJ`, moments UTC ISO texts, bigint as number. */
export interface Tables
  extends TablesDeLOrganisme,
    TablesDuDossier,
    TablesDuJournal,
    TablesDesAcces,
    TablesDesMessages {}
