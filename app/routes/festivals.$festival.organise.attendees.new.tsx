import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { AddressForm } from "~/signups/attendees/address-form.tsx";
import { listOpenSessions } from "~/signups/attendees/attendee-page.server.ts";
import { addressForm } from "~/signups/attendees/forms.ts";
import { signUpByAddress } from "~/signups/attendees/sign-up.server.ts";
import { Section } from "~/ui/index.ts";

export const meta = titled;

/** For organisers of the hosts: the sessions of their own to come, the lead's of all. */
export async function loader(args: LoaderFunctionArgs) {
  const organiser = await requireOrganising(args);
  const { t } = await findText(args);
  const { db, now } = args.context;
  return {
    title: `${t("attendees.address.title")} · ${organiser.festival.name}`,
    sessions: await listOpenSessions(db, organiser, now()),
    chosen: new URL(args.request.url).searchParams.get("session") ?? undefined,
  };
}

/** For organisers of the session's host and of the lead; of any other session it says that it is not there. */
export async function action(args: ActionFunctionArgs) {
  const organiser = await requireOrganising(args);
  const { db, now, ids, nudge } = args.context;
  const form = await parseForm(args.request, addressForm, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const { session: sessionId, ...wish } = form.value;
  const answer = await signUpByAddress(db, organiser, { ...wish, sessionId }, { now: now(), ids });
  nudge();
  const { title } = answer;
  if (!answer.ok) {
    const key = answer.reason === "full" ? "attendees.address.full" : `attendees.placing.${answer.reason}`;
    return data(
      { result: refuse(form, { field: "session", key, values: { title } }).result },
      { status: 409 },
    );
  }
  const here = `/festivals/${organiser.festival.slug}/organise/attendees?session=${sessionId}`;
  return redirectWithToast(here, "attendees.address.done", { title });
}

export default function SignUpByAddress() {
  const { t } = useText();
  const { sessions, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Section title={t("attendees.address.title")} intro={t("attendees.address.intro")}>
      {sessions.length === 0 ? (
        <p>{t("attendees.address.none")}</p>
      ) : (
        <AddressForm sessions={sessions} chosen={chosen} lastResult={answer?.result} />
      )}
    </Section>
  );
}
