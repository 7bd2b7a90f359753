import { useText } from "~/platform/i18n/text.tsx";
import { EmptyState, Notice, Stack } from "~/ui/index.ts";
import { ChangeSummary } from "../change-summary.tsx";
import type { Audience } from "./audience.ts";
import { ChangeGroups } from "./change-groups.tsx";
import type { ChangeFilter } from "./group.ts";
import { MailCount } from "./mail-count.tsx";
import type { RollBackPlan } from "./roll-back.server.ts";

export interface RollBackPreviewProps {
  plan: RollBackPlan;
  audience: Audience;
  filter: ChangeFilter;
  hosts: { id: string; name: string }[];
}

/** What going back would change, what cannot be as it was, and what happens to people's seats. */
export function RollBackPreview({ plan, audience, filter, hosts }: RollBackPreviewProps) {
  const { t } = useText();
  const { changes, keptSeats, lostRooms } = plan;
  if (changes.length === 0)
    return <EmptyState title={t("editions.rollBack.same")}>{t("editions.rollBack.sameHint")}</EmptyState>;
  return (
    <Stack gap="loose">
      <Notice>
        <p>{t("editions.rollBack.seats")}</p>
        <p>{t("editions.rollBack.drafts")}</p>
      </Notice>
      {keptSeats.length > 0 && (
        <Notice tone="warning" title={t("editions.rollBack.keptSeats")}>
          <ul>
            {keptSeats.map(({ title, capacity }) => (
              <li key={title}>{t("editions.rollBack.keptSeat", { title, count: capacity })}</li>
            ))}
          </ul>
        </Notice>
      )}
      {lostRooms.length > 0 && (
        <Notice tone="warning" title={t("editions.rollBack.lostRooms")}>
          <ul>
            {lostRooms.map(({ title, roomName }) => (
              <li key={title}>{t("editions.rollBack.lostRoom", { title, room: roomName })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="font-semibold">
        <ChangeSummary changes={changes} />
      </p>
      <ChangeGroups changes={changes} audience={audience} filter={filter} hosts={hosts} />
      <MailCount people={audience.people} />
    </Stack>
  );
}
