import { createHash } from "node:crypto";
import type { ListRow } from "./read-list.ts";

/** Somebody a name in the list may stand for: a colleague of a host, or once on the roster. */
export interface Colleague {
  personId: string;
  name: string;
  email: string;
  organisation: { id: string; name: string; slug: string } | null;
  /** Whether they are or were on the roster. */
  isMember: boolean;
}

/** Who spoke: a colleague who takes part, one who took part and does no more, or a guest. */
export type Choice = { is: "member" | "former"; personId: string } | { is: "guest" };

/** One name of the list with everything known of it. */
export interface Speaker {
  /** Names its field in a form. */
  key: string;
  name: string;
  email: string;
  organisation: string;
  talks: number;
  /** Whom it may stand for, best first. */
  candidates: Colleague[];
  foundBy: "email" | "name" | null;
  /** Null while somebody has to choose. */
  choice: Choice | null;
}

/** `Jansen, Anna ` and `Änna  jansen` are the same name. */
export function plainPerson(name: string): string {
  const turned = /^([^,]+), ?([^,]+)$/.exec(name.trim());
  return (turned ? `${turned[2]} ${turned[1]}` : name)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, " ")
    .trim();
}

/** The field that stands for a speaker: by address where there is one, else by name and organisation. */
export function speakerKey({ speaker, email, organisation }: SpeakerCells): string {
  const known = email || `${plainPerson(speaker)} / ${plainPerson(organisation)}`;
  return createHash("sha256").update(known).digest("hex").slice(0, 12);
}

type SpeakerCells = Pick<ListRow, "speaker" | "email" | "organisation">;

/** The speakers of a list in the order in which they come, each with whom it was taken for or what was chosen. */
export function findSpeakers(
  rows: readonly ListRow[],
  colleagues: readonly Colleague[],
  chosen: ReadonlyMap<string, string>,
): Speaker[] {
  const speakers = new Map<string, Speaker>();
  for (const row of rows) {
    if (row.problem) continue;
    const key = speakerKey(row);
    const known = speakers.get(key);
    if (known) known.talks += 1;
    else speakers.set(key, findSpeaker(key, row, colleagues, chosen.get(key)));
  }
  return [...speakers.values()];
}

function findSpeaker(
  key: string,
  { speaker, email, organisation }: SpeakerCells,
  colleagues: readonly Colleague[],
  chosen: string | undefined,
): Speaker {
  const byEmail = email === "" ? [] : colleagues.filter((one) => one.email === email);
  const candidates = byEmail.length > 0 ? byEmail : byName(speaker, organisation, colleagues);
  const found = candidates.length === 1 ? candidates[0] : undefined;
  const guess: Choice | null = found
    ? { is: "member", personId: found.personId }
    : candidates.length === 0
      ? { is: "guest" }
      : null;
  return {
    key,
    name: speaker || found?.name || email,
    email,
    organisation,
    talks: 1,
    candidates,
    foundBy: byEmail.length > 0 ? "email" : candidates.length > 0 ? "name" : null,
    choice: readChoice(chosen, colleagues) ?? guess,
  };
}

/** Those of this name; of the organisation that stands beside it where it is one of them. */
function byName(speaker: string, organisation: string, colleagues: readonly Colleague[]): Colleague[] {
  const plain = plainPerson(speaker);
  const same = plain === "" ? [] : colleagues.filter((one) => plainPerson(one.name) === plain);
  const of = plainPerson(organisation);
  const there = same.filter(
    (one) =>
      one.organisation &&
      [one.organisation.name, one.organisation.slug].some((name) => plainPerson(name) === of),
  );
  return there.length > 0 ? there : same;
}

/** `guest`, or a person's id, with `:former` behind it for who takes part no more; null for anything else. */
export function readChoice(
  text: string | undefined,
  colleagues: readonly Pick<Colleague, "personId">[],
): Choice | null {
  if (text === "guest") return { is: "guest" };
  const [personId, former] = (text ?? "").split(":");
  const known = colleagues.some((one) => one.personId === personId);
  if (!personId || !known || (former !== undefined && former !== "former")) return null;
  return { is: former ? "former" : "member", personId };
}

export function choiceValue(choice: Choice | null): string {
  if (choice === null) return "";
  if (choice.is === "guest") return "guest";
  return choice.is === "former" ? `${choice.personId}:former` : choice.personId;
}
