import { useText } from "~/platform/i18n/text.tsx";
import type { IsoInstant } from "~/platform/time.ts";
import { Button } from "~/ui/index.ts";
import { momentIn } from "./words.ts";

export interface SaveBarProps {
  isDraft: boolean;
  /** Only the proposer hands it in. */
  maySubmit: boolean;
  savedAt: IsoInstant | null;
  closesAt: IsoInstant | null;
  timeZone: string;
  here: string;
}

/** What saving and handing in do, and whether it is saved. */
export function SaveBar({ isDraft, maySubmit, savedAt, closesAt, timeZone, here }: SaveBarProps) {
  const { t, format } = useText();
  const moment = closesAt && momentIn(format, closesAt, timeZone);
  const submitHint = moment ? t("call.form.submitHint", { moment }) : t("call.form.submitHintOpen");
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-5">
      <div className="flex flex-wrap items-center gap-3">
        {isDraft && maySubmit && (
          <Button name="intent" value="submit">
            {t("call.form.submit")}
          </Button>
        )}
        <Button name="intent" value="save" variant={isDraft ? "secondary" : "primary"}>
          {t(isDraft ? "call.form.save" : "call.form.saveChanges")}
        </Button>
        <span role="status" data-autosave-status className="text-sm text-soft">
          {savedAt ? t("call.form.savedAt", { time: format.moment(savedAt) }) : t("call.form.notSaved")}
        </span>
      </div>
      <a href={here} hidden data-autosave-elsewhere className="text-link">
        {t("call.form.elsewhereSee")}
      </a>
      <button
        type="button"
        hidden
        data-autosave-kept
        className="button self-start"
        data-variant="secondary"
        data-size="small"
      >
        {t("call.form.putBack")}
      </button>
      <p className="text-sm text-soft">{isDraft ? maySubmit && submitHint : t("call.form.changesHint")}</p>
    </div>
  );
}
