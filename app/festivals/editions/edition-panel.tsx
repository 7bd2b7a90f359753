import type { SubmissionResult } from "@conform-to/react";
import { CopyPlus } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Disclosure, LinkButton, Notice, Section } from "~/ui/index.ts";
import { EditionForm } from "./edition-form.tsx";
import type { EditionFacts } from "./edition-page.server.ts";

export interface EditionPanelProps {
  festival: EditionFacts;
  /** Everybody who would be mailed. */
  people: number;
  resultOf: (form: string) => SubmissionResult<string[]> | undefined;
}

/** Next year again: what the copy takes along. */
export function CopySection({ slug }: { slug: string }) {
  const { t } = useText();
  return (
    <Section title={t("editions.copy.title")} intro={t("editions.copy.intro")}>
      <div>
        <LinkButton to={`/festivals/${slug}/organise/edition/copy`} icon={CopyPlus}>
          {t("editions.copy.begin")}
        </LinkButton>
      </div>
    </Section>
  );
}

/** Another date, or none yet. Nothing of it is left when the festival has been or is called off. */
export function DatesSection({ festival, people, resultOf }: EditionPanelProps) {
  const { t, format } = useText();
  if (festival.over || festival.status === "cancelled") return null;
  return (
    <Section
      title={t("editions.reschedule.title")}
      intro={t("editions.reschedule.intro", {
        dates: format.dateRange(festival.startsOn, festival.endsOn),
      })}
    >
      {festival.postponedAt && (
        <Notice
          tone="warning"
          title={t("editions.postpone.since", { when: format.moment(festival.postponedAt) })}
        >
          <p>{t("editions.postpone.waits")}</p>
        </Notice>
      )}
      <Disclosure
        summary={t("editions.reschedule.open")}
        open={festival.postponedAt !== null || resultOf("reschedule") !== undefined}
      >
        <EditionForm
          decision="reschedule"
          startsOn={festival.startsOn}
          submit={t("editions.reschedule.submit")}
          reasonHint={t("editions.reasonHint")}
          lastResult={resultOf("reschedule")}
        >
          <Notice>
            <p>{t("editions.reschedule.what")}</p>
            <p>
              {t("editions.reschedule.sessions", { count: festival.sessions })}{" "}
              {t("editions.told", { count: people })}
            </p>
          </Notice>
        </EditionForm>
      </Disclosure>
      {!festival.postponedAt && (
        <Disclosure summary={t("editions.postpone.title")} open={resultOf("postpone") !== undefined}>
          <EditionForm
            decision="postpone"
            submit={t("editions.postpone.submit")}
            reasonHint={t("editions.reasonHint")}
            lastResult={resultOf("postpone")}
          >
            <Notice>
              <p>{t("editions.postpone.what")}</p>
              <p>{t("editions.told", { count: people })}</p>
            </Notice>
          </EditionForm>
        </Disclosure>
      )}
    </Section>
  );
}

/** Calling it off, or letting it take place after all. */
export function CancelSection({ festival, people, resultOf }: EditionPanelProps) {
  const { t } = useText();
  if (festival.over) return null;
  if (festival.status === "cancelled")
    return (
      <Section title={t("editions.reinstate.title")} intro={t("editions.reinstate.intro")}>
        <EditionForm
          decision="reinstate"
          submit={t("editions.reinstate.submit")}
          reasonHint={t("editions.reasonHint")}
          lastResult={resultOf("reinstate")}
        >
          <Notice>
            <p>{t("editions.reinstate.what")}</p>
            <p>
              {t("editions.told", { count: people })} {t("editions.reinstate.untold")}
            </p>
          </Notice>
        </EditionForm>
      </Section>
    );
  return (
    <Section title={t("editions.cancel.title")} intro={t("editions.cancel.intro")}>
      <Disclosure summary={t("editions.cancel.open")} open={resultOf("cancel") !== undefined}>
        <EditionForm
          decision="cancel"
          variant="danger"
          submit={t("editions.cancel.submit", { festival: festival.name })}
          reasonHint={t("editions.reasonHint")}
          sure={t("editions.cancel.sure", { count: people })}
          lastResult={resultOf("cancel")}
        >
          <Notice tone="warning" title={t("editions.cancel.what")}>
            <ul className="mt-1 list-disc ps-5">
              <li>{t("editions.cancel.sessions", { count: festival.sessions })}</li>
              <li>
                {t("editions.told", { count: people })} {t("editions.cancel.who")}
              </li>
              <li>{t("editions.cancel.signup")}</li>
              <li>{t("editions.cancel.stays")}</li>
              <li>{t("editions.cancel.undo")}</li>
            </ul>
          </Notice>
        </EditionForm>
      </Disclosure>
    </Section>
  );
}

/** Out of the lists, and back. */
export function ArchiveSection({ festival }: Pick<EditionPanelProps, "festival">) {
  const { t, format } = useText();
  const { archivedAt } = festival;
  return (
    <Section title={t("editions.archive.title")} intro={t("editions.archive.intro")}>
      {archivedAt ? (
        <div className="flex flex-wrap items-center gap-4">
          <p>{t("editions.archive.since", { when: format.moment(archivedAt) })}</p>
          <ActionForm fields={{ form: "unarchive" }} variant="secondary">
            {t("editions.archive.back")}
          </ActionForm>
        </div>
      ) : festival.mayBeArchived ? (
        <div>
          <ActionForm fields={{ form: "archive" }} variant="secondary">
            {t("editions.archive.submit")}
          </ActionForm>
        </div>
      ) : (
        <p className="text-soft">{t("editions.archive.coming")}</p>
      )}
    </Section>
  );
}
