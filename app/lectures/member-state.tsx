import { useText } from "~/platform/i18n/text.tsx";
import type { MemberLine } from "./roster-view.ts";

/** "Away until 4 January", "Not before 15 December": whether somebody can be asked, with the date where one is known. */
export function useStateWords() {
  const { t, format } = useText();
  return ({ state, stateDate }: Pick<MemberLine, "state" | "stateDate">): string => {
    if (state === "present" || state === "left" || stateDate === null)
      return t(`lectures.roster.state.${state === "later" ? "present" : state}`);
    return t(`roster.state.${state}`, { date: format.date(stateDate) });
  };
}
