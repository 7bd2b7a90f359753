import { ChevronDown, ChevronUp, GripVertical } from "lucide-react";
import { useText } from "~/platform/i18n/text.tsx";
import { Icon, OrganisationMark, TextLink, VisuallyHidden } from "~/ui/index.ts";
import { mostWishes } from "./wishes.ts";
import type { WishItem } from "./wishes-page.server.ts";

export interface WishRowProps {
  item: WishItem;
  /** Of the form; fields are `form-rank.id`. */
  formId: string;
  /** The minutes of its time slot, which it names when it is shorter. */
  slotMinutes: number;
  rank: string;
  veto: boolean;
  errors: string[];
}

/** One workshop: what it is, the number of the wish, and "not this one". Script adds buttons and a handle. */
export function WishRow({ item, formId, slotMinutes, rank, veto, errors }: WishRowProps) {
  const { t } = useText();
  const id = `${formId}-rank.${item.id}`;
  return (
    <li data-wish data-title={item.title} className="wish">
      <span data-wish-handle hidden aria-hidden className="wish-handle">
        <Icon of={GripVertical} />
      </span>
      <WishFacts item={item} slotMinutes={slotMinutes} />
      {item.taken ? (
        <p className="wish-fields text-sm text-soft">{t(`ballot.taken.${item.taken}`)}</p>
      ) : (
        <div className="wish-fields">
          {errors.length > 0 && (
            <p id={`${id}-error`} className="w-full font-semibold text-danger">
              {errors.join(" ")}
            </p>
          )}
          <label htmlFor={id} className="flex items-center gap-2">
            <span>
              {t("ballot.form.number")}
              <VisuallyHidden> {t("ballot.form.of", { title: item.title })}</VisuallyHidden>
            </span>
            <input
              id={id}
              name={`rank.${item.id}`}
              type="number"
              inputMode="numeric"
              min={1}
              max={mostWishes}
              step={1}
              defaultValue={rank}
              aria-invalid={errors.length > 0 || undefined}
              aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
              className="control wish-number"
            />
          </label>
          <span data-wish-buttons hidden className="flex gap-1">
            <MoveButton move="up" title={item.title} />
            <MoveButton move="down" title={item.title} />
          </span>
          <label className="wish-veto">
            <input type="checkbox" name="veto" value={item.id} defaultChecked={veto} />
            <span>
              {t("ballot.form.veto")}
              <VisuallyHidden> {t("ballot.form.of", { title: item.title })}</VisuallyHidden>
            </span>
          </label>
        </div>
      )}
    </li>
  );
}

function MoveButton({ move, title }: { move: "up" | "down"; title: string }) {
  const { t } = useText();
  return (
    <button type="button" data-move={move} className="button" data-variant="secondary" data-size="small">
      <Icon of={move === "up" ? ChevronUp : ChevronDown} size={18} />
      <span className="sr-only">{t(`ballot.form.${move}`, { title })}</span>
    </button>
  );
}

export function WishFacts({ item, slotMinutes }: { item: WishItem; slotMinutes: number }) {
  const { t, format } = useText();
  const facts = [
    item.speakers.length > 0 && format.list(item.speakers),
    item.place,
    item.minutes !== slotMinutes && format.minutes(item.minutes),
  ].filter(Boolean);
  return (
    <div className="wish-facts">
      <p lang={item.language} className="font-semibold">
        <TextLink to={item.path}>{item.title}</TextLink>
      </p>
      {facts.length > 0 && <p className="text-sm text-soft">{facts.join(" · ")}</p>}
      <p className="text-sm">
        <VisuallyHidden>{t("ballot.form.host")} </VisuallyHidden>
        <OrganisationMark organisation={item.host} size="small" />
      </p>
    </div>
  );
}
