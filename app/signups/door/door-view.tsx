import { ScanQrCode } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Disclosure, Section, TextField } from "~/ui/index.ts";
import type { Result } from "./check-in.ts";
import { DoorRow, type Row } from "./door-row.tsx";
import { HeadsStrip } from "./heads-strip.tsx";
import type { DoorNow } from "./page.server.ts";
import { Said } from "./said.tsx";
import { WalkInPart } from "./walk-in-part.tsx";
import { useDoorWords } from "./words.ts";

export interface DoorViewProps {
  sessionId: string;
  timeZone: string;
  door: Pick<DoorNow, "heads" | "free" | "capacity">;
  rows: Row[];
  found: Row[] | null;
  search: { name: string; find: string };
  result: Result | null;
  nextId: string;
  /** Where the script sends and asks, and the module that reads codes. */
  urls: { checkIns: string; worker: string; reader: string; login: string };
}

/** The phone at the door. Drawn by the server; door.js keeps it going without a network. */
export function DoorView({ door, rows, timeZone, ...props }: DoorViewProps) {
  const { t, locale } = useText();
  const words = useDoorWords();
  const seated = rows.filter(({ status }) => status !== "waiting" && status !== "not-coming");
  const others = rows.filter((row) => !seated.includes(row));
  const { result, search, urls } = props;
  const figures = { arrived: door.heads.arrived, capacity: door.capacity };
  return (
    <div
      id="door"
      className="flex flex-col gap-8"
      data-session={props.sessionId}
      data-words={JSON.stringify(words)}
      data-zone={timeZone}
      data-locale={locale}
      {...{ "data-check-ins": urls.checkIns, "data-worker": urls.worker, "data-reader": urls.reader }}
      data-login={urls.login}
    >
      <div className="door-top">
        <HeadsStrip heads={door.heads} free={door.free} />
        <p role="status" data-network hidden className="text-sm" />
        <ul data-said aria-live="polite" aria-label={t("door.said.title")} className="flex flex-col gap-2">
          {result && <Said {...{ result, words, timeZone, figures }} nextId={props.nextId} />}
        </ul>
      </div>
      <ScanPart />
      <Section title={t("door.page.list")} intro={t("door.page.listCount", { count: seated.length })}>
        <form method="get" data-search className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-48">
            <TextField name="name" type="search" label={t("door.page.search")} value={search.name} />
          </div>
          <Button variant="secondary" data-search-button>
            {t("door.page.find")}
          </Button>
        </form>
        <ul data-list="seated" aria-label={t("door.page.list")} className="door-list">
          {seated.map((row) => (
            <DoorRow key={row.personId} row={row} timeZone={timeZone} />
          ))}
        </ul>
        <p data-none hidden={seated.length > 0} className="text-soft">
          {t(search.name ? "door.page.nothingFound" : "door.page.empty")}
        </p>
      </Section>
      <WalkInPart waiting={others} found={props.found} search={search.find} timeZone={timeZone} />
      <Rules />
      <template id="door-row">
        <DoorRow row={blank} timeZone={timeZone} />
      </template>
    </div>
  );
}

function ScanPart() {
  const { t } = useText();
  return (
    <div data-scan hidden className="flex flex-col items-start gap-3">
      <Button type="button" icon={ScanQrCode} data-scan-button>
        {t("door.page.scan")}
      </Button>
      <div data-scan-view hidden className="door-camera">
        <video muted playsInline aria-label={t("door.page.scanHint")} />
        <p className="text-soft">{t("door.page.scanHint")}</p>
      </div>
      <p role="status" data-scan-note />
    </div>
  );
}

function Rules() {
  const { t } = useText();
  return (
    <Disclosure summary={t("door.rules.summary")}>
      <ul className="flex max-w-prose list-disc flex-col gap-2 ps-5">
        {(["in", "undo", "absent", "network", "privacy"] as const).map((rule) => (
          <li key={rule}>{t(`door.rules.${rule}`)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

const blank: Row = {
  ...{ personId: "", name: "", organisation: "", status: "confirmed", walkIn: false, arrivedAt: null },
  ids: { on: "", undo: "" },
};
