import { CalendarClock } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, EmptyState, Section, Time } from "~/ui/index.ts";
import { ChangeList } from "../change-list.tsx";
import { ChangeSummary } from "../change-summary.tsx";
import type { Release } from "../releases.server.ts";

export interface ChangelogProps {
  /** The festival's page. */
  path: string;
  releases: Omit<Release, "releasedBy">[];
}

/** Every release for whoever follows the programme, the latest first; the first one is the programme itself. */
export function Changelog({ path, releases }: ChangelogProps) {
  const { t, format } = useText();
  if (releases.length === 0)
    return (
      <EmptyState icon={CalendarClock} title={t("editions.changelog.empty")}>
        {t("editions.changelog.emptyHint")}
      </EmptyState>
    );
  return releases.map(({ number, note, organisation, releasedAt, changes }) => {
    const list = <ChangeList changes={changes} linkOf={({ id }) => `${path}/sessions/${id}`} />;
    const when = format.moment(releasedAt);
    return (
      <Section
        key={number}
        id={`release-${number}`}
        title={t("festivals.releases.version", { number })}
        intro={
          <Time at={releasedAt}>
            {organisation ? t("festivals.releases.by", { when, name: organisation }) : when}
          </Time>
        }
      >
        {note && <p className="max-w-prose whitespace-pre-line">{note}</p>}
        {number === 1 ? (
          <Disclosure summary={<ChangeSummary changes={changes} />}>{list}</Disclosure>
        ) : (
          <div>
            <p className="font-semibold">
              <ChangeSummary changes={changes} />
            </p>
            {list}
          </div>
        )}
      </Section>
    );
  });
}
