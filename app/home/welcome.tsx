import { CalendarHeart, Coffee, Ticket } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon, LinkButton } from "~/ui/index.ts";
import { Drip } from "./drip.tsx";

/** For whoever is not signed in: what this is, in one glance. */
export function Welcome() {
  const { t } = useText();
  return (
    <section className="grid items-center gap-x-16 gap-y-8 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div>
        <h1 className="text-4xl">{t("home.welcome.title")}</h1>
        <p className="mt-5 max-w-prose text-lg text-soft">{t("home.welcome.text")}</p>
        <div className="mt-7 flex flex-wrap gap-3">
          <LinkButton to="/login" variant="primary">
            {t("common.signIn")}
          </LinkButton>
          <LinkButton to="/festivals">{t("home.welcome.look")}</LinkButton>
        </div>
      </div>
      <Drip />
    </section>
  );
}

const ways = [
  { key: "festivals", icon: Ticket },
  { key: "lectures", icon: Coffee },
  { key: "calendars", icon: CalendarHeart },
] as const;

export function HowItWorks() {
  const { t } = useText();
  return (
    <section
      aria-label={t("home.how.title")}
      className="grid gap-x-10 gap-y-8 border-t border-line pt-10 md:grid-cols-3"
    >
      {ways.map(({ key, icon }) => (
        <div key={key}>
          <span className="text-accent">
            <Icon of={icon} size={26} />
          </span>
          <h2 className="mt-3 text-lg">{t(`home.how.${key}.title`)}</h2>
          <p className="mt-1 text-soft">{t(`home.how.${key}.text`)}</p>
        </div>
      ))}
    </section>
  );
}
