import { Form } from "@remix-run/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, CheckboxField, Fieldset } from "~/ui/index.ts";
import { type Refusable, refusable } from "./topics.ts";

/** A switch a sort of mail: on is what comes, and each says what follows when it is off. */
export function TopicSwitches({ refused }: { refused: readonly Refusable[] }) {
  const { t } = useText();
  return (
    <Form method="post" className="flex flex-col gap-6">
      <Fieldset legend={t("mailPreferences.page.legend")}>
        {refusable.map((topic) => (
          <CheckboxField
            key={topic}
            name="wanted"
            value={topic}
            checked={!refused.includes(topic)}
            label={t(`mailPreferences.topics.${topic}.name`)}
            hint={
              <>
                {t(`mailPreferences.topics.${topic}.what`)}
                <br />
                {t("mailPreferences.page.without", { what: t(`mailPreferences.topics.${topic}.without`) })}
              </>
            }
          />
        ))}
      </Fieldset>
      <div>
        <Button name="intent" value="save">
          {t("mailPreferences.page.save")}
        </Button>
      </div>
    </Form>
  );
}
