import { useText } from "~/platform/i18n/text.tsx";
import type { IsoInstant } from "~/platform/time.ts";
import { ActionForm, CopyField, Notice, Section, Stack, Table } from "~/ui/index.ts";
import type { CallWindow } from "./call.ts";
import type { CallCounts } from "./counts.server.ts";
import { momentIn } from "./words.ts";

export interface CallState {
  window: CallWindow;
  isDraft: boolean;
  opensAt: IsoInstant | null;
  /** The opening lies ahead. */
  opensLater: boolean;
  closesAt: IsoInstant | null;
  timeZone: string;
}

export interface CallStatusProps {
  state: CallState;
  counts: CallCounts;
  address: string;
  mayLead: boolean;
}

/** Where the call stands, what to do about it, what came in, and the address to share. */
export function CallStatus({ state, counts, address, mayLead }: CallStatusProps) {
  const { t } = useText();
  return (
    <Section title={t("call.organise.title")} intro={t("call.organise.intro")}>
      <Notice tone={state.window === "open" ? "success" : "info"}>
        <StateSentence {...state} />
      </Notice>
      {mayLead && <Deeds {...state} />}
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <CameIn {...counts} />
        <CopyField label={t("call.organise.share")} value={address} />
      </div>
    </Section>
  );
}

function StateSentence({ window, isDraft, opensAt, closesAt, timeZone }: CallState) {
  const { t, format } = useText();
  const moment = (at: IsoInstant) => momentIn(format, at, timeZone);
  if (isDraft) return <p>{t("call.organise.states.draft")}</p>;
  if (window === "open")
    return (
      <p>
        {closesAt
          ? t("call.organise.states.open", { moment: moment(closesAt) })
          : t("call.organise.states.openEnded")}
      </p>
    );
  if (window === "not-yet" && opensAt)
    return <p>{t("call.organise.states.not-yet", { moment: moment(opensAt) })}</p>;
  if (window === "closed")
    return (
      <p>
        {closesAt
          ? t("call.organise.states.closed", { moment: moment(closesAt) })
          : t("call.organise.states.closedFestival")}
      </p>
    );
  return <p>{t("call.organise.states.none")}</p>;
}

/** Opening and closing by hand; at their moments both happen by themselves. */
function Deeds({ window, isDraft, opensAt, opensLater, timeZone }: CallState) {
  const { t, format } = useText();
  if (window === "closed") return null;
  if (window === "open")
    return (
      <div>
        <ActionForm
          fields={{ intent: "close", form: "close" }}
          variant="secondary"
          confirm={t("call.organise.closeConfirm")}
        >
          {t("call.organise.close")}
        </ActionForm>
      </div>
    );
  return (
    <Stack gap="small">
      {isDraft && opensAt && opensLater && (
        <Deed
          fields={{ intent: "open", form: "open" }}
          label={t("call.organise.announce")}
          hint={t("call.organise.announceHint", { moment: momentIn(format, opensAt, timeZone) })}
        />
      )}
      <Deed
        fields={{ intent: "open", form: "open", atOnce: "on" }}
        label={t("call.organise.open")}
        hint={t(isDraft ? "call.organise.openDraftHint" : "call.organise.openHint")}
      />
    </Stack>
  );
}

function Deed({ fields, label, hint }: { fields: Record<string, string>; label: string; hint: string }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ActionForm fields={fields} variant="secondary">
        {label}
      </ActionForm>
      <p className="max-w-prose text-sm text-soft">{hint}</p>
    </div>
  );
}

function CameIn({ hosts, total, drafts }: CallCounts) {
  const { t, format } = useText();
  const writing = drafts > 0 && t("call.organise.cameDrafts", { count: drafts });
  if (total === 0)
    return (
      <p className="text-soft">
        {t("call.organise.cameNone")} {writing}
      </p>
    );
  return (
    <div>
      <Table
        caption={`${t("call.organise.cameTotal", { count: total })}. ${writing || ""}`}
        columns={[
          { key: "host", header: t("call.organise.host"), cell: (host) => host.name },
          {
            key: "proposals",
            header: t("call.organise.proposals"),
            cell: (host) => format.number(host.proposals),
            align: "end",
          },
        ]}
        rows={hosts}
        rowKey={(host) => host.slug}
      />
    </div>
  );
}
