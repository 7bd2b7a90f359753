import type { Database } from "#db/connect.ts";
import { offers, turnHistory, turns } from "#db/schema/index.ts";
import { offerDeadline } from "~/lectures/escalation/boundaries.ts";
import { recordEvents } from "~/platform/events.server.ts";
import { type IsoInstant, plus, Temporal } from "~/platform/time.ts";
import { fillAfterwards } from "./afterwards.server.ts";
import type { Alliance, Story } from "./alliance.server.ts";
import { audienceContent } from "./content/roster.ts";
import type { makeSeries } from "./factories/lectures.ts";
import { makeAllSpeakers, makeSessions, type SessionRow } from "./factories/sessions.ts";
import { makeSignups } from "./factories/signups.ts";
import { historyOf } from "./history.ts";
import type { CastMember } from "./roster.ts";
import { fillSwap } from "./swap.server.ts";
import type { LivedTurn } from "./year.ts";

interface Lived {
  series: Awaited<ReturnType<typeof makeSeries>>;
  members: CastMember[];
  lived: LivedTurn[];
}

/** The lectures that attendees see, their turns on the roster and every offer that was made for them. */
export async function fillTurns(
  db: Database,
  story: Story,
  alliance: Alliance,
  { series, members, lived }: Lived,
): Promise<void> {
  const told = tellTopics(members, lived);
  const sessions = await makeSessions(
    db,
    told.map((turn) => ({
      seriesId: series.id,
      organisationId: series.leadOrganisationId,
      title: turn.topic || series.name,
      language: series.language,
      place: series.place,
      startsLocal: `${turn.heldOn}T${series.localTime}`,
      timeZone: series.timeZone,
      durationMinutes: series.durationMinutes,
      status: turn.speaker ? "confirmed" : "tentative",
      sequence: turn.speaker ? 1 : 0,
      createdAt: plannedAt(turn),
      updatedAt: touchedAt(turn),
    })),
    story,
  );
  await makeAllSpeakers(
    db,
    sessions.map((session, index) => {
      const { speaker } = told[index]!;
      return { session, speakers: speaker ? [{ name: speaker.name, personId: speaker.personId }] : [] };
    }),
  );
  await db.insert(turns).values(
    told.map(({ offers: _, speaker: __, ...turn }, index) => {
      const { id: sessionId, updatedAt } = sessions[index]!;
      return { ...turn, plannedOn: turn.heldOn, seriesId: series.id, sessionId, updatedAt };
    }),
  );
  const lectures = told.map((turn, index) => ({ ...turn, startsAt: sessions[index]!.startsAt }));
  const made = lectures.flatMap((turn) =>
    turn.offers.map(({ explanation: _, ...offer }) => ({
      ...offer,
      id: story.ids.uuid(),
      turnId: turn.id,
      deadlineAt: offerDeadline(turn, series.timeZone, Temporal.Instant.from(offer.offeredAt)),
    })),
  );
  await db.insert(offers).values(made);
  // Whoever is asked finds the mail that asks them in the outbox.
  const open = made.filter(({ status }) => status === "open");
  const about = { kind: "turn.offered", now: story.now };
  await recordEvents(
    db,
    open.map(({ id, turnId }) => ({ ...about, subject: turnId, payload: { offerId: id } })),
  );
  await db.insert(turnHistory).values(historyOf(lectures, series.timeZone, story.now));
  await fillSwap(db, story, lectures, series.timeZone);
  const held = told.flatMap(({ id: turnId, status, speaker }, index) =>
    status === "held" && speaker
      ? [{ turnId, speakerId: speaker.personId, endsAt: sessions[index]!.endsAt }]
      : [],
  );
  await fillAfterwards(db, story, alliance, held);
  const next = told.findIndex((turn) => turn.status === "confirmed");
  if (next >= 0) await fillAudience(db, story, alliance, sessions[next]!, told[next]!);
}

interface ToldTurn extends LivedTurn {
  topic: string;
  speaker: CastMember | undefined;
}

/** Who speaks on what in each turn; nobody and nothing while it is not agreed. */
function tellTopics(members: CastMember[], lived: LivedTurn[]): ToldTurn[] {
  const given = new Map<string, number>();
  return lived.map((turn) => {
    const agreed = turn.status !== "offered" && turn.status !== "open";
    const speaker = agreed ? members.find((one) => one.id === turn.memberId) : undefined;
    if (!speaker) return { ...turn, topic: "", speaker };
    const count = given.get(speaker.id) ?? 0;
    given.set(speaker.id, count + 1);
    return { ...turn, topic: speaker.topics[count] ?? "", speaker };
  });
}

/** Turns are planned eight weeks ahead. */
const plannedAt = (turn: LivedTurn): IsoInstant => plus(`${turn.heldOn}T08:00:00Z`, { hours: -8 * 7 * 24 });

function touchedAt(turn: LivedTurn): IsoInstant {
  const last = turn.offers.at(-1);
  return last?.answeredAt ?? last?.offeredAt ?? plannedAt(turn);
}

/** Those who come to the next lecture and said so. */
async function fillAudience(
  db: Database,
  story: Story,
  { people }: Alliance,
  session: SessionRow,
  { speaker }: ToldTurn,
): Promise<void> {
  const audience = audienceContent.filter((key) => people[key].id !== speaker?.personId);
  await makeSignups(
    db,
    audience.map((key) => ({
      sessionId: session.id,
      personId: people[key].id,
      createdAt: session.updatedAt,
      updatedAt: session.updatedAt,
    })),
    story,
  );
}
