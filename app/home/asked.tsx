import { useText } from "~/platform/i18n/text.tsx";
import type { IsoInstant } from "~/platform/time.ts";
import { LinkButton, Notice, Stack } from "~/ui/index.ts";

export interface AskedProps {
  /** Lectures this person is asked to give. */
  turns: {
    turnId: string;
    to: string;
    series: { name: string };
    startsAt: IsoInstant;
    endsAt: IsoInstant;
    timeZone: string;
  }[];
  /** Festivals their organisation is asked to host. */
  invitations: { slug: string; name: string }[];
}

/** What waits for an answer of this person. */
export function Asked({ turns, invitations }: AskedProps) {
  const { t, format } = useText();
  if (turns.length + invitations.length === 0) return null;
  return (
    <Stack gap="small">
      {turns.map((turn) => (
        <Notice key={turn.turnId} title={t("home.asked.turn", { series: turn.series.name })}>
          <p className="mb-3">{format.sessionTime(turn)}</p>
          <LinkButton to={turn.to} variant="primary" size="small">
            {t("home.asked.answer")}
          </LinkButton>
        </Notice>
      ))}
      {invitations.map(({ slug, name }) => (
        <Notice key={slug} title={t("home.asked.host", { festival: name })}>
          <p className="mt-3">
            <LinkButton to={`/festivals/${slug}/organise/hosts`} variant="primary" size="small">
              {t("home.asked.answer")}
            </LinkButton>
          </p>
        </Notice>
      ))}
    </Stack>
  );
}
