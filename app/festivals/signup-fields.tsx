import { useText } from "~/platform/i18n/text.tsx";
import type { ConformField } from "~/ui/field.tsx";
import { DateTimeField, RadioGroup } from "~/ui/index.ts";
import type { Decision } from "./decisions.server.ts";
import { DecidedBy } from "./decisions-panel.tsx";

export interface SignupFieldsProps {
  fields: Record<"signupMode" | "signupOpens" | "signupCloses", ConformField>;
  /** In which its times are told. */
  zone: string;
  /** Who last decided how seats are given. */
  decided: Decision | null;
}

/** How and when attendees get their seats. */
export function SignupFields({ fields, zone, decided }: SignupFieldsProps) {
  const { t } = useText();
  return (
    <>
      <RadioGroup
        field={fields.signupMode}
        label={t("hosting.signup.mode")}
        hint={
          <>
            {t("hosting.signup.shared")} <DecidedBy decision={decided} />
          </>
        }
        options={[
          {
            value: "first-come",
            label: t("hosting.signup.firstCome"),
            hint: t("hosting.signup.firstComeHint"),
          },
          { value: "ballot", label: t("hosting.signup.ballot"), hint: t("hosting.signup.ballotHint") },
        ]}
      />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <DateTimeField
          field={fields.signupOpens}
          label={t("festivals.fields.signupOpens")}
          hint={t("festivals.fields.signupOpensHint", { zone })}
          optional
        />
        <DateTimeField
          field={fields.signupCloses}
          label={t("festivals.fields.signupCloses")}
          hint={t("festivals.fields.signupClosesHint", { zone })}
          optional
        />
      </div>
    </>
  );
}
