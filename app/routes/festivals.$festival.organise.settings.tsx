import { useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayLeadFestival } from "~/festivals/access.ts";
import { announceFestival } from "~/festivals/call/call.server.ts";
import { latestDecision } from "~/festivals/decisions.server.ts";
import { FestivalFields } from "~/festivals/festival-fields.tsx";
import { type SettingsInput, settingsForm } from "~/festivals/festival-form.ts";
import { useFestivalLabels } from "~/festivals/festival-labels.ts";
import { OnlyLead } from "~/festivals/only-lead.tsx";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { changeSettings } from "~/festivals/settings.server.ts";
import { SignupFields } from "~/festivals/signup-fields.tsx";
import { requireAllowed } from "~/people/access.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseFormData, readForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { localOf } from "~/platform/time.ts";
import { titled } from "~/platform/title.ts";
import { ActionForm, Button, Form, Section } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts; the lead may change it. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { t } = await findText(args);
  const { hosts, signupOpensAt, signupClosesAt, ...fields } = festival;
  const local = (instant: string | null) => (instant ? localOf(instant, festival.timeZone) : "");
  return {
    title: `${t("festivals.organise.tabs.settings")} · ${festival.name}`,
    festival: { ...fields, signupOpens: local(signupOpensAt), signupCloses: local(signupClosesAt) },
    lead: hosts[0]?.organisation.name ?? "",
    mayLead: mayLeadFestival(viewer, festival),
    decided: await latestDecision(args.context.db, festival.id, ["signup-mode"]),
    address: `${args.context.config.publicUrl}/festivals/${festival.slug}`,
  };
}

/** For the lead's organisers. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  requireAllowed(mayLeadFestival(viewer, festival));
  const { db, now } = args.context;
  const settings = (slug: string) => `/festivals/${slug}/organise/settings`;
  const formData = await readForm(args.request);
  if (formData.get("intent") === "call") {
    await announceFestival(db, viewer, festival, { now: now() });
    return redirectWithToast(settings(festival.slug), "festivals.toast.called");
  }
  const form = parseFormData(formData, settingsForm, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const saved = await changeSettings(db, viewer, festival, form.value, { now: now() });
  if (!saved.ok && saved.reason === "allocated")
    return formAgain(refuse(form, { field: "signupMode", key: "ballot.errors.onlyOnce" }), 409);
  if (!saved.ok) return formAgain(refuse(form, { field: "slug", key: "festivals.errors.slugTaken" }), 409);
  return redirectWithToast(settings(saved.slug), "festivals.toast.saved");
}

export default function Settings() {
  const { t, format } = useText();
  const labels = useFestivalLabels();
  const { festival, lead, mayLead, address, decided } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<SettingsInput>({
    id: "settings",
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: festival,
  });
  if (!mayLead) return <OnlyLead lead={lead} />;
  return (
    <>
      {festival.status === "draft" && (
        <Section title={t("festivals.settings.call")} intro={t("festivals.settings.callHint")}>
          <div>
            <ActionForm fields={{ intent: "call" }} variant="secondary">
              {t("festivals.settings.callSubmit")}
            </ActionForm>
          </div>
        </Section>
      )}
      <Section title={t("festivals.settings.title")}>
        <Form form={form} labels={labels}>
          <FestivalFields fields={fields} fixedAddress={festival.status === "draft" ? undefined : address} />
          <SignupFields fields={fields} zone={format.zoneName(festival.timeZone)} decided={decided} />
          <div>
            <Button>{t("festivals.organise.save")}</Button>
          </div>
        </Form>
      </Section>
    </>
  );
}
