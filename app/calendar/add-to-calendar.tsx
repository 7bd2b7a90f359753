import { CalendarPlus, Download } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, LinkButton, Stack } from "~/ui/index.ts";
import { type Addable, addLink } from "./add-links.ts";

/** One session into the reader's own calendar. `file` is the address of its .ics, where strangers may have one. */
export function AddToCalendar({ entry, file }: { entry: Addable; file: string | null }) {
  const { t } = useText();
  return (
    <Disclosure id="add-to-calendar" summary={t("sessions.toCalendar")}>
      <Stack gap="tight">
        {(["google", "outlook"] as const).map((kind) => (
          <LinkButton key={kind} size="small" icon={CalendarPlus} to={addLink(kind, entry)}>
            {t(`calendar.subscribe.${kind}`)}
          </LinkButton>
        ))}
        {file && (
          <LinkButton size="small" icon={Download} to={file} reloadDocument>
            {t("sessions.calendarFile")}
          </LinkButton>
        )}
      </Stack>
    </Disclosure>
  );
}
