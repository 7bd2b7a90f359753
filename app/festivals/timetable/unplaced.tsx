import { type Ref, useState } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { type Card, isUnplaced } from "./card.ts";
import { useEditor } from "./context.tsx";
import { SessionCard } from "./session-card.tsx";

const lengths = [30, 60] as const;

interface Filter {
  search: string;
  host: string;
  track: string;
  length: string;
}

const none: Filter = { search: "", host: "", track: "", length: "" };

function passes(card: Card, { search, host, track, length }: Filter): boolean {
  const words = `${card.title} ${card.speakers.map(({ name }) => name).join(" ")}`.toLocaleLowerCase();
  if (!words.includes(search.trim().toLocaleLowerCase())) return false;
  if ((host && card.host.slug !== host) || (track && card.trackId !== track)) return false;
  if (length === "") return true;
  if (length === "over") return card.durationMinutes > lengths[1];
  const upTo = Number(length);
  return card.durationMinutes <= upTo && (upTo === lengths[0] || card.durationMinutes > lengths[0]);
}

/** What has no time yet: dragged from here to the grid, and back. */
export function Unplaced({ area, aimed }: { area: Ref<HTMLElement>; aimed: boolean }) {
  const { t } = useText();
  const { cards, counts, data, ready } = useEditor();
  const [filter, setFilter] = useState(none);
  const unplaced = cards.filter(isUnplaced).sort((a, b) => a.title.localeCompare(b.title));
  const shown = unplaced.filter((card) => passes(card, filter));
  const hosts = new Map(unplaced.map(({ host }) => [host.slug, host.name]));
  const set = (name: keyof Filter) => (value: string) =>
    setFilter((before) => ({ ...before, [name]: value }));
  return (
    <section ref={area} className="tt-side" data-aimed={aimed || undefined} aria-labelledby="tt-unplaced">
      <h2 id="tt-unplaced">
        {t("timetable.editor.unplaced")} <span className="tt-count">{unplaced.length}</span>
      </h2>
      {unplaced.length === 0 ? (
        <p className="tt-quiet">{t("timetable.editor.unplacedNone")}</p>
      ) : (
        <>
          <p className="tt-quiet">{t("timetable.editor.unplacedHint")}</p>
          {ready && unplaced.length > 3 && (
            <div className="tt-filters">
              <input
                type="search"
                className="tt-control"
                aria-label={t("timetable.editor.search")}
                placeholder={t("timetable.editor.search")}
                value={filter.search}
                onChange={(event) => set("search")(event.target.value)}
              />
              <Choice
                label={t("timetable.editor.host")}
                value={filter.host}
                choose={set("host")}
                options={[...hosts]}
              />
              <Choice
                label={t("timetable.editor.track")}
                value={filter.track}
                choose={set("track")}
                options={data.tracks.map(({ id, name }) => [id, name])}
              />
              <Choice
                label={t("timetable.editor.length")}
                value={filter.length}
                choose={set("length")}
                options={[
                  ...lengths.map((count): [string, string] => [
                    String(count),
                    t("timetable.editor.upTo", { count }),
                  ]),
                  ["over", t("timetable.editor.over", { count: lengths[1] })],
                ]}
              />
            </div>
          )}
          {shown.length === 0 && <p className="tt-quiet">{t("timetable.editor.unplacedNoMatch")}</p>}
          <ul className="tt-list">
            {shown.map((card) => (
              <li key={card.id}>
                <SessionCard
                  card={card}
                  count={counts.get(card.id) ?? 0}
                  held={false}
                  size="whole"
                  href={`/festivals/${data.festival.slug}/organise/sessions/${card.id}`}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  choose: (value: string) => void;
  options: [string, string][];
}

function Choice({ label, value, choose, options }: ChoiceProps) {
  const { t } = useText();
  if (options.length < 2) return null;
  return (
    <select
      className="tt-control"
      aria-label={label}
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">
        {label}: {t("timetable.editor.all")}
      </option>
      {options.map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}
