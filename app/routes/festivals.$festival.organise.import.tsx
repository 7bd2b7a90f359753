import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { importSchedule } from "~/festivals/schedule-import/import.server.ts";
import { ImportForm } from "~/festivals/schedule-import/import-form.tsx";
import { ImportReport, LeftLines } from "~/festivals/schedule-import/import-report.tsx";
import type { Imported } from "~/festivals/schedule-import/report.ts";
import { readUpload } from "~/festivals/schedule-import/upload.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { LinkButton, Notice, Section } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { festival } = await requireOrganising(args);
  const { t } = await findText(args);
  return {
    title: `${t("scheduleImport.title")} · ${festival.name}`,
    festival: { name: festival.name, slug: festival.slug },
  };
}

interface Answer {
  imported: Imported;
  pasted: string;
}

/** For organisers of the hosts; each host imports its own sessions, the lead all. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { db, ids, now } = args.context;
  const upload = await readUpload(args.request);
  if (!upload) return refuse({ imported: { ok: false, refusal: "tooLarge", lines: [] }, pasted: "" });
  const { content, pasted } = upload;
  if (!content) return refuse({ imported: { ok: false, refusal: "nothingSent", lines: [] }, pasted });
  const imported = await importSchedule(db, festival, content, viewer, { now: now(), ids });
  return imported.ok ? data<Answer>({ imported, pasted: "" }) : refuse({ imported, pasted });
}

function refuse(answer: Answer) {
  return data(answer, { status: 422 });
}

export default function ImportSchedule() {
  const { t } = useText();
  const { festival } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const imported = answer?.imported;
  if (imported?.ok) return <ImportReport report={imported.report} festival={festival} />;
  const error = imported ? t(`scheduleImport.refusal.${imported.refusal}`) : null;
  return (
    <Section
      title={t("scheduleImport.title")}
      intro={t("scheduleImport.intro")}
      actions={
        <LinkButton to={`/festivals/${festival.slug}/organise/import/table`}>
          {t("exchange.upload.link")}
        </LinkButton>
      }
    >
      <Notice tone={error ? "warning" : "info"}>
        {t(error ? "scheduleImport.nothingChanged" : "scheduleImport.draftOnly")}
      </Notice>
      {imported && <LeftLines lines={imported.lines} />}
      <ImportForm error={error} pasted={answer?.pasted ?? ""} />
    </Section>
  );
}
