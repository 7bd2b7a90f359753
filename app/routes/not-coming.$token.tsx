import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findText } from "~/people/reader.server.ts";
import { parseForm } from "~/platform/http/form.server.ts";
import { readerOf } from "~/platform/http/reader.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { openNotComing } from "~/signups/door/not-coming.server.ts";
import { NotComingCard } from "~/signups/door/not-coming-card.tsx";
import { cancelSignup } from "~/signups/signups.server.ts";
import { LinkButton, Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

const schema = z.object({ sessionId: z.uuid() });

/** For whoever has the link of the mail, signed in or not. Looking changes nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context;
  const found = await openNotComing(db, args.params.token ?? "", now());
  if (!found) {
    const { t } = await findText(args);
    return data({ title: t("door.notComing.unknown"), found: null, speaksTo: null }, { status: 404 });
  }
  const reads = readerOf(args, found.person);
  const { t } = getText(reads.locale, reads.timeZone);
  const shown = { name: found.person.name, sessions: found.sessions };
  return data({ title: t("door.notComing.title"), found: shown, speaksTo: reads });
}

/** For whoever has the link: gives up their own seat, or place in the queue. */
export async function action(args: ActionFunctionArgs) {
  const { db, now, nudge } = args.context;
  const found = await openNotComing(db, args.params.token ?? "", now());
  if (!found) throw new Response("Not found", { status: 404 });
  const form = await parseForm(args.request, schema, (await findText(args)).t);
  const session = form.ok && found.sessions.find((one) => one.sessionId === form.value.sessionId);
  if (!session) throw new Response("Unprocessable", { status: 422 });
  const { sessionId, title } = session;
  const answer = await cancelSignup(db, { personId: found.person.id, sessionId }, { now: now() });
  nudge();
  const said = answer.ok ? "door.notComing.done" : "signups.toast.tooLate";
  return redirectWithToast(new URL(args.request.url).pathname, said, { title });
}

export default function NotComing() {
  const { t } = useText();
  const { found, title } = useLoaderData<typeof loader>();
  return (
    <Page
      width="narrow"
      title={title}
      intro={t(found ? "door.notComing.intro" : "door.notComing.unknownText")}
    >
      {found?.sessions.map((session) => (
        <NotComingCard key={session.sessionId} session={session} />
      ))}
      {found && <p className="max-w-prose text-soft">{t("door.notComing.as", { name: found.name })}</p>}
      <div>
        <LinkButton to="/agenda">{t("door.notComing.agenda")}</LinkButton>
      </div>
    </Page>
  );
}
