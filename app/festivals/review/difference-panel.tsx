import { Form } from "@remix-run/react";
import { useText } from "~/platform/i18n/text.tsx";
import { Button, Section, Table } from "~/ui/index.ts";
import type { FieldDifference } from "./difference.ts";

export interface DifferencePanelProps {
  differences: FieldDifference[];
  tracks: { id: string; name: string }[];
  mayTake: boolean;
}

/** What the speakers changed after the session was made, beside what the session has. */
export function DifferencePanel({ differences, tracks, mayTake }: DifferencePanelProps) {
  const { t } = useText();
  if (differences.length === 0) return null;
  return (
    <Section title={t("review.difference.title")} intro={t("review.difference.intro")}>
      <Table
        caption={t("review.difference.title")}
        captionHidden
        rows={differences}
        rowKey={({ field }) => field}
        columns={[
          {
            key: "field",
            header: t("review.difference.field"),
            cell: ({ field }) => t(`review.difference.fields.${field}`),
          },
          {
            key: "session",
            header: t("review.difference.session"),
            cell: (one) => <Value value={one.session} field={one.field} tracks={tracks} />,
          },
          {
            key: "proposal",
            header: t("review.difference.proposal"),
            cell: (one) => <Value value={one.proposal} field={one.field} tracks={tracks} />,
          },
        ]}
      />
      {mayTake && (
        <Form method="post" className="flex flex-wrap items-center gap-3">
          <input type="hidden" name="intent" value="take-over" />
          <Button name="take" value="yes" variant="secondary">
            {t("review.difference.take")}
          </Button>
          <Button name="take" value="no" variant="quiet">
            {t("review.difference.keep")}
          </Button>
          <span className="text-sm text-soft">{t("review.difference.hint")}</span>
        </Form>
      )}
    </Section>
  );
}

function Value({
  value,
  field,
  tracks,
}: {
  value: FieldDifference["session"];
  field: FieldDifference["field"];
  tracks: DifferencePanelProps["tracks"];
}) {
  const { t, format } = useText();
  const nothing = <span className="text-soft">{t("review.difference.nothing")}</span>;
  if (value === null || value === "") return nothing;
  if (Array.isArray(value)) return value.length === 0 ? nothing : format.list(value.map(({ name }) => name));
  if (typeof value === "number") return format.number(value);
  if (field === "trackId") return tracks.find(({ id }) => id === value)?.name ?? nothing;
  if (field === "language") return format.language(value);
  if (field === "level") return t(`review.levels.${value as "all"}`);
  if (field === "kind") return t(`festivals.kinds.${value as "workshop"}`);
  return <span className="break-words whitespace-pre-line">{value}</span>;
}
