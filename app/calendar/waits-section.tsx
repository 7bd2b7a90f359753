import { useText } from "~/platform/i18n/text.tsx";
import { type Wait, waitsAtOnce } from "~/signups/offers/waits.ts";
import { ActionForm, Section, TextLink, Time, VisuallyHidden } from "~/ui/index.ts";
import type { AgendaItem } from "./agenda.ts";

/** What one waits for, with the places, what one seat means for the rest, and the way out of each queue. */
export function WaitsSection({ items }: { items: AgendaItem[] }) {
  const { t, format } = useText();
  if (items.length === 0) return null;
  const waits = items.map(waitOf);
  return (
    <Section title={t("offers.agenda.waitTitle")} intro={t("offers.agenda.waitIntro")} id="waiting">
      <ul className="divide-y divide-line border-y border-line">
        {items.map((item, index) => (
          <li key={item.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
            <div className="min-w-0 flex-1 basis-72">
              <p className="font-semibold">
                <TextLink to={item.path}>{item.title}</TextLink>
              </p>
              <p className="text-sm text-soft">
                <Time at={item.startsAt}>{format.sessionTime(item)}</Time>
              </p>
              <p className="text-sm">{t("offers.agenda.place", { place: item.place ?? "" })}</p>
              {item.part === "passed-over" && <p className="text-sm">{t("calendar.agenda.passedOver")}</p>}
              <AtOnce index={index} waits={waits} />
            </div>
            <ActionForm fields={{ intent: "leave-queue", session: item.id }} variant="secondary" size="small">
              {t("offers.agenda.leave")}
              <VisuallyHidden> “{item.title}”</VisuallyHidden>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Said once for those that exclude each other, at the first of them. */
function AtOnce({ index, waits }: { index: number; waits: Wait[] }) {
  const { t } = useText();
  const wait = waits[index];
  if (!wait || waitsAtOnce(wait, waits.slice(0, index)) > 1) return null;
  const count = waitsAtOnce(wait, waits);
  return count > 1 ? <p className="mt-1 text-sm">{t("offers.waiting.several", { count })}</p> : null;
}

function waitOf({ id, title, startsAt, endsAt, allDay }: AgendaItem): Wait {
  return { sessionId: id, title, status: "waiting", startsAt, endsAt, allDay, proposalId: null };
}
