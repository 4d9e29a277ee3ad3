/** How a bilan is held: in a room, at a distance, or both. */
export type Modalite = "presentiel" | "distanciel" | "mixte";

/** One session is held one way only. */
export type ModaliteDeSeance = Exclude<Modalite, "mixte">;
