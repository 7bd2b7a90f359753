import { type SubmissionResult, useForm } from "@conform-to/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Form, Section } from "~/ui/index.ts";
import type { WishInput } from "./wish-form.ts";
import { WishRow } from "./wish-row.tsx";
import type { WishList } from "./wishes.ts";
import type { WishSlot } from "./wishes-page.server.ts";

export interface WishEditorProps {
  slots: WishSlot[];
  list: WishList;
  /** What stands in the form is based on it. */
  version: string;
  /** Where it is saved while it is typed. */
  autosaveUrl: string;
  /** This page, to see what another tab saved. */
  here: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

const formId = "wishes";

/** All time slots in one form: numbers, "not this one" and "rather free", saved with a button or as they are typed. */
export function WishEditor({ slots, list, version, autosaveUrl, here, lastResult }: WishEditorProps) {
  const { t, format } = useText();
  const [form, fields] = useForm<WishInput>({
    id: formId,
    lastResult,
    defaultValue: {
      rank: Object.fromEntries(Object.entries(list.ranks).map(([id, rank]) => [id, String(rank)])),
      veto: list.vetoes,
      free: list.free,
    },
  });
  const ranks = recordOf(fields.rank.initialValue);
  const vetoes = listOf(fields.veto.initialValue);
  const free = listOf(fields.free.initialValue);
  const labels = Object.fromEntries(
    slots.flatMap(({ items }) => items.map(({ id, title }) => [`rank.${id}`, title])),
  );
  const words = {
    moved: t("ballot.form.moved", { title: "{{title}}", rank: "{{rank}}" }),
    unwished: t("ballot.form.unwished", { title: "{{title}}" }),
    saved: t("ballot.form.savedAt", { time: "{{time}}" }),
    saving: t("ballot.form.saving"),
    offline: t("ballot.form.offline"),
    restored: t("ballot.form.restored"),
    kept: t("ballot.form.kept"),
    elsewhere: t("ballot.form.elsewhere"),
    signedOut: t("ballot.form.signedOut"),
  };
  return (
    <Form form={form} labels={labels} kept={{ url: autosaveUrl, words }}>
      <input type="hidden" name="version" value={version} />
      <p role="status" data-wish-status className="sr-only" />
      {slots.map((slot) => (
        <Section key={slot.key} id={`slot-${slot.key}`} title={format.sessionTime(slot.span)}>
          <div data-wish-slot className="flex flex-col gap-3">
            <ol data-wish-list className="wish-list">
              {slot.items.map((item) => (
                <WishRow
                  key={item.id}
                  item={item}
                  formId={formId}
                  slotMinutes={slot.minutes}
                  rank={ranks[item.id] ?? ""}
                  veto={vetoes.includes(item.id)}
                  errors={form.allErrors[`rank.${item.id}`] ?? []}
                />
              ))}
            </ol>
            {slot.items.some(({ taken }) => !taken) && (
              <label className="choice">
                <input
                  type="checkbox"
                  name="free"
                  value={slot.key}
                  defaultChecked={free.includes(slot.key)}
                />
                <span>
                  {t("ballot.form.free")}
                  <span className="block text-sm text-soft">{t("ballot.form.freeHint")}</span>
                </span>
              </label>
            )}
          </div>
        </Section>
      ))}
      <div className="wish-bar">
        <Button>{t("ballot.form.save")}</Button>
        <span role="status" data-autosave-status className="text-sm text-soft">
          {t(lastResult ? "ballot.form.notSaved" : "ballot.form.asSaved")}
        </span>
        <a href={here} hidden data-autosave-elsewhere className="text-link">
          {t("ballot.form.elsewhereSee")}
        </a>
        <button
          type="button"
          hidden
          data-autosave-kept
          className="button"
          data-variant="secondary"
          data-size="small"
        >
          {t("ballot.form.putBack")}
        </button>
      </div>
    </Form>
  );
}

const recordOf = (value: unknown): Record<string, string> =>
  typeof value === "object" && value !== null ? (value as Record<string, string>) : {};
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];
