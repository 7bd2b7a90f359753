import { Check } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Card, Stack, TextLink, Time } from "~/ui/index.ts";
import type { Choice, Clash, ClashSide } from "./clash.ts";

export interface ClashQuestionProps {
  clash: Clash;
  choices: Choice[];
}

/** Two sessions at the same time: what each is, and what each button does. */
export function ClashQuestion({ clash, choices }: ClashQuestionProps) {
  const { t } = useText();
  const [first, second] = clash;
  const given = clash.find(({ gives }) => gives);
  return (
    <Card>
      <Stack>
        <h2 className="text-xl">{t("clashes.pair", { first: first.title, second: second.title })}</h2>
        <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
          <Side side={first} />
          <Side side={second} />
        </div>
        {given && (
          <p>{t(choices.length > 0 ? "clashes.given" : "clashes.bothGiven", { title: given.title })}</p>
        )}
        {choices.length > 0 && (
          <>
            <div className="flex flex-col items-start gap-3">
              {choices.map(({ keep, giveUp }) => (
                <ActionForm
                  key={giveUp.sessionId}
                  action="/agenda/clashes"
                  fields={{ keep: keep.sessionId, giveUp: giveUp.sessionId }}
                  icon={Check}
                  variant="secondary"
                  label={t("clashes.keep", { keep: keep.title, giveUp: giveUp.title })}
                />
              ))}
            </div>
            <p className="text-sm text-soft">{t("clashes.whatHappens")}</p>
          </>
        )}
      </Stack>
    </Card>
  );
}

function Side({ side }: { side: ClashSide }) {
  const { t, format } = useText();
  return (
    <div className="border-s-2 border-line ps-4">
      <p className="font-semibold" lang={side.language}>
        <TextLink to={side.path}>{side.title}</TextLink>
      </p>
      <p>
        <Time at={side.startsAt}>{format.sessionTime(side)}</Time>
      </p>
      {side.place && <p className="text-sm text-soft">{side.place}</p>}
      {side.gives && <p className="text-sm text-soft">{t("clashes.youGive")}</p>}
    </div>
  );
}
