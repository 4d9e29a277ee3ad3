import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { createInterface } from "node:readline";

/**
 * A holder of outer keys that is another process, as a key management service is: keys are made here and never leave. It
 * reads one request a line as JSON and answers each by one line. Written apart from the vault, of which it knows nothing.
 */
interface Demande {
  n: number;
  quoi: "envelopper" | "developper" | "ajouter" | "detruire";
  usage: string;
  id: string;
  ids: string[];
  lieu: string;
  octets: string;
}

const cles = new Map<string, Buffer>();
const detruites = new Set<string>();

function repondre({ quoi, usage, id, ids, lieu, octets }: Demande): object {
  if (quoi === "ajouter") {
    const nouvelle = `${usage}-${randomBytes(6).toString("hex")}`;
    cles.set(nouvelle, randomBytes(32));
    return { id: nouvelle };
  }
  if (quoi === "detruire") {
    for (const i of ids) if (cles.delete(i)) detruites.add(i);
    return { detruites: [...detruites] };
  }
  const cle = cles.get(id);
  if (cle === undefined) return { refus: detruites.has(id) ? "detruite" : "inconnue" };
  const entree = Buffer.from(octets, "base64");
  if (quoi === "envelopper") {
    const nonce = randomBytes(12);
    const chiffre = createCipheriv("aes-256-gcm", cle, nonce).setAAD(Buffer.from(lieu));
    const corps = Buffer.concat([chiffre.update(entree), chiffre.final()]);
    return { octets: Buffer.concat([nonce, corps, chiffre.getAuthTag()]).toString("base64") };
  }
  try {
    const dechiffre = createDecipheriv("aes-256-gcm", cle, entree.subarray(0, 12));
    dechiffre.setAAD(Buffer.from(lieu)).setAuthTag(entree.subarray(-16));
    const clair = Buffer.concat([dechiffre.update(entree.subarray(12, -16)), dechiffre.final()]);
    return { octets: clair.toString("base64") };
  } catch {
    return { refus: "illisible" };
  }
}

createInterface({ input: process.stdin }).on("line", (ligne) => {
  const demande: Demande = JSON.parse(ligne);
  process.stdout.write(`${JSON.stringify({ n: demande.n, ...repondre(demande) })}\n`);
});
