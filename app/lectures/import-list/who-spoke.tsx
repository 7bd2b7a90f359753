import { useText } from "~/platform/i18n/text.tsx";
import { Disclosure, Fieldset, SelectField } from "~/ui/index.ts";
import type { SpeakerChoice, SpeakerOption } from "./speaker-options.ts";

/** Whom each name of the list was taken for; first those that somebody has to look at. */
export function WhoSpoke({ speakers }: { speakers: readonly SpeakerChoice[] }) {
  const { t } = useText();
  const asked = speakers.filter(({ value, foundBy }) => foundBy === null || value === "");
  const recognised = speakers.filter((one) => !asked.includes(one));
  return (
    <>
      {asked.length > 0 && (
        <Fieldset
          id="who-asked"
          legend={t("rosterImport.who.ask", { count: asked.length })}
          hint={t("rosterImport.who.askIntro")}
        >
          <Fields speakers={asked} />
        </Fieldset>
      )}
      {recognised.length > 0 && (
        <Disclosure summary={t("rosterImport.who.recognised", { count: recognised.length })}>
          <Fields speakers={recognised} />
        </Disclosure>
      )}
    </>
  );
}

function Fields({ speakers }: { speakers: readonly SpeakerChoice[] }) {
  const { t, format } = useText();
  const labelOf = ({ name, beside, isFormer }: SpeakerOption) => {
    const option =
      beside.length > 0 ? t("rosterImport.who.option", { name, beside: format.list(beside) }) : name;
    return isFormer ? t("rosterImport.who.former", { option }) : option;
  };
  const hintOf = ({ foundBy, value }: SpeakerChoice) => {
    if (value === "") return t("rosterImport.who.several");
    if (foundBy === null) return t("rosterImport.who.unknown");
    return t(foundBy === "email" ? "rosterImport.who.byEmail" : "rosterImport.who.byName");
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {speakers.map((speaker) => (
        <SelectField
          key={speaker.key}
          id={`who-${speaker.key}`}
          name={`who-${speaker.key}`}
          label={t("rosterImport.who.field", { name: speaker.name, count: speaker.talks })}
          hint={hintOf(speaker)}
          value={speaker.value}
          placeholder={speaker.value === "" ? t("rosterImport.who.choose") : undefined}
          options={[
            ...(speaker.foundBy === null ? [{ value: "guest", label: t("rosterImport.who.guest") }] : []),
            ...speaker.options.map((option) => ({ value: option.value, label: labelOf(option) })),
            ...(speaker.foundBy === null ? [] : [{ value: "guest", label: t("rosterImport.who.guest") }]),
          ]}
        />
      ))}
    </div>
  );
}
