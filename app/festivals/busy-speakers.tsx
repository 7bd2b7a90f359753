import { useText } from "~/platform/i18n/text.tsx";
import { Notice } from "~/ui/index.ts";
import type { SpeakerClash } from "./speaker-clashes.server.ts";

/** Speakers who have something else while their session runs. */
export function BusySpeakers({ clashes }: { clashes: SpeakerClash[] }) {
  const { t, format } = useText();
  if (clashes.length === 0) return null;
  return (
    <Notice tone="warning" title={t("festivals.releases.busy")}>
      <ul className="mt-1 flex flex-col gap-1">
        {clashes.map(({ session, speaker, other, ...span }) => {
          const facts = { speaker, title: session.title, when: format.sessionTime(span) };
          return (
            <li key={`${session.id} ${speaker} ${span.startsAt}`}>
              {other === null
                ? t("festivals.releases.busyAttends", facts)
                : t("festivals.releases.busyGives", { ...facts, other })}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
