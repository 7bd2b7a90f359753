import { useText } from "~/platform/i18n/text.tsx";
import { ActionForm } from "~/ui/index.ts";

export interface ProposalDeedsProps {
  title: string;
  proposer: string;
  /** What this reader may do with the whole of it. */
  may: { withdraw: boolean; bringBack: boolean; discard: boolean; leave: boolean };
}

/** What concerns the whole of it, away from the form. */
export function ProposalDeeds({ title, proposer, may }: ProposalDeedsProps) {
  const { t } = useText();
  const named = { title: title || t("call.propose.untitled"), name: proposer };
  if (!may.withdraw && !may.bringBack && !may.discard && !may.leave) return null;
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      {may.withdraw && (
        <ActionForm
          fields={{ intent: "withdraw" }}
          variant="quiet"
          confirm={t("call.form.withdrawConfirm", named)}
        >
          {t("call.form.withdraw")}
        </ActionForm>
      )}
      {may.bringBack && (
        <ActionForm fields={{ intent: "bring-back" }} variant="primary">
          {t("call.form.bringBack")}
        </ActionForm>
      )}
      {may.discard && (
        <ActionForm
          fields={{ intent: "discard" }}
          variant="quiet"
          confirm={t("call.form.discardConfirm", named)}
        >
          {t("call.form.discard")}
        </ActionForm>
      )}
      {may.leave && (
        <ActionForm fields={{ intent: "leave" }} variant="quiet" confirm={t("call.form.leaveConfirm", named)}>
          {t("call.form.leave")}
        </ActionForm>
      )}
    </div>
  );
}
