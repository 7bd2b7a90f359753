import { Link } from "@remix-run/react";
import type { UnfinishedDraft } from "~/festivals/call/my-proposals.server.ts";
import { momentIn } from "~/festivals/call/words.ts";
import { useText } from "~/platform/i18n/text.tsx";
import type { IsoInstant } from "~/platform/time.ts";
import { EmptyState, LinkButton, Section, StatusBadge, TextLink, Time } from "~/ui/index.ts";

export interface MyItem {
  id: string;
  to: string;
  title: string;
  language: string;
  place: string;
  startsAt: IsoInstant;
  endsAt: IsoInstant;
  timeZone: string;
  allDay: boolean;
  part: "gives" | "attends" | "offered" | "waits" | "passed-over";
  cancelled: boolean;
}

export interface MyNextProps {
  items: MyItem[];
  /** Proposals that are written but not handed in. */
  unfinished: UnfinishedDraft[];
}

/** What I began, and the next few things in my agenda. */
export function MyNext({ items, unfinished }: MyNextProps) {
  return (
    <>
      {unfinished.length > 0 && <Unfinished drafts={unfinished} />}
      <Agenda items={items} />
    </>
  );
}

function Unfinished({ drafts }: { drafts: UnfinishedDraft[] }) {
  const { t, format } = useText();
  return (
    <Section title={t("call.mine.title")}>
      <ul className="border-t border-line">
        {drafts.map(({ id, to, title, language, festival, closesAt, timeZone }) => (
          <li key={id}>
            <Link
              to={to}
              className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line py-3 hover:bg-surface"
            >
              <span>
                <span lang={title ? language : undefined} className="font-semibold">
                  {title || t("call.propose.untitled")}
                </span>
                <span className="text-soft"> · {t("call.mine.unfinished", { festival })}</span>
              </span>
              <span className="text-soft">
                {closesAt
                  ? t("call.mine.until", { moment: momentIn(format, closesAt, timeZone) })
                  : t("call.mine.open")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Agenda({ items }: { items: MyItem[] }) {
  const { t, format } = useText();
  if (items.length === 0)
    return (
      <Section title={t("home.agenda.title")} id="agenda">
        <EmptyState
          title={t("home.agenda.empty")}
          action={<LinkButton to="/festivals">{t("home.welcome.look")}</LinkButton>}
        >
          {t("home.agenda.emptyText")}
        </EmptyState>
      </Section>
    );
  return (
    <Section
      title={t("home.agenda.title")}
      id="agenda"
      actions={<TextLink to="/agenda">{t("home.agenda.all")}</TextLink>}
    >
      <ol className="border-t border-line">
        {items.map((item) => (
          <li key={item.id}>
            <Link
              to={item.to}
              className="grid items-baseline gap-x-6 gap-y-1 border-b border-line py-3 hover:bg-surface sm:grid-cols-[16rem_minmax(0,1fr)_auto]"
            >
              <Time at={item.startsAt}>{format.sessionTime(item)}</Time>
              <span>
                <span lang={item.language} className="font-semibold">
                  {item.title}
                </span>
                {item.place && <span className="text-soft"> · {item.place}</span>}
              </span>
              <span>
                {item.cancelled ? (
                  <StatusBadge status="cancelled">{t("home.agenda.cancelled")}</StatusBadge>
                ) : (
                  <StatusBadge status={item.part}>{t(`home.agenda.part.${item.part}`)}</StatusBadge>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  );
}
