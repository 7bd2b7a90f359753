import type { Database } from "#db/connect.ts";
import type { Text } from "~/platform/i18n/catalogue.ts";
import { dateIn, type Instant, type IsoInstant, isBefore, localOf, Temporal } from "~/platform/time.ts";
import { listHistory } from "../history.server.ts";
import { isPresent } from "../presence.ts";
import { loadRoster, type Roster, type Turn } from "../roster.server.ts";
import type { Series } from "../series.ts";
import { returnTurns } from "../swaps/swap.ts";
import { listSwaps } from "../swaps/swaps.server.ts";
import { historyWords } from "./history-words.ts";
import { findSlip } from "./slip.server.ts";
import { nameSlip, type Slip } from "./slip.ts";
import { nextOf, stateOf } from "./state.ts";

export interface HistorySentence {
  id: number;
  at: IsoInstant;
  when: string;
  words: string;
}

/** One week as an organiser sees it, in sentences; times by the clock of the series. */
export type TurnPage = NonNullable<Awaited<ReturnType<typeof viewTurn>>>;

/** `seriesText` carries the zone of the series. */
export async function viewTurn(
  db: Database,
  { series, turnId, viewerId }: { series: Series; turnId: string; viewerId: string },
  seriesText: Text,
  now: Instant,
) {
  const roster = await loadRoster(db, series);
  const turn = roster.turns.find(({ id }) => id === turnId);
  if (!turn) return null;
  const swap = (await listSwaps(db, [turnId])).find(({ status }) => status === "open");
  const state = stateOf(turn, swap?.expiresAt ?? null);
  const next = nextOf(turn, series.timeZone, now);
  const { t, format } = seriesText;
  const nameOf = namesOf(roster);
  const names =
    turn.guest?.is === "guest"
      ? turn.guest.name
      : format.list(state.memberIds.map((id) => nameOf(id) ?? t("turn.somebody")));
  const when = (at: IsoInstant | null) => (at ? whenWords(at, seriesText, now) : "");
  const stateValues = { names, when: when(state.at), count: state.memberIds.length };
  const isToCome = isBefore(now, turn.startsAt);
  const slip = isToCome ? await findSlip(db, roster, turn, { now }) : null;
  return {
    turnId,
    date: turn.heldOn,
    time: localOf(turn.startsAt, series.timeZone).slice(11, 16),
    place: turn.place,
    zone: format.zoneName(series.timeZone),
    status: turn.status,
    hasGuest: turn.guest !== null,
    speaker: turn.status === "confirmed" ? (nameOf(turn.memberId) ?? null) : null,
    isToCome,
    wasHeld: turn.present !== null,
    state: t(`turn.state.${state.is === "standIns" ? "standIns" : state.is}`, stateValues),
    next: t(`turn.next.${next.is}`, { names, when: when(next.at) }),
    colleagues: colleaguesOf(roster, turn, seriesText),
    swaps: isToCome ? swapOptions(roster, turn, seriesText, now) : [],
    slip: slip && slipWords(roster, slip, seriesText),
    isMember: roster.members.some(({ personId, leftOn }) => personId === viewerId && leftOn === null),
    history: await readHistory(db, roster, turnId, seriesText, true),
  };
}

/** What happened to a turn. `mayKnowWho`: who was asked and who could not are for organisers alone. */
export async function readHistory(
  db: Database,
  roster: Pick<Roster, "members">,
  turnId: string,
  seriesText: Text,
  mayKnowWho: boolean,
): Promise<HistorySentence[]> {
  const lines = await listHistory(db, turnId);
  const reader = { text: seriesText, nameOf: namesOf(roster), mayKnowWho };
  return lines.map((line) => ({
    id: line.id,
    at: line.at,
    when: seriesText.format.moment(line.at),
    words: historyWords(line, reader),
  }));
}

function namesOf({ members }: Pick<Roster, "members">) {
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return (memberId: string | null) => (memberId === null ? null : (names.get(memberId) ?? null));
}

/** `tomorrow 10:30`, `Thu 3 Dec 10:30`: by the clock of the series. */
export function whenWords(at: IsoInstant, { format, timeZone }: Text, now: Instant): string {
  const date = dateIn(Temporal.Instant.from(at), timeZone);
  const today = dateIn(now, timeZone);
  const days = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(date)).days;
  const day = days === 0 || days === 1 ? format.relativeDay(date, today) : format.date(date);
  return `${day} ${format.time(at, timeZone)}`;
}

function colleaguesOf({ members }: Roster, turn: Turn, { t }: Text) {
  return members
    .filter(({ leftOn }) => leftOn === null)
    .map((member) => ({
      value: member.id,
      label: isPresent(member, turn.heldOn) ? member.name : t("turn.page.optionAway", { name: member.name }),
    }));
}

/** Who could speak instead, and what each could give in return: `member` or `member:turn`. */
function swapOptions(roster: Roster, turn: Turn, { t, format }: Text, now: Instant) {
  const from = roster.members.find(({ id }) => id === turn.memberId);
  if (!from || turn.status !== "confirmed") return [];
  const present = roster.members.filter((one) => one.id !== from.id && isPresent(one, turn.heldOn));
  return present.flatMap((one) => [
    ...returnTurns(roster.turns, one, from, now).map((given) => ({
      value: `${one.id}:${given.id}`,
      label: t("turn.page.swapReturns", { name: one.name, date: format.date(given.heldOn) }),
    })),
    { value: one.id, label: t("turn.page.swapCovers", { name: one.name }) },
  ]);
}

function slipWords(roster: Roster, slip: Slip, { t, format }: Text) {
  const nameOf = namesOf(roster);
  const turnOf = (id: string) => roster.turns.find((turn) => turn.id === id)!;
  const date = (id: string) => format.date(turnOf(id).heldOn);
  const last = turnOf(slip.moves.at(-1)!.to);
  const asked = last.offers.filter(({ status }) => status === "open");
  const why = {
    away: "turn.page.slipAway",
    busy: "turn.page.slipBusy",
    guest: "turn.page.slipGuest",
  } as const;
  return {
    shown: nameSlip(slip),
    moves: slip.moves.map(({ memberId, from, to }) =>
      t("turn.page.slipMove", { name: nameOf(memberId) ?? "", from: date(from), to: date(to) }),
    ),
    released: asked.map(({ memberId }) =>
      t("turn.page.slipReleased", { name: nameOf(memberId) ?? "", date: date(last.id) }),
    ),
    warnings: slip.skipped.map((skipped) =>
      t(why[skipped.why], { name: nameOf(skipped.memberId) ?? "", date: date(skipped.turnId) }),
    ),
  };
}
