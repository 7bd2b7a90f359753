import { useText } from "~/platform/i18n/text.tsx";
import { Button, Section, TextField } from "~/ui/index.ts";
import { DoorRow, type Row } from "./door-row.tsx";

interface WalkInPartProps {
  waiting: Row[];
  /** Null before anybody searched. */
  found: Row[] | null;
  search: string;
  timeZone: string;
}

/** Those who came without a seat: on the list, or found by name or address. */
export function WalkInPart({ waiting, found, search, timeZone }: WalkInPartProps) {
  const { t } = useText();
  return (
    <Section id="walk-in" title={t("door.walkIn.title")} intro={t("door.walkIn.text")}>
      <ul data-list="waiting" aria-label={t("door.walkIn.waiting")} className="door-list">
        {waiting.map((row) => (
          <DoorRow key={row.personId} row={row} timeZone={timeZone} />
        ))}
      </ul>
      <form method="get" action="#walk-in" data-find className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <TextField name="find" type="search" label={t("door.walkIn.find")} value={search} />
        </div>
        <Button variant="secondary">{t("door.page.find")}</Button>
      </form>
      <p data-find-note role="status" className="text-soft">
        {found?.length === 0 && t("door.walkIn.none")}
      </p>
      {found && found.length > 0 && (
        <ul aria-label={t("door.walkIn.found")} className="door-list">
          {found.map((row) => (
            <DoorRow key={row.personId} row={row} timeZone={timeZone} />
          ))}
        </ul>
      )}
    </Section>
  );
}
