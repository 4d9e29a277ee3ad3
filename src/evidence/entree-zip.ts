/** One file of an archive: its path with `/`, and its bytes. */
export type EntreeZip = { readonly nom: string; readonly contenu: Uint8Array };
