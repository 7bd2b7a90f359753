import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Inline, Section } from "~/ui/index.ts";

const demoPeople = [
  { email: "anna@waterland.example", label: "people.login.demoOrganiser" },
  { email: "bram@lumen.example", label: "people.login.demoPartner" },
  { email: "chloe@kade.example", label: "people.login.demoLecturer" },
  { email: "daan@polder.example", label: "people.login.demoAttendee" },
] as const;

/** The people of the demo, each one click from their code. */
export function DemoPeople({ to }: { to: string }) {
  const { t } = useText();
  return (
    <Section title={t("people.login.demoTitle")} intro={t("people.login.demo")}>
      <Inline>
        {demoPeople.map(({ email, label }) => (
          <ActionForm
            key={email}
            action="/login"
            fields={{ email, to }}
            variant="secondary"
            label={t(label)}
          />
        ))}
      </Inline>
    </Section>
  );
}
