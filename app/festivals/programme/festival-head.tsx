import { CalendarDays, Clock, type LucideIcon, MapPin, Ticket } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/text.tsx";
import { type IsoInstant, localOf } from "~/platform/time.ts";
import { HostLine, Icon } from "~/ui/index.ts";
import type { SignupWindow } from "../festival.ts";

export interface SignupState {
  mode: "first-come" | "ballot";
  window: SignupWindow;
  opensAt: IsoInstant | null;
  closesAt: IsoInstant | null;
}

export interface FestivalHeadProps {
  festival: { startsOn: string; endsOn: string; timeZone: string; language: string; outcome: string };
  hosts: { name: string; slug: string; colour: string }[];
  venues: string[];
  /** Null where nobody can sign up any more. */
  signup: SignupState | null;
  /** Named when it is not the reader's. */
  foreignZone: boolean;
  children?: ReactNode;
}

/** Who holds it, when and where, and what it is for. */
export function FestivalHead({ festival, hosts, venues, signup, foreignZone, children }: FestivalHeadProps) {
  const { t, format, timeZone } = useText();
  return (
    <div className="-mt-4 flex flex-col gap-5">
      <HostLine hosts={hosts} link />
      <dl className="flex flex-col gap-x-10 gap-y-3 sm:flex-row sm:flex-wrap">
        <Fact icon={CalendarDays} term={t("programme.head.when")}>
          {format.dateRange(festival.startsOn, festival.endsOn)}
        </Fact>
        {venues.length > 0 && (
          <Fact icon={MapPin} term={t("programme.head.where")}>
            {format.list(venues)}
          </Fact>
        )}
        {signup && (
          <Fact icon={Ticket} term={t("programme.head.signup")}>
            <SignupLine {...signup} timeZone={festival.timeZone} />
          </Fact>
        )}
        {foreignZone && (
          <Fact icon={Clock} term={t("programme.head.times")}>
            {t("programme.head.zone", {
              zone: format.zoneName(festival.timeZone),
              own: format.zoneName(timeZone),
            })}
          </Fact>
        )}
      </dl>
      {festival.outcome && (
        <div className="max-w-prose border-s-2 border-line ps-4">
          <p className="text-sm text-soft">{t("programme.head.outcome")}</p>
          <p lang={festival.language} className="whitespace-pre-line">
            {festival.outcome}
          </p>
        </div>
      )}
      {children}
    </div>
  );
}

function Fact({ icon, term, children }: { icon: LucideIcon; term: string; children: ReactNode }) {
  return (
    <div className="flex gap-3">
      <dt className="pt-0.5 text-soft">
        <Icon of={icon} />
        <span className="sr-only">{term}</span>
      </dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}

function SignupLine({ mode, window, opensAt, closesAt, timeZone }: SignupState & { timeZone: string }) {
  const { t, format } = useText();
  if (window === "closed") return <>{t("programme.head.closed")}</>;
  if (mode === "ballot") return <>{t("programme.head.ballot")}</>;
  const at = window === "open" ? closesAt : opensAt;
  if (!at) return <>{t(window === "open" ? "programme.head.open" : "programme.head.notYet")}</>;
  const moment = `${format.date(localOf(at, timeZone).slice(0, 10))}, ${format.time(at, timeZone)}`;
  return <>{t(window === "open" ? "programme.head.openUntil" : "programme.head.opensAt", { moment })}</>;
}
