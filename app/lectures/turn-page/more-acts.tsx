import type { ReactNode } from "react";
import { answerTo } from "~/people/answered.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, type Option, Stack } from "~/ui/index.ts";
import { type Answered, GuestForm, PutForm, SwapForForm } from "./speaker-forms.tsx";
import type { TurnPage } from "./view.server.ts";
import { MomentForm, SlipForm } from "./week-forms.tsx";

interface MoreActsProps {
  page: TurnPage;
  partners: readonly Option[];
  answered: Answered;
}

/** What takes a word more than a tap. */
export function MoreActs({ page, partners, answered }: MoreActsProps) {
  const { t } = useText();
  const { status, speaker, date, time, place, zone } = page;
  const isFree = status === "open" || status === "offered";
  const part = (intent: string, summary: string, form: ReactNode) => (
    <Disclosure summary={summary} open={answerTo(intent, answered) !== undefined} id={`do-${intent}`}>
      <div className="pb-4">{form}</div>
    </Disclosure>
  );
  return (
    <Stack gap="tight">
      {isFree &&
        part("put", t("turn.page.put"), <PutForm colleagues={page.colleagues} answered={answered} />)}
      {isFree && part("guest", t("turn.page.guest"), <GuestForm partners={partners} answered={answered} />)}
      {speaker !== null &&
        part(
          "swap",
          t("turn.page.swap", { name: speaker }),
          <SwapForForm options={page.swaps} answered={answered} />,
        )}
      {speaker !== null &&
        part("slip", t("turn.page.slip"), <SlipForm slip={page.slip} answered={answered} />)}
      {status !== "cancelled" &&
        part(
          "move",
          t("turn.page.move"),
          <MomentForm intent="move" moment={{ date, time, place }} zone={zone} answered={answered} />,
        )}
      {part(
        "add",
        t("turn.page.add"),
        <MomentForm intent="add" moment={{ date: "", time, place }} zone={zone} answered={answered} />,
      )}
    </Stack>
  );
}
