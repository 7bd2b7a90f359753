import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, Section } from "~/ui/index.ts";
import type { Reach } from "./audience.server.ts";

/** Who would get it now: one's own people by name, those of the other organisations as a number. */
export function ReachPanel({ reach }: { reach: Reach }) {
  const { t } = useText();
  return (
    <Section
      id="reach"
      title={t("messages.reach.title", { count: reach.total })}
      intro={t("messages.reach.intro")}
    >
      <ul className="flex flex-col gap-1">
        {reach.others.map(({ organisation, count }) => (
          <li key={organisation}>
            {organisation || t("messages.reach.nowhere")}: <span className="font-semibold">{count}</span>
          </li>
        ))}
      </ul>
      {reach.own.length > 0 && (
        <Disclosure summary={t("messages.reach.own", { count: reach.own.length })}>
          <ul className="columns-1 gap-x-6 sm:columns-2">
            {reach.own.map(({ id, name, refused }) => (
              <li key={id}>
                {name}
                {refused && <span className="text-soft"> · {t("messages.deliveries.refused")}</span>}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {reach.refused > 0 && (
        <p className="text-sm text-soft">{t("messages.reach.refused", { count: reach.refused })}</p>
      )}
    </Section>
  );
}
