import { useText } from "~/platform/i18n/text.tsx";
import type { ConformField } from "~/ui/field.tsx";
import { Disclosure, RadioGroup, SelectField } from "~/ui/index.ts";
import type { HostOrganisation } from "../festival.ts";

export interface FateSession {
  id: string;
  title: string;
  startsLocal: string | null;
  released: boolean;
  seatsTaken: number;
}

export interface FatesFieldsProps {
  all: ConformField;
  /** Whose sessions they are. */
  owner: string;
  /** Who could take them over. */
  heirs: HostOrganisation[];
  sessions: FateSession[];
  /** What was chosen for some of them before the form came back. */
  chosen: Record<string, string>;
}

/** What becomes of all sessions, and of each of them where that differs. */
export function FatesFields({ all, owner, heirs, sessions, chosen }: FatesFieldsProps) {
  const { t } = useText();
  const organisation = owner;
  return (
    <>
      <RadioGroup
        field={all}
        label={t("hosting.leave.all")}
        options={[
          {
            value: "stay",
            label: t("hosting.leave.stay", { organisation }),
            hint: t("hosting.leave.stayHint"),
          },
          ...heirs.map(({ id, name }) => ({
            value: `to:${id}`,
            label: t("hosting.leave.handOver", { organisation: name }),
          })),
          { value: "cancel", label: t("hosting.leave.cancel"), hint: t("hosting.leave.cancelHint") },
        ]}
      />
      {sessions.length > 1 && (
        <Disclosure
          summary={t("hosting.leave.each")}
          open={Object.values(chosen).some((fate) => fate !== "")}
        >
          <p className="mb-4 text-soft">{t("hosting.leave.eachHint")}</p>
          <ul className="flex flex-col gap-5">
            {sessions.map((session) => (
              <li key={session.id}>
                <SelectField
                  id={`of-${session.id}`}
                  name={`of.${session.id}`}
                  value={chosen[session.id]}
                  label={session.title}
                  hint={<SessionLine session={session} />}
                  placeholder={t("hosting.leave.asAll")}
                  options={[
                    { value: "stay", label: t("hosting.leave.stayOne") },
                    ...heirs.map(({ id, name }) => ({
                      value: `to:${id}`,
                      label: t("hosting.leave.handOverOne", { organisation: name }),
                    })),
                    { value: "cancel", label: t("hosting.leave.cancelOne") },
                  ]}
                />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

/** `9 April, 10:00 · 12 seats taken`. */
export function SessionLine({ session }: { session: FateSession }) {
  const { t, format } = useText();
  const { startsLocal, released, seatsTaken } = session;
  const when = startsLocal
    ? `${format.date(startsLocal.slice(0, 10))}, ${startsLocal.slice(11, 16)}`
    : t("hosting.brings.noTime");
  const seats = released
    ? seatsTaken > 0
      ? t("hosting.brings.rowSeats", { count: seatsTaken })
      : t("hosting.brings.noSeats")
    : t("hosting.brings.notReleased");
  return <>{`${when} · ${seats}`}</>;
}
