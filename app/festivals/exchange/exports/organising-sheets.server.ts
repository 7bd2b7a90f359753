import type { IsoInstant } from "~/platform/time.ts";
import { localOf } from "~/platform/time.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import { listProposals } from "../../call/proposals.server.ts";
import { listQuestions } from "../../call/questions.server.ts";
import { wordsOf } from "../../decision-words.ts";
import { listDecisions } from "../../decisions.server.ts";
import { noFilter } from "../../review/filter.ts";
import { reviewOverview } from "../../review/overview.server.ts";
import type { Exporting, SeatHolder } from "./exporting.ts";
import type { Sheet, Value } from "./sheet.ts";

const momentIn =
  (timeZone: string) =>
  (instant: IsoInstant | null): Value =>
    instant ? { moment: localOf(instant, timeZone) } : null;

/** Proposals with their answers, and the scores that this organiser may see: others' only after giving one's own. */
export async function proposalSheet({ db, festival, viewer, t }: Exporting): Promise<Sheet> {
  const questions = await listQuestions(db, festival.id);
  const proposals = new Map((await listProposals(db, festival.id)).map((one) => [one.id, one]));
  const overview = await reviewOverview(db, festival, noFilter, viewer);
  const hosts = festival.hosts
    .filter(({ status }) => status === "accepted")
    .map(({ organisation }) => organisation);
  const moment = momentIn(festival.timeZone);
  const names = ["title", "host", "speakers", "duration", "track", "language", "level", "capacity"] as const;
  return {
    header: [
      ...names.map((name) => t(`exchange.field.${name}`)),
      t("exchange.columns.status"),
      t("exchange.columns.submitted"),
      t("exchange.field.abstract"),
      t("exchange.field.equipment"),
      ...questions.map(({ label }) => label),
      t("exchange.columns.score"),
      t("exchange.columns.spread"),
      ...hosts.map(({ name }) => t("exchange.columns.scoreOf", { host: name })),
    ],
    rows: overview.map((row) => {
      const proposal = proposals.get(row.id);
      return [
        row.title,
        row.organisation.name,
        [...new Set([row.proposer, ...row.speakers])].join("; "),
        row.minutes,
        row.track?.name ?? null,
        row.language,
        t(`exchange.levels.${row.level}`),
        row.size,
        t(`exchange.proposal.${row.status}`),
        moment(row.submittedAt),
        proposal?.abstract ?? null,
        proposal?.equipment ?? null,
        ...questions.map(({ id }) => proposal?.answers[id] ?? null),
        rounded(row.mean),
        rounded(row.spread),
        ...hosts.map(({ id }) => rounded(row.hosts.find((host) => host.organisationId === id)?.mean ?? null)),
      ];
    }),
  };
}

const rounded = (number: number | null) => (number === null ? null : Math.round(number * 100) / 100);

export async function hostSheet({ festival, t }: Exporting): Promise<Sheet> {
  const moment = momentIn(festival.timeZone);
  return {
    header: [
      t("exchange.field.host"),
      t("exchange.columns.leads"),
      t("exchange.columns.status"),
      t("exchange.columns.invited"),
      t("exchange.columns.decided"),
    ],
    rows: festival.hosts.map(({ organisation, leads, status, invitedAt, decidedAt }) => [
      organisation.name,
      t(leads ? "exchange.yes" : "exchange.no"),
      t(`exchange.hostStatus.${status}`),
      moment(invitedAt),
      moment(decidedAt),
    ]),
  };
}

export async function decisionSheet({ db, festival, t, format }: Exporting): Promise<Sheet> {
  const moment = momentIn(festival.timeZone);
  return {
    header: [
      t("exchange.columns.when"),
      t("exchange.columns.who"),
      t("exchange.field.host"),
      t("exchange.columns.decision"),
    ],
    rows: (await listDecisions(db, festival.id)).map((decision) => [
      moment(decision.decidedAt),
      decision.person,
      decision.organisation,
      wordsOf(decision, { t, format }),
    ]),
  };
}

/** Sign-ups of each session: one's own people by name, those of others as a number of each organisation. */
export async function signupSheet({ db, festival, viewer, listSeatHolders, t }: Exporting): Promise<Sheet> {
  const sessions = await listSessions(db, { festivalId: festival.id, statuses: ["tentative", "confirmed"] });
  const holders = await listSeatHolders(
    db,
    sessions.map(({ id }) => id),
    viewer.organisationId,
  );
  const own = festival.hosts.find(({ organisation }) => organisation.id === viewer.organisationId);
  const cellsOf = (when: Value[], holder: SeatHolder): Value[] => [
    ...when,
    holder.organisation ?? own?.organisation.name ?? null,
    holder.name,
    holder.email,
    t(holder.status ? `exchange.signup.${holder.status}` : "exchange.signup.nothing"),
    holder.count,
    holder.placedBy,
    holder.reason || null,
  ];
  const names = ["title", "date", "start"] as const;
  const bySession = new Map<string | null, SeatHolder[]>();
  for (const one of holders) bySession.set(one.sessionId, [...(bySession.get(one.sessionId) ?? []), one]);
  return {
    header: [
      ...names.map((name) => t(`exchange.field.${name}`)),
      t("exchange.field.host"),
      t("exchange.columns.person"),
      t("exchange.field.email"),
      t("exchange.columns.status"),
      t("exchange.columns.count"),
      t("exchange.columns.placedBy"),
      t("exchange.columns.reason"),
    ],
    rows: [
      ...sessions.flatMap(({ id, title, startsAt, allDay }) => {
        const local = localOf(startsAt, festival.timeZone);
        const when = [title, { date: local.slice(0, 10) }, allDay ? null : { time: local.slice(11, 16) }];
        return (bySession.get(id) ?? []).map((holder) => cellsOf(when, holder));
      }),
      ...(bySession.get(null) ?? []).map((holder) => cellsOf([null, null, null], holder)),
    ],
  };
}
