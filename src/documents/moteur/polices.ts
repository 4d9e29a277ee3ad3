import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

// Order matters to nobody but the reader: the order of use is in `gabarit/papier.typ`.
// Weights 400 and 600 only: each weight is loaded at start and costs memory. See docs/decisions/0030.
const FICHIERS = [
  "@expo-google-fonts/figtree/400Regular/Figtree_400Regular.ttf",
  "@expo-google-fonts/figtree/400Regular_Italic/Figtree_400Regular_Italic.ttf",
  "@expo-google-fonts/figtree/600SemiBold/Figtree_600SemiBold.ttf",
  "@expo-google-fonts/brygada-1918/600SemiBold/Brygada1918_600SemiBold.ttf",
  "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
  "@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf",
  "@expo-google-fonts/chocolate-classical-sans/400Regular/ChocolateClassicalSans_400Regular.ttf",
];

/** The fonts of our papers, from npm packages only: no font of the machine can change a page. */
export function lirePolices(): Buffer[] {
  return FICHIERS.map((fichier) => readFileSync(require.resolve(fichier)));
}
