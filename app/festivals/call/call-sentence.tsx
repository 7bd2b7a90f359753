import { Fragment } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import type { IsoInstant } from "~/platform/time.ts";
import type { CallWindow } from "./call.ts";
import type { Contact } from "./proposing.server.ts";
import { momentIn } from "./words.ts";

export interface CallTimes {
  window: CallWindow;
  opensAt: IsoInstant | null;
  closesAt: IsoInstant | null;
  timeZone: string;
}

/** Whether one can propose, and from or until when. */
export function CallSentence({ window, opensAt, closesAt, timeZone }: CallTimes) {
  const { t, format } = useText();
  const moment = (at: IsoInstant) => ({ moment: momentIn(format, at, timeZone) });
  switch (window) {
    case "open":
      return <>{closesAt ? t("call.propose.openUntil", moment(closesAt)) : t("call.propose.openEnded")}</>;
    case "not-yet":
      return <>{opensAt ? t("call.propose.notYet", moment(opensAt)) : t("call.propose.none")}</>;
    case "closed":
      return <>{closesAt ? t("call.propose.closed", moment(closesAt)) : t("call.propose.closedNow")}</>;
    default:
      return <>{t("call.propose.none")}</>;
  }
}

/** Whom to write to, in a sentence that says why. */
export function ContactSentence({
  about,
  contacts,
}: {
  about: "closedContact" | "contact";
  contacts: Contact[];
}) {
  const { t, format } = useText();
  if (contacts.length === 0) return null;
  const mark = "\u0000";
  const [before, after] = t(`call.propose.${about}`, { names: mark }).split(mark);
  const parts = new Map(contacts.map(({ name, email }) => [name, email]));
  const words = format.list(contacts.map(({ name }) => name));
  const pieces = words.split(new RegExp(`(${contacts.map(({ name }) => escaped(name)).join("|")})`));
  return (
    <>
      {before}
      {pieces.map((piece, index) => {
        const email = parts.get(piece);
        const key = `${index} ${piece}`;
        return email ? (
          <a key={key} href={`mailto:${email}`} className="text-link">
            {piece}
          </a>
        ) : (
          <Fragment key={key}>{piece}</Fragment>
        );
      })}
      {after}
    </>
  );
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
