import { useText } from "~/platform/i18n/text.tsx";
import { Button, TextLink } from "~/ui/index.ts";
import { type Verdict, verdicts } from "./decide.ts";

/** The buttons that decide on what is chosen, within reach at the foot of the page, and what they do not do. */
export function DecideBar({ all, allTo, noneTo }: { all: boolean; allTo: string; noneTo: string }) {
  const { t } = useText();
  return (
    <div className="sticky bottom-14 z-10 flex flex-col gap-3 border-t border-edge bg-ground py-3 sm:bottom-0">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-sm">
        <TextLink to={all ? noneTo : allTo}>{t(all ? "review.decide.none" : "review.decide.all")}</TextLink>
        <span className="text-soft">{t("review.decide.tellsNobody")}</span>
      </div>
      <fieldset className="m-0 border-0 p-0">
        <legend className="sr-only">{t("review.decide.bar")}</legend>
        <VerdictButtons verdicts={verdicts} />
      </fieldset>
    </div>
  );
}

/** One button for each verdict; none of them is sent by the Enter key in a box. */
export function VerdictButtons({ verdicts }: { verdicts: readonly Verdict[] }) {
  const { t } = useText();
  return (
    <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
      <button type="submit" disabled hidden aria-hidden />
      {verdicts.map((verdict) => (
        <Button
          key={verdict}
          name="verdict"
          value={verdict}
          variant={verdict === "declined" ? "danger" : "secondary"}
          size="small"
        >
          {t(`review.decide.${verdict}`)}
        </Button>
      ))}
    </div>
  );
}
