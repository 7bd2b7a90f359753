import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayAdminister, requireAllowed } from "~/people/access.ts";
import { answerTo } from "~/people/answered.ts";
import { listDomains } from "~/people/domains.server.ts";
import { editFormBytes, edits } from "~/people/edit-organisation.server.ts";
import { domainOf } from "~/people/email.ts";
import { OrganisationDomains } from "~/people/organisation-domains.tsx";
import { OrganisationFactsForm } from "~/people/organisation-facts-form.tsx";
import { OrganisationLogoForm } from "~/people/organisation-logo-form.tsx";
import { requireOrganisation } from "~/people/organisations.server.ts";
import { isPublicMailDomain } from "~/people/public-mail.ts";
import { findText } from "~/people/reader.server.ts";
import { requireViewer } from "~/people/viewer.server.ts";
import { readFormWithin } from "~/platform/http/upload.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Page, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For admins of the organisation. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const { db } = args.context;
  const organisation = await requireOrganisation(db, args.params.organisation);
  requireAllowed(mayAdminister(viewer, organisation.id));
  const [{ t }, domains] = await Promise.all([findText(args), listDomains(db, organisation.id)]);
  const mine = domainOf(viewer.email);
  return {
    title: t("people.edit.title", { name: organisation.name }),
    organisation,
    domains,
    own: { domain: mine, listed: domains.includes(mine), isPublic: isPublicMailDomain(mine) },
  };
}

/** For admins of the organisation. */
export async function action(args: ActionFunctionArgs) {
  const { context, request, params } = args;
  const viewer = await requireViewer(args);
  const organisation = await requireOrganisation(context.db, params.organisation);
  requireAllowed(mayAdminister(viewer, organisation.id));
  const formData = await readFormWithin(request, editFormBytes);
  if (!formData) throw new Response("Too large", { status: 413 });
  const edit = edits.get(formData.get("intent"));
  if (!edit) throw new Response("Unknown intent", { status: 400 });
  const { t } = await findText(args);
  return edit(formData, { context, organisation, verifiedEmail: viewer.email, t });
}

export default function EditOrganisation() {
  const { t } = useText();
  const { title, organisation, domains, own } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { slug, name, colour, hasLogo } = organisation;
  return (
    <Page
      width="narrow"
      title={title}
      band={[colour]}
      crumbs={[
        { label: t("people.organisations.title"), to: "/organisations" },
        { label: name, to: `/organisations/${slug}` },
      ]}
    >
      <Section title={t("people.edit.facts")}>
        <OrganisationFactsForm organisation={organisation} lastResult={answerTo("facts", answered)} />
      </Section>
      <Section title={t("people.edit.domains")} intro={t("people.edit.domainsIntro")} id="domains">
        <OrganisationDomains domains={domains} own={own} lastResult={answerTo("add-domain", answered)} />
      </Section>
      <Section title={t("people.edit.logo")}>
        <OrganisationLogoForm
          slug={slug}
          name={name}
          hasLogo={hasLogo}
          lastResult={answerTo("logo", answered)}
        />
      </Section>
    </Page>
  );
}
