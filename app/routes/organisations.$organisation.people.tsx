import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayAdminister, mayOrganiseFor, maySeeMembers, requireAllowed } from "~/people/access.ts";
import { answerTo } from "~/people/answered.ts";
import { listBouncedPeople } from "~/people/bounced.server.ts";
import { BouncedPeople } from "~/people/bounces.tsx";
import { InvitationForm } from "~/people/invitation-form.tsx";
import { InvitationTable } from "~/people/invitation-table.tsx";
import { listOpenInvitations } from "~/people/invitations.server.ts";
import { memberActions } from "~/people/member-actions.server.ts";
import { MemberTable } from "~/people/member-table.tsx";
import { listMembers } from "~/people/members.server.ts";
import { requireOrganisation } from "~/people/organisations.server.ts";
import { findText } from "~/people/reader.server.ts";
import { requireViewer } from "~/people/viewer.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Notice, Page, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For people of the organisation; whom no mail reaches, for its organisers; who is invited, for its admins alone. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { db } = args.context;
  const { id, slug, name, colour } = await requireOrganisation(db, args.params.organisation);
  requireAllowed(maySeeMembers(viewer, id));
  const administers = mayAdminister(viewer, id);
  const [{ t }, members, invitations, bounced] = await Promise.all([
    findText(args),
    listMembers(db, id),
    administers ? listOpenInvitations(db, id) : [],
    mayOrganiseFor(viewer, id) ? listBouncedPeople(db, id) : [],
  ]);
  return {
    title: t("people.members.title", { name }),
    organisation: { slug, name, colour },
    personId: viewer.personId,
    administers,
    members,
    invitations,
    bounced,
  };
}

/** For admins of the organisation. */
export async function action(args: ActionFunctionArgs) {
  const { context, request, params } = args;
  const viewer = await requireViewer(args);
  const organisation = await requireOrganisation(context.db, params.organisation);
  requireAllowed(mayAdminister(viewer, organisation.id));
  const formData = await readForm(request);
  const act = memberActions.get(formData.get("intent"));
  if (!act) throw new Response("Unknown intent", { status: 400 });
  const { t } = await findText(args);
  return act(formData, { context, organisation, personId: viewer.personId, t });
}

export default function OrganisationPeople() {
  const { t } = useText();
  const { title, organisation, personId, administers, members, invitations, bounced } =
    useLoaderData<typeof loader>();
  const { slug, name, colour } = organisation;
  const answered = useActionData<typeof action>();
  const refused = answerTo("role", answered)?.error?.[""];
  return (
    <Page
      title={title}
      intro={t("people.members.count", { count: members.length })}
      band={[colour]}
      crumbs={[
        { label: t("people.organisations.title"), to: "/organisations" },
        { label: name, to: `/organisations/${slug}` },
      ]}
    >
      {refused && (
        <div role="alert">
          <Notice tone="danger">{refused.join(" ")}</Notice>
        </div>
      )}
      <BouncedPeople bounced={bounced} />
      <MemberTable members={members} personId={personId} administers={administers} />
      {administers && (
        <Section title={t("people.members.invite")} intro={t("people.members.inviteIntro", { name })}>
          <InvitationForm lastResult={answerTo("invite", answered)} />
        </Section>
      )}
      {invitations.length > 0 && (
        <Section title={t("people.members.open")}>
          <InvitationTable invitations={invitations} />
        </Section>
      )}
    </Page>
  );
}
