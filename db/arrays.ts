import { type SQL, sql } from "drizzle-orm";

/** Ids as one parameter, however many there are: `where id = any(${uuids(ids)})`. */
export function uuids(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}

/** Rows as one parameter: `from jsonb_to_recordset(${rows(list)}) as given (id uuid, seats int)`. */
export function rows(list: readonly object[]): SQL {
  return sql`${JSON.stringify(list)}::text::jsonb`;
}
