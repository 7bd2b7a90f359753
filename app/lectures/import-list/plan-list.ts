import type { Guest } from "#db/schema/lectures.ts";
import type { IsoDate } from "~/platform/time.ts";
import { type Earning, earningsOf, type RosterMode, sharesOf } from "../ledger.ts";
import { presentAt, type RosterMember } from "../presence.ts";
import { findExisting, type KnownTurn } from "./existing.ts";
import type { Joining } from "./joining.ts";
import type { ListReason, ListRow } from "./read-list.ts";
import { type Choice, type Colleague, plainPerson, type Speaker, speakerKey } from "./speakers.ts";

export interface ListWish {
  /** From the first date of the list, or each from their own first talk. */
  joining: Joining;
  /** Whether that also holds for who is on the roster already and joined later. */
  moveMembers: boolean;
}

export type ListOutcome = "new" | "same" | "skipped" | "refused";

/** What becomes of one row. */
export interface ListLine {
  row: number;
  date: IsoDate | null;
  dateText: string;
  speaker: string;
  topic: string;
  outcome: ListOutcome;
  /** Why it is refused or skipped. */
  reason: ListReason | null;
  isGuest: boolean;
}

interface KnownMember extends RosterMember {
  personId: string;
  name: string;
}

export interface RosterBefore {
  mode: RosterMode;
  members: readonly KnownMember[];
  turns: readonly KnownTurn[];
}

export interface NewMember extends KnownMember {
  absences: [];
}

/** A lecture of the list as it is written down. */
export interface HeldLecture {
  heldOn: IsoDate;
  status: "held";
  memberId: string | null;
  guest: Extract<Guest, { is: "guest" }> | null;
  speaker: { personId: string | null; name: string };
  topic: string;
  present: Earning[];
}

export interface ListPlan {
  lines: ListLine[];
  newMembers: NewMember[];
  /** Those on the roster already who were there earlier than it knew. */
  movedMembers: { id: string; name: string; joinedOn: IsoDate }[];
  held: HeldLecture[];
}

export interface ListFacts {
  rows: readonly ListRow[];
  speakers: readonly Speaker[];
  colleagues: readonly Colleague[];
  roster: RosterBefore;
  wish: ListWish;
  today: IsoDate;
  /** The id that somebody new on the roster gets. */
  memberId: (personId: string) => string;
}

/**
 * What taking a list would do. Present at each of its lectures is whoever was on the roster by then, and the speaker;
 * a pause or a wish of today says nothing of the past.
 */
export function planList(facts: ListFacts): ListPlan {
  const { rows, roster } = facts;
  const speakers = new Map(facts.speakers.map((speaker) => [speaker.key, speaker]));
  const read = rows.map((row) => ({ row, speaker: speakers.get(speakerKey(row)) }));
  const lines = read.map(({ row, speaker }) => lineOf(row, speaker, roster));
  const taken = read.flatMap(({ row, speaker }, index) => {
    const { outcome } = lines[index]!;
    const counts = outcome === "new" || outcome === "same";
    return counts && row.date && speaker?.choice
      ? [{ row, date: row.date, speaker, choice: speaker.choice, isNew: outcome === "new" }]
      : [];
  });
  const { newMembers, movedMembers } = findMembers(taken, facts);
  const members = membersThen(roster.members, newMembers, movedMembers);
  const held = taken
    .filter(({ isNew }) => isNew)
    .map(({ row, date, speaker, choice }) => lectureOf(row, date, speaker, choice, members, facts));
  return { lines, newMembers, movedMembers, held };
}

interface Taken {
  row: ListRow;
  date: IsoDate;
  speaker: Speaker;
  choice: Choice;
  isNew: boolean;
}

function lineOf(row: ListRow, speaker: Speaker | undefined, roster: RosterBefore): ListLine {
  const line = {
    row: row.number,
    date: row.date,
    dateText: row.dateText,
    speaker: speaker?.name ?? (row.speaker || row.email),
    topic: row.topic,
    isGuest: speaker?.choice?.is === "guest",
  };
  if (row.problem) return { ...line, outcome: "refused", reason: row.problem.reason };
  const existing = findExisting(row, speaker, roster);
  if (existing) return { ...line, outcome: existing, reason: existing === "skipped" ? "dateTaken" : null };
  if (!speaker?.choice) return { ...line, outcome: "refused", reason: "chooseSpeaker" };
  return { ...line, outcome: "new", reason: null };
}

/** Who comes onto the roster, and whose first day on it moves to an earlier one. */
function findMembers(taken: readonly Taken[], { colleagues, roster, wish, today, memberId }: ListFacts) {
  const dates = taken.map(({ date }) => date).toSorted();
  const newMembers: NewMember[] = [];
  const movedMembers: ListPlan["movedMembers"] = [];
  const seen = new Set<string>();
  for (const { choice, isNew } of taken.toSorted((a, b) => a.date.localeCompare(b.date))) {
    if (choice.is === "guest" || !isNew || seen.has(choice.personId)) continue;
    const { personId } = choice;
    seen.add(personId);
    const own = taken.filter((one) => one.choice.is !== "guest" && one.choice.personId === personId);
    const since = (wish.joining === "list" ? dates : own.map(({ date }) => date).toSorted())[0]!;
    const known = roster.members.find((member) => member.personId === personId);
    const colleague = colleagues.find((one) => one.personId === personId);
    if (!known && colleague) {
      const leftOn = choice.is === "former" ? today : null;
      const { name, organisation } = colleague;
      const organisationId = organisation?.id ?? "";
      const id = memberId(personId);
      newMembers.push({
        ...{ id, personId, name, organisationId, joinedOn: since, leftOn, paused: false, absences: [] },
      });
    } else if (known && wish.moveMembers && since < known.joinedOn) {
      movedMembers.push({ id: known.id, name: known.name, joinedOn: since });
    }
  }
  return { newMembers, movedMembers };
}

function membersThen(
  members: readonly KnownMember[],
  added: readonly NewMember[],
  moved: ListPlan["movedMembers"],
): KnownMember[] {
  const earlier = new Map(moved.map(({ id, joinedOn }) => [id, joinedOn]));
  const then = members.map((member) => ({
    ...member,
    joinedOn: earlier.get(member.id) ?? member.joinedOn,
    paused: false,
    notBefore: null,
  }));
  return [...then, ...added];
}

function lectureOf(
  row: ListRow,
  heldOn: IsoDate,
  speaker: Speaker,
  choice: Choice,
  members: readonly KnownMember[],
  { roster, colleagues }: ListFacts,
): HeldLecture {
  const member =
    choice.is === "guest" ? undefined : members.find(({ personId }) => personId === choice.personId);
  const memberId = member?.id ?? null;
  const present = presentAt(members, heldOn, memberId);
  return {
    heldOn,
    status: "held",
    memberId,
    guest: member ? null : guestOf(speaker, colleagues),
    speaker: { personId: member?.personId ?? null, name: member?.name ?? speaker.name },
    topic: row.topic,
    present: earningsOf(sharesOf(present, roster.mode, memberId)),
  };
}

function guestOf(
  { name, organisation }: Speaker,
  colleagues: readonly Colleague[],
): Extract<Guest, { is: "guest" }> {
  const of = plainPerson(organisation);
  const host = colleagues.find((one) => one.organisation && plainPerson(one.organisation.name) === of);
  return { is: "guest", name, organisationId: host?.organisation?.id ?? null, personId: null };
}
