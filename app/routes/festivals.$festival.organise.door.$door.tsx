import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayEditSession } from "~/festivals/access.ts";
import { findText } from "~/people/reader.server.ts";
import { parseForm } from "~/platform/http/form.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { placeOf } from "~/sessions/session.ts";
import { applyCheckIns } from "~/signups/door/apply.server.ts";
import { formSchema } from "~/signups/door/check-in.ts";
import styles from "~/signups/door/door.css?url";
import { DoorView } from "~/signups/door/door-view.tsx";
import { countByOrganisation } from "~/signups/door/list.server.ts";
import { openDoor, requireAtDoor } from "~/signups/door/page.server.ts";
import script from "~/signups/door/phone/main.ts?worker&url";
import reader from "~/signups/door/phone/reader.ts?worker&url";
import { showDoor } from "~/signups/door/show-door.server.ts";
import { TotalsTable } from "~/signups/door/totals-table.tsx";
import { Notice, Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** For organisers of the hosts: names on the day for the session's host and the lead, figures for the others. */
export async function loader(args: LoaderFunctionArgs) {
  const door = await openDoor(args);
  const { db, ids } = args.context;
  const { festival, session, mayStand, viewer } = door;
  const { t, format } = await findText(args);
  const query = new URL(args.request.url).searchParams;
  const search = { name: query.get("name") ?? "", find: query.get("find") ?? "" };
  return {
    title: `${session.title} · ${t("door.day.title")}`,
    name: session.title,
    when: [format.sessionTime(session), placeOf(session)].filter(Boolean).join(", "),
    sessionId: session.id,
    timeZone: session.timeZone,
    base: `/festivals/${festival.slug}/organise/door`,
    host: session.organisation.name,
    isTheirs: mayStand || mayEditSession(viewer, festival, session),
    shown: mayStand ? await showDoor(db, door, search, ids) : null,
    totals: await countByOrganisation(db, session.id),
  };
}

/** For whoever stands at the door, without script. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival, session } = await requireAtDoor(args);
  const form = await parseForm(args.request, formSchema, (await findText(args)).t);
  if (!form.ok) throw new Response("Unprocessable", { status: 422 });
  const { db, ids, secret, now } = args.context;
  const moment = now();
  const door = { festivalId: festival.id, sessionId: session.id, startsAt: session.startsAt };
  const checkIn = { ...form.value, happenedAt: moment.toString() };
  const batch = { device: `page of ${viewer.personId}`, now: moment.toString(), checkIns: [checkIn] };
  const [result] = await applyCheckIns(db, door, batch, { now: moment, ids, secret, by: viewer.personId });
  args.context.nudge();
  return { result: result ?? null };
}

export default function Door() {
  const { t } = useText();
  const { name, when, base, host, isTheirs, shown, totals, sessionId, timeZone } =
    useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const urls = {
    ...{ checkIns: `${base}/${sessionId}/check-ins`, worker: "/door-worker.js", reader },
    login: `/login?to=${encodeURIComponent(`${base}/${sessionId}`)}`,
  };
  return (
    <Page width="narrow" title={name} intro={when} crumbs={[{ label: t("door.page.back"), to: base }]}>
      {shown ? (
        <>
          <DoorView {...shown} {...{ sessionId, timeZone, urls }} result={answered?.result ?? null} />
          <script type="module" src={script} />
        </>
      ) : (
        <Notice title={t(isTheirs ? "door.page.notNow" : "door.page.notYours")}>
          <p>{t(isTheirs ? "door.page.notNowText" : "door.page.notYoursText", { host })}</p>
        </Notice>
      )}
      <TotalsTable rows={totals} />
    </Page>
  );
}
