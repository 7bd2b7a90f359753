import { useText } from "~/platform/i18n/text.tsx";
import { LinkButton, Notice, Section } from "~/ui/index.ts";
import { LinesLeftOut } from "./line-report.tsx";
import type { ListAnswer } from "./list-page.server.ts";

interface ListDoneProps {
  done: Extract<ListAnswer, { step: "done" }>;
  slug: string;
}

/** What was taken, and where to look at it. */
export function ListDone({ done: { counts, newcomers, leftOut }, slug }: ListDoneProps) {
  const { t } = useText();
  return (
    <Section
      title={t("rosterImport.done.title")}
      actions={
        <>
          <LinkButton to={`/lectures/${slug}/roster`} variant="primary">
            {t("rosterImport.done.toRoster")}
          </LinkButton>
          <LinkButton to={`/lectures/${slug}`} variant="quiet">
            {t("rosterImport.done.toSeries")}
          </LinkButton>
        </>
      }
    >
      <Notice
        tone={leftOut.length > 0 ? "warning" : "success"}
        title={t("rosterImport.taken", { count: counts.new })}
      >
        {newcomers > 0 && t("rosterImport.done.newcomers", { count: newcomers })}{" "}
        {t("rosterImport.done.text")}
      </Notice>
      {leftOut.length > 0 && <LinesLeftOut lines={leftOut} />}
    </Section>
  );
}
