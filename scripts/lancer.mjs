// `npm start`, `npm run demo`, `npm run bench`, `npm run matrice`, `npm run exercice`, `npm run doutes`: installs what is missing, then runs the command with the pinned Node.
import { executer } from "../bin/noeud.mjs";
import { installerPaquets } from "./installer.mjs";

installerPaquets();
executer("src/cli/probant.ts", process.argv.slice(2));
