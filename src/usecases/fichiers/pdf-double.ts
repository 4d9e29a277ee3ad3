const FIN = "%%EOF";
/** How far from its end an archive says that it is one: its last record and the longest remark (PKWARE, 4.3.16). */
const ARCHIVE = 65_557;

/** Whether a PDF is something else too: a page, an archive, or whatever follows its end. */
export function estAussiAutreChose(octets: Buffer): boolean {
  const apres = octets.subarray(octets.lastIndexOf(FIN) + FIN.length);
  const comblee = apres.every((octet) => octet === 0 || (octet >= 9 && octet <= 13) || octet === 32);
  return !comblee || octets.subarray(-ARCHIVE).includes("PK\x05\x06") || estUnePage(octets);
}

function estUnePage(octets: Buffer): boolean {
  return /<(?:html|script|!doctype\s)/i.test(octets.toString("latin1"));
}
