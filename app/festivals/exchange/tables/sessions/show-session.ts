import type { Text } from "~/platform/i18n/catalogue.ts";
import type { Line } from "../line.ts";
import type { KnownDraft } from "./find-before.ts";
import type { SessionValues } from "./read-session.ts";
import { speakersText } from "./speakers-text.ts";

export type ShowSession = (values: SessionValues, before: KnownDraft | null) => Line["shown"];

/** A session as the preview shows it, in the reader's words. */
export function sessionShower(
  { t, format }: Pick<Text, "t" | "format">,
  hosts: { id: string; name: string }[],
): ShowSession {
  return (values, before) => {
    const { kind, startsLocal, durationMinutes, organisationId } = values;
    const room = values.room === undefined ? (before?.roomName ?? "") : (values.room?.name ?? "");
    return {
      kind: kind ? t(`festivals.kinds.${kind}`) : "",
      date: startsLocal
        ? `${format.date(startsLocal.slice(0, 10))}${values.allDay ? "" : ` ${startsLocal.slice(11, 16)}`}`
        : t("exchange.preview.noTimeYet"),
      duration: durationMinutes ? format.minutes(durationMinutes) : "",
      room: room || values.place || "",
      speakers: speakersText(values.speakers ?? []),
      host: hosts.find(({ id }) => id === organisationId)?.name ?? before?.organisation.name ?? "",
    };
  };
}
