import { useText } from "~/platform/i18n/text.tsx";
import { Button, CheckboxGroup, Form } from "~/ui/index.ts";
import type { HitLecture, HolidayLine } from "./holiday-lines.ts";

interface HolidayChoicesProps {
  lines: readonly HolidayLine[];
  refusal: "nothingTicked" | null;
}

/** The holidays of a calendar, each with what it does to the series, and the one button that takes what is ticked. */
export function HolidayChoices({ lines, refusal }: HolidayChoicesProps) {
  const { t, format } = useText();
  const says = useEffects();
  const errors = refusal ? [t(`rosterImport.holidays.refusal.${refusal}`)] : undefined;
  const shown = lines.map(({ startsOn, endsOn, name }) => ({ startsOn, endsOn, name }));
  return (
    <Form
      form={{ id: "take-holidays", allErrors: errors ? { take: errors } : {} }}
      encType="multipart/form-data"
      labels={{ take: t("rosterImport.holidays.choose") }}
    >
      <input type="hidden" name="shown" value={JSON.stringify(shown)} />
      <CheckboxGroup
        id="take"
        name="take"
        label={t("rosterImport.holidays.choose")}
        hint={t("rosterImport.holidays.chooseHint")}
        values={lines.flatMap(({ isTicked }, index) => (isTicked ? [String(index)] : []))}
        options={lines.map((line, index) => ({
          value: String(index),
          label: t("rosterImport.holidays.option", {
            dates: format.dateRange(line.startsOn, line.endsOn),
            name: line.name || t("rosterImport.holidays.unnamed"),
          }),
          hint: says(line),
          disabled: line.isNoted,
        }))}
        {...(errors ? { errors } : {})}
      />
      <div className="flex flex-col items-start gap-2">
        <p className="max-w-prose text-soft">{t("rosterImport.holidays.consequence")}</p>
        <Button>{t("rosterImport.holidays.take")}</Button>
      </div>
    </Form>
  );
}

const datesNamed = 4;

/** `Calls off the lecture of 24 December (Anna has agreed to speak, and is told). 3 weeks without a lecture: …` */
function useEffects(): (line: HolidayLine) => string {
  const { t, format } = useText();
  const hitText = ({ date, name, hasAgreed }: HitLecture) => {
    const values = { date: format.date(date), name: name ?? "" };
    if (name === null) return t("rosterImport.holidays.nobody", values);
    return t(hasAgreed ? "rosterImport.holidays.speaks" : "rosterImport.holidays.asked", values);
  };
  return ({ isNoted, hits, unplanned }) => {
    if (isNoted) return t("rosterImport.holidays.already");
    if (hits.length + unplanned.length === 0) return t("rosterImport.holidays.none");
    const named = unplanned.slice(0, datesNamed).map(format.date);
    const dates = unplanned.length > datesNamed ? `${named.join(", ")}, …` : format.list(named);
    const list = format.list(hits.map(hitText));
    return [
      ...(hits.length > 0 ? [t("rosterImport.holidays.callsOff", { count: hits.length, list })] : []),
      ...(unplanned.length > 0 ? [t("rosterImport.holidays.free", { count: unplanned.length, dates })] : []),
    ].join(" ");
  };
}
