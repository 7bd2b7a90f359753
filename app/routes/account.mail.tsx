import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listOpenNow } from "~/festivals/open-now.server.ts";
import { sendDigestTo } from "~/lectures/digest/digest.server.ts";
import { changeRefusals, listRefusals } from "~/people/mail-preferences/refusals.server.ts";
import { TopicSwitches } from "~/people/mail-preferences/topic-switches.tsx";
import { refusable, required } from "~/people/mail-preferences/topics.ts";
import { findText } from "~/people/reader.server.ts";
import { requireViewer } from "~/people/viewer.server.ts";
import { formAgain, parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { ActionForm, Page, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For whoever is signed in, about themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const { personId } = await requireViewer(args);
  const { t } = await findText(args);
  return { title: t("mailPreferences.page.title"), refused: await listRefusals(args.context.db, personId) };
}

const forms = z.object({
  intent: z.enum(["save", "digest"]),
  wanted: z.array(z.enum(refusable)).default([]),
});

/** For whoever is signed in, about themselves. */
export async function action(args: ActionFunctionArgs) {
  const { personId } = await requireViewer(args);
  const { db, now } = args.context;
  const form = await parseForm(args.request, forms, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  if (form.value.intent === "digest") {
    const refused = (await listRefusals(db, personId)).includes("digest");
    const sent = refused ? "refused" : await sendDigestTo(args.context, personId, now(), listOpenNow);
    return redirectWithToast("/account/mail", `mailPreferences.toast.${toasts[sent]}`);
  }
  const { wanted } = form.value;
  const refused = refusable.filter((topic) => !wanted.includes(topic));
  await changeRefusals(db, personId, refused, now());
  return redirectWithToast("/account/mail", "mailPreferences.toast.saved");
}

const toasts = { sent: "digest", nothing: "digestEmpty", refused: "digestRefused" } as const;

export default function AccountMail() {
  const { t } = useText();
  const { refused } = useLoaderData<typeof loader>();
  return (
    <Page
      width="narrow"
      title={t("mailPreferences.page.title")}
      intro={t("mailPreferences.page.intro")}
      crumbs={[{ label: t("mailPreferences.page.back"), to: "/account" }]}
    >
      <TopicSwitches refused={refused} />
      <Section title={t("mailPreferences.page.always")}>
        <ul className="flex list-disc flex-col gap-2 pl-5">
          {required.map((topic) => (
            <li key={topic}>{t(`mailPreferences.page.${topic}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("mailPreferences.page.digestNow")} intro={t("mailPreferences.page.digestNowHint")}>
        <div>
          <ActionForm
            fields={{ intent: "digest" }}
            variant="secondary"
            label={t("mailPreferences.page.digestNowButton")}
          />
        </div>
      </Section>
    </Page>
  );
}
