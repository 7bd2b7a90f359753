import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Section } from "~/ui/index.ts";
import type { Draft } from "./draft.ts";

/** What else can be done with a session: give it again, take it out, cancel it now. */
export function DraftActions({ draft, mayLead }: { draft: Draft; mayLead: boolean }) {
  const { t } = useText();
  const { title } = draft;
  return (
    <Section title={t("festivals.session.more")}>
      <ul className="flex max-w-2xl flex-col">
        {draft.cancelled ? (
          <Deed>
            <ActionForm fields={{ intent: "restore" }} variant="secondary">
              {t("festivals.session.restore")}
            </ActionForm>
          </Deed>
        ) : (
          <>
            <Deed hint={t("festivals.session.againHint")}>
              <ActionForm fields={{ intent: "again" }} variant="secondary">
                {t("festivals.session.again")}
              </ActionForm>
            </Deed>
            {draft.released ? (
              <Deed hint={t("festivals.session.takeOutHint")}>
                <ActionForm fields={{ intent: "remove" }} variant="secondary">
                  {t("festivals.session.takeOut")}
                </ActionForm>
              </Deed>
            ) : (
              <Deed hint={t("festivals.session.removeHint")}>
                <ActionForm
                  fields={{ intent: "remove" }}
                  variant="danger"
                  confirm={t("festivals.session.removeConfirm", { title })}
                >
                  {t("festivals.session.remove")}
                </ActionForm>
              </Deed>
            )}
          </>
        )}
        {draft.released && mayLead && (
          <Deed hint={t("festivals.session.cancelNowHint")}>
            <ActionForm
              fields={{ intent: "cancel" }}
              variant="danger"
              confirm={t("festivals.session.cancelNowConfirm", { title })}
            >
              {t("festivals.session.cancelNow")}
            </ActionForm>
          </Deed>
        )}
      </ul>
    </Section>
  );
}

function Deed({ hint, children }: { hint?: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3 last:border-0">
      {hint && <span className="flex-1 basis-60 text-soft">{hint}</span>}
      {children}
    </li>
  );
}
