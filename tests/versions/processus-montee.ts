import { migrer } from "../../src/store/migrer.ts";

/** A start of the application that brings its tables up, as far as it gets. */
await migrer(JSON.parse(process.argv[2] ?? "{}"));
