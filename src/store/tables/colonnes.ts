import type { ColumnType, JSONColumnType } from "kysely";

/** A moment that the database sets when none is given. */
export type Quand = ColumnType<string, string | undefined, string>;
export type Json = JSONColumnType<object>;
