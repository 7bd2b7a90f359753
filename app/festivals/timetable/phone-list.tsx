import { useText } from "~/platform/i18n/text.tsx";
import { Button } from "~/ui/index.ts";
import { AllDay } from "./all-day.tsx";
import { type Card, isUnplaced } from "./card.ts";
import { useEditor } from "./context.tsx";
import { SessionCard } from "./session-card.tsx";
import { spotOf, timeOfMinutes } from "./timetable.ts";
import { whereIs } from "./words.ts";

/** One day as a list by time, each session with its form: for a phone. */
export function PhoneList({ date }: { date: string }) {
  const { t } = useText();
  const { cards } = useEditor();
  const today = cards
    .filter((card) => !card.allDay && spotOf(card)?.date === date)
    .sort(
      (a, b) => (a.startsLocal ?? "").localeCompare(b.startsLocal ?? "") || a.title.localeCompare(b.title),
    );
  const times = new Map<string, Card[]>();
  for (const card of today) {
    const time = timeOfMinutes(spotOf(card)?.from ?? 0);
    times.set(time, [...(times.get(time) ?? []), card]);
  }
  const unplaced = cards.filter(isUnplaced);
  return (
    <div className="tt-phone">
      <AllDay date={date} />
      {unplaced.length > 0 && <Group title={t("timetable.editor.unplaced")} cards={unplaced} />}
      {[...times].map(([time, group]) => (
        <Group key={time} title={time} cards={group} />
      ))}
    </div>
  );
}

function Group({ title, cards }: { title: string; cards: readonly Card[] }) {
  const { counts, data } = useEditor();
  return (
    <section>
      <h2>{title}</h2>
      <ul className="tt-list">
        {cards.map((card) => (
          <li key={card.id} className="tt-phone-row">
            <SessionCard
              card={card}
              count={counts.get(card.id) ?? 0}
              held={false}
              size="whole"
              still
              href={`/festivals/${data.festival.slug}/organise/sessions/${card.id}`}
            />
            <PhoneWhere card={card} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PhoneWhere({ card }: { card: Card }) {
  const text = useText();
  const { around, open, ready } = useEditor();
  return (
    <div className="tt-phone-where">
      <span className="tt-quiet">{whereIs(card, around, text)}</span>
      {ready && (
        <Button
          type="button"
          variant="secondary"
          size="small"
          aria-label={text.t("timetable.editor.moveTitle", { title: card.title })}
          onClick={() => open(card.id)}
        >
          {text.t("timetable.editor.move")}
        </Button>
      )}
    </div>
  );
}
