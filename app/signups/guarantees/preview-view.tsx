import { useText } from "~/platform/i18n/text.tsx";
import { Notice } from "~/ui/index.ts";
import type { ShownPreview } from "./preview.server.ts";

/** What would happen to a session's queue and free seats, in sentences. */
export function PreviewView({ title, preview }: { title: string; preview: ShownPreview }) {
  const sentences = usePreview(preview);
  return (
    <Notice title={title}>
      <ul className="list-disc ps-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** The sentences about one session, to stand in a list or in a table's cell. */
export function usePreview({ own, others, free, kept, pool, waiting }: ShownPreview): string[] {
  const { t, format } = useText();
  const seats = own.filter((one) => one.how === "seat").map((one) => one.name);
  const offers = own.filter((one) => one.how === "offer").map((one) => one.name);
  const totals = others.map(({ organisation, count }) =>
    t("guarantees.preview.total", { count, name: organisation ?? t("guarantees.preview.noHost") }),
  );
  const idle = kept.map(({ organisation, seats }) =>
    t("guarantees.shown.host", { count: seats, name: organisation }),
  );
  const sentences = [
    seats.length > 0 && t("guarantees.preview.seated", { names: format.list(seats) }),
    offers.length > 0 && t("guarantees.preview.offered", { names: format.list(offers) }),
    totals.length > 0 && t("guarantees.preview.others", { list: format.list(totals) }),
    own.length + others.length === 0 && t("guarantees.preview.nobody"),
    idle.length > 0 &&
      t(free === 0 ? "guarantees.preview.owed" : "guarantees.preview.idle", { list: format.list(idle) }),
    pool === null ? t("guarantees.preview.everybody") : t("guarantees.preview.pool", { count: pool }),
    t("guarantees.preview.waiting", { count: waiting }),
  ];
  return sentences.filter((sentence) => sentence !== false);
}
