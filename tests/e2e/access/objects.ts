/**
 * `own`: an object of Lumen's in the alliance. `foreign`: one of people who have nothing to do with it. `private`: one
 * of the alliance that is for its hosts alone. `mixed`: somebody else's object under an address of the alliance's.
 * `none`: the address names no object.
 */
export type ObjectKind = "own" | "foreign" | "private" | "mixed" | "none";

type Things = Record<string, string>;

const nonsense = "nonsense";

/** What each parameter of an address stands for, of each kind. A thing of the world stands in braces. */
const values: Record<string, Partial<Record<ObjectKind, string>>> = {
  festival: {
    own: "deell-spring",
    foreign: "far-festival",
    private: "among-ourselves",
    mixed: "deell-spring",
  },
  session: { own: "{session}", foreign: "{farSession}", private: "{privateSession}", mixed: "{farSession}" },
  door: { own: "{door}", foreign: "{farSession}", private: "{privateDoor}", mixed: "{farSession}" },
  release: { own: "1", foreign: "1", private: "1", mixed: "999" },
  message: {
    own: "{message}",
    foreign: "{farMessage}",
    private: "{privateMessage}",
    mixed: "{farMessage}",
  },
  proposal: {
    own: "{proposal}",
    foreign: "{farProposal}",
    private: "{privateProposal}",
    mixed: "{farProposal}",
  },
  series: { own: "coffee-machine", foreign: "far-series", mixed: "coffee-machine" },
  member: { own: "{member}", foreign: "{farMember}", mixed: "{farMember}" },
  date: { own: "{week}", foreign: "{farWeek}", mixed: "1999-01-07" },
  organisation: { own: "lumen", foreign: "far" },
  file: { own: "sessions.csv", foreign: "sessions.csv", private: "sessions.csv", mixed: "secrets.csv" },
  person: { own: "{colleague}", foreign: "{farColleague}", private: "{colleague}", mixed: "{farColleague}" },
  host: { own: "lumen", foreign: "far", private: "lumen", mixed: "far" },
};

/** A secret lets in whoever has it; the matrix asks with one nobody was given. */
const isSecret = (name: string) => name === "token";

export const paramsOf = (path: string) => [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);

/** The kinds of object an address can name; each of them needs its row. */
export function kindsOf(path: string): ObjectKind[] {
  const params = paramsOf(path).filter((name) => !isSecret(name));
  if (params.length === 0) return ["none"];
  const kinds: ObjectKind[] = ["own", "foreign"];
  if (params.every((name) => values[name]?.private)) kinds.push("private");
  if (params.length > 1) kinds.push("mixed");
  return kinds;
}

export function addressOf(path: string, kind: ObjectKind, things: Things): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    if (isSecret(name)) return nonsense;
    const value = values[name]?.[kind];
    if (value === undefined) throw new Error(`no ${kind} ${name} in tests/e2e/access/objects.ts`);
    return value.replace(/\{(\w+)\}/g, (_, thing: string) => things[thing] ?? `no-${thing}`);
  });
}
