import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayLeadFestival, mayLeaveFestival } from "~/festivals/access.ts";
import { acceptedHosts, type Festival, leadOf } from "~/festivals/festival.ts";
import { resultOf } from "~/festivals/form-result.ts";
import { findBelongings } from "~/festivals/hosting/belongings.server.ts";
import { BelongingsView } from "~/festivals/hosting/belongings-view.tsx";
import { LeaveForm, RearrangeForm } from "~/festivals/hosting/leave-form.tsx";
import { leaveFestival, rearrangeSessions } from "~/festivals/hosting/leaving.server.ts";
import { leaveForms } from "~/festivals/hosting/leaving.ts";
import { requireOrganising } from "~/festivals/organising.server.ts";
import { belongsTo, requireAllowed } from "~/people/access.ts";
import { findText } from "~/people/reader.server.ts";
import type { Viewer } from "~/people/viewer.server.ts";
import { formAgain, parseForm, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { titled } from "~/platform/title.ts";
import { TextLink } from "~/ui/index.ts";

export const meta = titled;

/** The host of the address, and what this organiser may do with what it brings in. */
function requireHost(viewer: Viewer, festival: Festival, slug: string | undefined) {
  const host = festival.hosts.find((one) => one.organisation.slug === slug);
  if (host?.status !== "accepted" && host?.status !== "left")
    throw new Response("Not found", { status: 404 });
  const own = belongsTo(viewer, host.organisation.id);
  return {
    host,
    mayLeave: own && host.status === "accepted" && mayLeaveFestival(viewer, festival),
    mayRearrange: host.status === "left" && mayLeadFestival(viewer, festival),
  };
}

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { host, mayLeave, mayRearrange } = requireHost(viewer, festival, args.params.host);
  const { t } = await findText(args);
  const { id, name } = host.organisation;
  const { sessions, rooms, proposals } = await findBelongings(args.context.db, festival.id, id);
  return {
    title: `${t("hosting.brings.title", { organisation: name })} · ${festival.name}`,
    base: `/festivals/${festival.slug}/organise/hosts`,
    owner: name,
    lead: leadOf(festival),
    heirs: acceptedHosts(festival).filter((other) => other.id !== id),
    sessions: sessions.map(({ id, title, startsLocal, released, seatsTaken }) => ({
      ...{ id, title, startsLocal, released, seatsTaken },
    })),
    rooms,
    proposals,
    mayLeave,
    mayRearrange,
  };
}

/** For the host's own organisers while it hosts, and for the lead's once it has left. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireOrganising(args);
  const { host, mayLeave, mayRearrange } = requireHost(viewer, festival, args.params.host);
  requireAllowed(mayLeave || mayRearrange);
  const form = await parseForm(args.request, leaveForms, (await findText(args)).t);
  if (!form.ok) return formAgain(form);
  const { db, now, nudge } = args.context;
  const wish = form.value;
  const organisationId = host.organisation.id;
  const deps = { now: now() };
  const done =
    wish.form === "leave"
      ? await leaveFestival(db, viewer, festival, wish, deps)
      : await rearrangeSessions(db, viewer, festival, { ...wish, organisationId }, deps);
  if (!done.ok) {
    const key = done.reason === "heir" ? "hosting.errors.heir" : "festivals.errors.notYours";
    return formAgain(refuse(form, { key }), done.reason === "heir" ? 409 : 403);
  }
  nudge();
  if (wish.form === "leave") return redirectWithToast("/festivals", "festivals.toast.left");
  const back = `/festivals/${festival.slug}/organise/hosts/${host.organisation.slug}`;
  return redirectWithToast(back, "hosting.toast.rearranged");
}

export default function Host() {
  const { t } = useText();
  const { base, owner, lead, heirs, sessions, rooms, proposals, mayLeave, mayRearrange } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <div>
        <TextLink to={base}>{`← ${t("hosting.brings.back")}`}</TextLink>
        <h2 className="mt-2">{t("hosting.brings.title", { organisation: owner })}</h2>
      </div>
      <BelongingsView sessions={sessions} rooms={rooms} proposals={proposals} />
      {mayLeave && <LeaveForm {...{ owner, lead, heirs, sessions }} lastResult={resultOf(answer, "leave")} />}
      {mayRearrange && (
        <RearrangeForm {...{ owner, heirs, sessions }} lastResult={resultOf(answer, "rearrange")} />
      )}
    </>
  );
}
