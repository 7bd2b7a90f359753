import { useText } from "~/platform/i18n/text.tsx";
import type { IsoInstant } from "~/platform/time.ts";
import { type Description, DescriptionList, HostLine } from "~/ui/index.ts";
import type { SignupWindow } from "../festival.ts";

export interface SignupState {
  mode: "first-come" | "ballot";
  window: SignupWindow;
  opensAt: IsoInstant | null;
  closesAt: IsoInstant | null;
}

export interface FestivalHeadProps {
  festival: { startsOn: string; endsOn: string; timeZone: string; outcome: string };
  hosts: { name: string; slug: string; colour: string }[];
  venues: string[];
  /** Null where nobody can sign up any more. */
  signup: SignupState | null;
  /** Named when it is not the reader's. */
  foreignZone: boolean;
}

/** What is this, who holds it, when and where. */
export function FestivalHead({ festival, hosts, venues, signup, foreignZone }: FestivalHeadProps) {
  const { t, format } = useText();
  const items: Description[] = [
    { term: t("programme.head.when"), description: format.dateRange(festival.startsOn, festival.endsOn) },
  ];
  if (venues.length > 0) items.push({ term: t("programme.head.where"), description: format.list(venues) });
  if (signup) items.push({ term: t("programme.head.signup"), description: <SignupLine {...signup} /> });
  if (festival.outcome) items.push({ term: t("programme.head.outcome"), description: festival.outcome });
  return (
    <div className="flex flex-col gap-4">
      <HostLine hosts={hosts} link />
      <DescriptionList items={items} />
      {foreignZone && (
        <p className="text-sm text-soft">
          {t("programme.head.zone", { zone: format.zoneName(festival.timeZone) })}
        </p>
      )}
    </div>
  );
}

function SignupLine({ mode, window, opensAt, closesAt }: SignupState) {
  const { t, format } = useText();
  if (mode === "ballot" && window !== "closed") return <>{t("programme.head.ballot")}</>;
  if (window === "closed") return <>{t("programme.head.closed")}</>;
  if (window === "open")
    return (
      <>
        {closesAt
          ? t("programme.head.openUntil", { moment: format.moment(closesAt) })
          : t("programme.head.open")}
      </>
    );
  return (
    <>
      {opensAt ? t("programme.head.opensAt", { moment: format.moment(opensAt) }) : t("programme.head.notYet")}
    </>
  );
}
