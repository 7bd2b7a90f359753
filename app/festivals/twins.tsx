import { useText } from "~/platform/i18n/text.tsx";
import { Inline, TextLink } from "~/ui/index.ts";
import type { Draft } from "./draft.ts";
import { spanIn } from "./when.ts";

export interface TwinsProps {
  /** The other sessions of the same workshop. */
  twins: Pick<Draft, "id" | "startsLocal" | "durationMinutes" | "allDay">[];
  base: string;
  timeZone: string;
}

export function Twins({ twins, base, timeZone }: TwinsProps) {
  const { t, format } = useText();
  if (twins.length === 0) return null;
  return (
    <Inline>
      <span className="text-soft">{t("festivals.session.otherTimes")}</span>
      {twins.map(({ id, startsLocal, ...rest }) => (
        <TextLink key={id} to={`${base}/${id}`}>
          {startsLocal === null
            ? t("festivals.sessions.noTime")
            : format.sessionTime(spanIn({ ...rest, startsLocal }, timeZone))}
        </TextLink>
      ))}
    </Inline>
  );
}
