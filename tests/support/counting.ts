import type { Database } from "#db/connect.ts";

/** The same database, counting the queries that are built with it outside transactions. */
export function countingQueries(database: Database): { db: Database; count: () => number } {
  let queries = 0;
  const counted = ["select", "selectDistinct", "execute", "$count"];
  const db = new Proxy(database, {
    get(target, property) {
      const value = Reflect.get(target, property);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        if (counted.includes(String(property))) queries += 1;
        return value.apply(target, given);
      };
    },
  });
  return { db, count: () => queries };
}
