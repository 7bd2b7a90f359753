import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Notice, Page, TextLink } from "~/ui/index.ts";
import type { Refusable } from "./topics.ts";

interface Props {
  /** Null where the address has no account: there are no other sorts to show it. */
  email: string | null;
  topic: Refusable;
  refused: boolean;
}

/** Where the last line of a mail leads: one button that stops its sort, or takes that back. */
export function UnsubscribeQuestion({ email, topic, refused }: Props) {
  const { t } = useText();
  const name = t(`mailPreferences.topics.${topic}.name`);
  const about = email ? t("mailPreferences.unsubscribe.about", { email, topic: name }) : name;
  return (
    <Page
      width="narrow"
      title={t(refused ? "mailPreferences.unsubscribe.done" : "mailPreferences.unsubscribe.title")}
      intro={about}
    >
      <div className="flex flex-col gap-4">
        {refused ? (
          <>
            <Notice tone="success">{t(`mailPreferences.topics.${topic}.without`)}</Notice>
            <p>{t("mailPreferences.unsubscribe.accident")}</p>
            <div>
              <ActionForm
                fields={{ intent: "again" }}
                variant="secondary"
                label={t("mailPreferences.unsubscribe.again")}
              />
            </div>
          </>
        ) : (
          <>
            <p>{t(`mailPreferences.topics.${topic}.what`)}</p>
            <p>{t(`mailPreferences.topics.${topic}.without`)}</p>
            <div>
              <ActionForm fields={{ intent: "stop" }} label={t("mailPreferences.unsubscribe.button")} />
            </div>
            <p className="text-sm text-soft">{t("mailPreferences.unsubscribe.only")}</p>
          </>
        )}
      </div>
      {email && (
        <p>
          <TextLink to="/account/mail">{t("mailPreferences.unsubscribe.all")}</TextLink>{" "}
          <span className="text-soft">{t("mailPreferences.unsubscribe.allHint")}</span>
        </p>
      )}
    </Page>
  );
}
