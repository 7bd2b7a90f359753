import { Coffee, MonitorOff, PersonStanding } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon, Inline } from "~/ui/index.ts";
import { houseRules } from "./house-rules.ts";

const icons = { technical: MonitorOff, devices: MonitorOff, sitting: PersonStanding } as const;

/** What everybody keeps to, each with a picture. */
export function HouseRuleList({ rules }: { rules: string }) {
  const { t } = useText();
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2">
      {houseRules(rules, t).map(({ is, words }) => (
        <li key={words}>
          <Inline gap="tight">
            <Icon of={is ? icons[is] : Coffee} />
            {words}
          </Inline>
        </li>
      ))}
    </ul>
  );
}
