import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { findText } from "~/people/reader.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { findAttendee, lineOf } from "~/signups/attendees/attendee.server.ts";
import { answerAttendee } from "~/signups/attendees/attendee-page.server.ts";
import { AttendeeSeats } from "~/signups/attendees/attendee-seats.tsx";
import { previewSignUp } from "~/signups/attendees/sign-up.server.ts";
import { SignUpPreview } from "~/signups/attendees/sign-up-preview.tsx";
import { Button, Section, SelectField, TextLink } from "~/ui/index.ts";

export const meta = titled;

/** For organisers, about people of their own organisation; nobody else's page is there. */
export async function loader(args: LoaderFunctionArgs) {
  const organiser = await requireOrganising(args);
  const { db, ids } = args.context;
  const deps = { now: args.context.now(), ids };
  const found = await findAttendee(db, organiser, args.params.person ?? "", deps.now);
  if (!found) throw new Response("Not found", { status: 404 });
  const sessionId = new URL(args.request.url).searchParams.get("session") ?? "";
  const wish = { personId: found.person.id, sessionId };
  const preview = sessionId ? await previewSignUp(db, organiser, wish, deps) : null;
  const { slug, name } = organiser.festival;
  return {
    title: `${found.person.name} · ${name}`,
    home: `/festivals/${slug}`,
    ...found,
    preview: preview && { session: lineOf(preview.session), answer: preview.answer },
  };
}

/** For the same; what they may do with which session is asked for each. */
export async function action(args: ActionFunctionArgs) {
  const organiser = await requireOrganising(args);
  const { db, now, ids, nudge } = args.context;
  const found = await findAttendee(db, organiser, args.params.person ?? "", now());
  if (!found) throw new Response("Not found", { status: 404 });
  const { t } = await findText(args);
  const deps = { now: now(), ids, t };
  const answer = await answerAttendee(db, organiser, { person: found.person, request: args.request }, deps);
  nudge();
  return answer.done ? answer.response : data(answer.refused, { status: answer.status });
}

export default function OneAttendee() {
  const { t, format } = useText();
  const { home, person, seats, gives, choices, preview } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { name } = person;
  return (
    <>
      <Section title={name} intro={person.email}>
        <TextLink to={`${home}/organise/attendees`}>{t("attendees.one.back")}</TextLink>
      </Section>
      <Section title={t("attendees.one.has")}>
        {seats.length === 0 ? (
          <p>{t("attendees.one.hasNothing", { name })}</p>
        ) : (
          <AttendeeSeats
            name={name}
            seats={seats}
            sessions={`${home}/sessions`}
            refused={
              refused?.intent === "sign-out"
                ? { ...refused, errors: refused.errors.reason ?? Object.values(refused.errors).flat() }
                : null
            }
          />
        )}
      </Section>
      {gives.length > 0 && (
        <Section title={t("attendees.one.gives")}>
          <ul className="list-disc ps-5">
            {gives.map((session) => (
              <li key={session.id}>
                <TextLink to={`${home}/sessions/${session.id}`}>{session.title}</TextLink>,{" "}
                {format.sessionTime(session)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("attendees.one.signUp")} intro={choices.length > 0 && t("attendees.one.signUpIntro")}>
        {choices.length === 0 ? (
          <p>{t("attendees.one.noChoices", { name })}</p>
        ) : (
          <Form method="get" action="#sign-up" className="flex max-w-2xl flex-col items-start gap-4">
            <SelectField
              name="session"
              label={t("attendees.one.session")}
              placeholder={t("attendees.one.choose")}
              value={preview?.session.id}
              options={choices.map((one) => ({
                value: one.id,
                label: `${one.title} (${format.sessionTime(one)})`,
              }))}
            />
            <Button variant="secondary">{t("attendees.one.see")}</Button>
          </Form>
        )}
      </Section>
      {preview && (
        <SignUpPreview
          name={name}
          {...preview}
          typed={refused?.intent === "sign-up" ? refused : { errors: {} }}
        />
      )}
    </>
  );
}
