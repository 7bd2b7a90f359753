import { useText } from "~/platform/i18n/text.tsx";
import { Badge, classNames, EmptyState, Section, Time } from "~/ui/index.ts";
import { Speaker } from "../speaker.tsx";
import { whyWords } from "../why-words.ts";
import type { Imagined, SlotView, WeekView } from "./imagine.server.ts";
import { MemberChanges } from "./member-changes.tsx";

/** The coming weeks now and then, side by side, with what changes and why. */
export function WhatIfPlan({ imagined: { weeks, members, unchanged } }: { imagined: Imagined }) {
  const { t } = useText();
  const changes = weeks.filter(({ cause }) => cause !== null).length;
  return (
    <>
      <Section
        title={t("roster.whatIf.result")}
        intro={t("roster.whatIf.summary", { count: changes, all: weeks.length })}
      >
        {weeks.length === 0 ? (
          <EmptyState title={t("lectures.roster.none")} />
        ) : (
          <ul>
            {weeks.map((week) => (
              <Week key={week.date} week={week} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("roster.whatIf.members")} intro={t("roster.whatIf.membersIntro")}>
        <MemberChanges members={members} unchanged={unchanged} />
      </Section>
    </>
  );
}

function Week({ week: { date, now, after, cause } }: { week: WeekView }) {
  const { t, format } = useText();
  return (
    <li
      className={classNames(
        "grid gap-x-6 gap-y-3 border-b border-line py-4 last:border-0 sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1fr)]",
        cause !== null && "-mx-3 rounded-lg bg-sunken px-3",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 sm:flex-col sm:items-start">
        <span className="font-semibold">
          <Time at={date}>{format.date(date)}</Time>
        </span>
        {cause === null ? (
          <span className="text-sm text-soft">{t("roster.whatIf.same")}</span>
        ) : (
          <Badge tone="accent">{t("roster.whatIf.changes")}</Badge>
        )}
      </div>
      <div>
        {cause !== null && <p className="text-sm text-soft">{t("roster.whatIf.now")}</p>}
        <Who slot={now} />
      </div>
      {cause !== null && (
        <div>
          <p className="text-sm text-soft">{t("roster.whatIf.after")}</p>
          <Who slot={after} />
          <Why slot={after} date={date} cause={cause} />
        </div>
      )}
    </li>
  );
}

function Who({ slot: { status, speaker, isGuest } }: { slot: SlotView }) {
  const { t } = useText();
  if (status === "cancelled") return <p>{t("lectures.status.cancelled")}</p>;
  if (speaker)
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Speaker speaker={speaker} />
        <span className="text-sm text-soft">{t(`roster.whatIf.status.${status}`)}</span>
      </div>
    );
  if (isGuest) return <p>{t("roster.whatIf.guest")}</p>;
  return (
    <p className="text-soft">{t(status === "called" ? "roster.week.openCall" : "lectures.roster.nobody")}</p>
  );
}

function Why({ slot, date, cause }: { slot: SlotView; date: string; cause: NonNullable<WeekView["cause"]> }) {
  const text = useText();
  const why = slot.explanation && slot.speaker ? ` ${whyWords(slot.explanation, date, text)}` : "";
  return (
    <p className="mt-1 text-sm text-soft tabular-nums">
      {text.t(`roster.whatIf.cause.${cause}`)}
      {why}
    </p>
  );
}
