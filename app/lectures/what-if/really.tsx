import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm, Section } from "~/ui/index.ts";
import type { WhatIf } from "./what-if.ts";

interface ReallyProps {
  slug: string;
  whatIf: WhatIf;
  names: ReadonlyMap<string, string>;
}

interface Deed {
  key: string;
  action: string;
  fields: Record<string, string>;
  label: string;
  confirm: string;
}

/** One button for each thing tried, which really does it, after asking. */
export function Really(props: ReallyProps) {
  const { t } = useText();
  const deeds = useDeeds(props);
  return (
    <Section title={t("roster.whatIf.really.title")} intro={t("roster.whatIf.really.intro")}>
      <div className="flex flex-wrap gap-3">
        {deeds.map(({ key, ...deed }) => (
          <ActionForm key={key} variant="secondary" {...deed} />
        ))}
      </div>
    </Section>
  );
}

function useDeeds({ slug, whatIf, names }: ReallyProps): Deed[] {
  const { t, format } = useText();
  const organise = `/lectures/${slug}/organise`;
  const nameOf = (id: string) => names.get(id) ?? "";
  const { without, away, pause, mode } = whatIf;
  return [
    ...without.map((memberId) => ({
      key: memberId,
      action: `${organise}/members`,
      fields: { intent: "take-off", memberId },
      label: t("roster.whatIf.really.without", { name: nameOf(memberId) }),
      confirm: t("roster.organise.takeOffConfirm", { name: nameOf(memberId) }),
    })),
    ...away.map(({ memberId, startsOn, endsOn }) => {
      const values = { name: nameOf(memberId), dates: format.dateRange(startsOn, endsOn) };
      return {
        key: `away-${memberId}`,
        action: `${organise}/members/${memberId}`,
        fields: { intent: "away", startsOn, endsOn, note: "" },
        label: t("roster.whatIf.really.away", values),
        confirm: t("roster.whatIf.really.awayConfirm", values),
      };
    }),
    ...(pause ? [pauseDeed(pause)] : []),
    ...(mode
      ? [
          {
            key: "mode",
            action: `${organise}/settings`,
            fields: { intent: "mode", rosterMode: mode },
            label: t(`roster.whatIf.really.mode.${mode}`),
            confirm: t("roster.whatIf.really.modeConfirm"),
          },
        ]
      : []),
  ];

  function pauseDeed({ startsOn, endsOn }: NonNullable<WhatIf["pause"]>): Deed {
    const values = { dates: format.dateRange(startsOn, endsOn) };
    return {
      key: "pause",
      action: `${organise}/pauses`,
      fields: { intent: "add-pause", startsOn, endsOn, reason: "" },
      label: t("roster.whatIf.really.pause", values),
      confirm: t("roster.whatIf.really.pauseConfirm", values),
    };
  }
}
