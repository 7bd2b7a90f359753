import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ImportDone } from "~/festivals/exchange/import-done.tsx";
import { ImportForm } from "~/festivals/exchange/import-form.tsx";
import { ImportPreview } from "~/festivals/exchange/import-preview.tsx";
import { answerImport } from "~/festivals/exchange/tables/import-page.server.ts";
import { mayImport } from "~/festivals/exchange/tables/import-table.server.ts";
import { readTableForm } from "~/festivals/exchange/tables/table-form.server.ts";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { changeCapacity } from "~/signups/capacity.server.ts";
import { LinkButton, Section } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  return {
    title: `${t("exchange.upload.title")} · ${festival.name}`,
    festival: { name: festival.name, slug: festival.slug },
    mayInvite: mayImport(viewer, festival, "people"),
    peoplePath: `/organisations/${viewer.organisationSlug}/people`,
  };
}

/** For organisers of the hosts: each takes its own sessions and rooms, the lead any session; admins invite. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const form = await readTableForm(args.request);
  const { db, ids, now, nudge } = args.context;
  const deps = { now: now(), ids, changeCapacity, text: await findText(args) };
  const { answer, status } = await answerImport(db, viewer, festival, form, deps);
  if (answer.step === "done") nudge();
  return data(answer, { status });
}

export default function ImportTable() {
  const { t } = useText();
  const { festival, mayInvite, peoplePath } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const organise = `/festivals/${festival.slug}/organise/import`;
  const path = `${organise}/table`;
  if (answer?.step === "preview") return <ImportPreview preview={answer} path={path} />;
  if (answer?.step === "done")
    return <ImportDone done={answer} festival={festival} peoplePath={peoplePath} path={path} />;
  const refusal = answer?.refusal;
  const said = (one: NonNullable<typeof refusal>) =>
    one === "notAdmin" ? t("exchange.refusal.notAdmin") : t(`tables.refusal.${one}`);
  const sentence = refusal ? said(refusal) : null;
  const error = answer?.row && sentence ? t("tables.refusal.atRow", { row: answer.row, sentence }) : sentence;
  return (
    <Section
      title={t("exchange.upload.title")}
      intro={t("exchange.upload.intro")}
      actions={
        <LinkButton to={organise} variant="quiet">
          {t("exchange.upload.other")}
        </LinkButton>
      }
    >
      <ImportForm
        kind={answer?.kind ?? "sessions"}
        mayInvite={mayInvite}
        error={error}
        pasted={answer?.pasted ?? ""}
      />
    </Section>
  );
}
