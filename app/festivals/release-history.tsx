import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, Section, TextLink } from "~/ui/index.ts";
import { ChangeList } from "./change-list.tsx";
import { ChangeSummary } from "./change-summary.tsx";
import type { Release } from "./releases.server.ts";

export interface ReleaseHistoryProps {
  releases: Release[];
  /** Where one release is looked at, and gone back to: this and its number. */
  base: string;
  children?: ReactNode;
}

/** Every earlier release: who, when, why and what changed. */
export function ReleaseHistory({ releases, base, children }: ReleaseHistoryProps) {
  const { t, format } = useText();
  if (releases.length === 0) return null;
  return (
    <Section title={t("festivals.releases.history")} intro={children}>
      <ol className="flex flex-col" reversed>
        {releases.map((release, index) => {
          const when = format.moment(release.releasedAt);
          return (
            <li key={release.number} className="border-b border-line py-3 last:border-0">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-semibold">
                  {t("festivals.releases.version", { number: release.number })}
                </span>
                <span className="text-soft">
                  {release.releasedBy
                    ? t("festivals.releases.by", { when, name: release.releasedBy })
                    : t("festivals.releases.on", { when })}
                </span>
                {index > 0 && (
                  <TextLink to={`${base}/${release.number}`}>
                    {t("editions.rollBack.link", { number: release.number })}
                  </TextLink>
                )}
              </p>
              {release.note && <p className="max-w-prose whitespace-pre-line">{release.note}</p>}
              <Disclosure summary={<ChangeSummary changes={release.changes} />}>
                <ChangeList changes={release.changes} />
              </Disclosure>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
