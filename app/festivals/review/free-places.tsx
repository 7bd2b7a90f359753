import { useText } from "~/platform/i18n/text.tsx";
import { Notice, TextLink } from "~/ui/index.ts";
import type { FreePlace } from "./reserve.ts";

const shown = 3;

/** Places that came free, and who could take them. */
export function FreePlaces({ places, base }: { places: FreePlace[]; base: string }) {
  const { t, format } = useText();
  return places.map(({ withdrawn, reserves }) => (
    <Notice key={withdrawn.id} tone="warning" title={t("review.places.title", { title: withdrawn.title })}>
      {withdrawn.withdrawnReason && <p>{t("review.places.reason", { reason: withdrawn.withdrawnReason })}</p>}
      {reserves.length === 0 ? (
        <p>{t("review.places.none")}</p>
      ) : (
        <p>
          {t("review.places.reserves")}
          {reserves.slice(0, shown).map((row, index) => (
            <span key={row.id}>
              {index > 0 && ", "}
              <TextLink to={`${base}/${row.id}`}>{row.title}</TextLink>
              {row.mean !== null && ` (${format.number(row.mean, 1)})`}
            </span>
          ))}
        </p>
      )}
    </Notice>
  ));
}
