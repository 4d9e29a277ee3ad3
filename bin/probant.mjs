#!/usr/bin/env node
import { executer } from "./noeud.mjs";

executer("src/cli/probant.ts", process.argv.slice(2));
