import { brouillon } from "./brouillon.ts";
import { chercher } from "./chercher.ts";
import { cleAcces } from "./cle-acces.ts";
import { copier } from "./copier.ts";
import { envoyer } from "./envoyer.ts";
import { garde } from "./garde.ts";
import { horsLigne } from "./hors-ligne.ts";
import { suivre } from "./suivre.ts";
import { uneFois } from "./une-fois.ts";

// Each only improves a page that works without it.
envoyer();
uneFois();
copier();
garde();
brouillon();
horsLigne();
suivre();
chercher();
cleAcces();
