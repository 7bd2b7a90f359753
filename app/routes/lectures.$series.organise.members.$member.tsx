import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openOrganising } from "~/lectures/page.server.ts";
import { loadRoster } from "~/lectures/roster.server.ts";
import { MemberOnBehalf } from "~/lectures/volunteering/member-on-behalf.tsx";
import { mineOf } from "~/lectures/volunteering/mine.ts";
import { memberIdParam, onBehalfActs } from "~/lectures/volunteering/on-behalf.server.ts";
import { findText } from "~/people/reader.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { dateIn } from "~/platform/time.ts";
import { neverKept, titled } from "~/platform/title.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { series, roster, member } = await openMember(args);
  const { t } = await findText(args);
  const now = args.context.now();
  return {
    title: t("lectures.organise.title", { name: series.name }),
    slug: series.slug,
    weekday: series.weekday,
    name: member.name,
    memberId: member.id,
    mine: mineOf(roster, member.personId, dateIn(now, series.timeZone), now),
  };
}

/** For organisers of the hosts, on behalf of one member. */
export async function action(args: ActionFunctionArgs) {
  const { series, member } = await openMember(args);
  const { t } = await findText(args);
  const formData = await readForm(args.request);
  const act = onBehalfActs.get(formData.get("intent"));
  if (!act) throw new Response("Unknown intent", { status: 400 });
  return act(formData, { context: args.context, series, member, t });
}

async function openMember(args: LoaderFunctionArgs) {
  const { series } = await openOrganising(args);
  const id = memberIdParam.safeParse(args.params.member).data;
  const roster = await loadRoster(args.context.db, series);
  const member = roster.members.find((one) => one.id === id);
  if (!member) throw new Response("Not found", { status: 404 });
  return { series, roster, member };
}

export default function OrganiseMember() {
  const { slug, weekday, name, mine } = useLoaderData<typeof loader>();
  return <MemberOnBehalf {...{ slug, weekday, name, mine }} answered={useActionData<typeof action>()} />;
}
