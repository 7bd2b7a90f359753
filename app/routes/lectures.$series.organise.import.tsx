import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ListDone } from "~/lectures/import-list/list-done.tsx";
import { readListForm } from "~/lectures/import-list/list-form.server.ts";
import { answerList } from "~/lectures/import-list/list-page.server.ts";
import { ListPreviewPage } from "~/lectures/import-list/list-preview.tsx";
import { openOrganising } from "~/lectures/page.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Section, TableUpload } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { series } = await openOrganising(args);
  const { t } = await findText(args);
  return { title: `${t("rosterImport.title")} · ${series.name}`, slug: series.slug };
}

/** For organisers of the hosts. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, series } = await openOrganising(args);
  const { db, ids, now, nudge } = args.context;
  const form = await readListForm(args.request);
  const { answer, status } = await answerList(db, viewer, series, form, { now: now(), ids });
  if (answer.step === "done") nudge();
  return data(answer, { status });
}

export default function ImportList() {
  const { t } = useText();
  const { slug } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.step === "preview")
    return <ListPreviewPage preview={answer} path={`/lectures/${slug}/organise/import`} />;
  if (answer?.step === "done") return <ListDone done={answer} slug={slug} />;
  const said = (refusal: NonNullable<typeof answer>["refusal"]) =>
    refusal === "tooManyLectures" ? t("rosterImport.tooManyLectures") : t(`tables.refusal.${refusal}`);
  const sentence = answer ? said(answer.refusal) : null;
  const error = answer?.row && sentence ? t("tables.refusal.atRow", { row: answer.row, sentence }) : sentence;
  return (
    <Section title={t("rosterImport.title")} intro={t("rosterImport.intro")}>
      <p className="max-w-prose text-soft">{t("rosterImport.needed")}</p>
      <TableUpload error={error} pasted={answer?.pasted ?? ""} />
    </Section>
  );
}
