import { useText } from "~/platform/i18n/text.tsx";
import { LinkButton, Notice, Section } from "~/ui/index.ts";
import { attendeeQuery } from "./filter.ts";
import type { Attention } from "./overview.ts";

export interface AttentionListProps {
  attention: Attention[];
  /** By session id. */
  titles: ReadonlyMap<string, string>;
  base: string;
}

/** What had better be looked at first, each with the one thing to do about it. */
export function AttentionList({ attention, titles, base }: AttentionListProps) {
  const { t } = useText();
  return (
    <Section title={t("attendees.attention.title")}>
      {attention.length === 0 && <Notice tone="success">{t("attendees.attention.none")}</Notice>}
      {attention.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {attention.map(({ need, sessionId, count }) => (
            <li
              key={`${need} ${sessionId}`}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
            >
              <p className="min-w-0 flex-1 basis-64">
                {t(`attendees.attention.${need}`, { count, title: titles.get(sessionId) ?? "" })}
              </p>
              <LinkButton size="small" to={linkOf(need, sessionId, base)}>
                {t(`attendees.attention.act.${need}`)}
                <span className="sr-only">: {titles.get(sessionId)}</span>
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function linkOf(need: Attention["need"], sessionId: string, base: string): string {
  switch (need) {
    case "clashes":
      return `${base}/attendees${attendeeQuery({ session: sessionId })}`;
    case "empty":
      return `${base}/sessions/${sessionId}`;
    default:
      return `${base}/seats/${sessionId}`;
  }
}
