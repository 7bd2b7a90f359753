import { z } from "zod";
import type { RequestContext } from "~/platform/context.ts";
import { formAgain, parseFormData, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import { addDomain, removeDomain } from "./domains.server.ts";
import { logoBytes } from "./logo.ts";
import { removeLogo, saveLogo } from "./logos.server.ts";
import { organisationFacts } from "./organisation-form.ts";
import { changeOrganisation, type Organisation } from "./organisations.server.ts";

/** What the largest allowed logo and its form need together. */
export const editFormBytes = logoBytes + 64 * 1024;

export interface Editing {
  context: RequestContext;
  organisation: Organisation;
  /** The admin's own address, verified by their login. */
  verifiedEmail: string;
  t: Translate;
}

type Edit = (formData: FormData, editing: Editing) => Promise<Response | ReturnType<typeof formAgain>>;

const back = ({ organisation }: Editing) => `/organisations/${organisation.slug}/edit`;

const changeFacts: Edit = async (formData, editing) => {
  const form = parseFormData(formData, organisationFacts, editing.t);
  if (!form.ok) return formAgain(form);
  await changeOrganisation(editing.context.db, editing.organisation.id, form.value);
  return redirectWithToast(back(editing), "people.toast.saved");
};

const logoErrors = {
  kind: "people.errors.logoKind",
  svg: "people.errors.logoSvg",
  large: "people.errors.logoLarge",
} as const;

const logoForm = z.object({ logo: z.instanceof(File, { error: "people.errors.logoMissing" }) });

const putLogo: Edit = async (formData, editing) => {
  const form = parseFormData(formData, logoForm, editing.t);
  if (!form.ok) return formAgain(form);
  const { db, now } = editing.context;
  const content = new Uint8Array(await form.value.logo.arrayBuffer());
  const answer = await saveLogo(db, editing.organisation.id, content, now());
  if (!answer.ok) return formAgain(refuse(form, { field: "logo", key: logoErrors[answer.reason] }));
  return redirectWithToast(back(editing), "people.toast.logoSaved");
};

const dropLogo: Edit = async (_formData, editing) => {
  await removeLogo(editing.context.db, editing.organisation.id);
  return redirectWithToast(back(editing), "people.toast.logoRemoved");
};

const domainErrors = {
  "not-verified-there": "people.errors.notVerifiedThere",
  public: "people.errors.domainPublic",
  taken: "people.errors.domainTaken",
} as const;

const domainForm = z.object({ domain: z.string().max(253) });

const putDomain: Edit = async (formData, editing) => {
  const form = parseFormData(formData, domainForm, editing.t);
  if (!form.ok) return formAgain(form);
  const { domain } = form.value;
  const { organisation, verifiedEmail, context } = editing;
  const wanted = { organisationId: organisation.id, domain, verifiedEmail };
  const answer = await addDomain(context.db, wanted, context.now());
  if (!answer.ok) return formAgain(refuse(form, { key: domainErrors[answer.reason] }), 409);
  return redirectWithToast(back(editing), "people.toast.domainAdded", { domain });
};

const dropDomain: Edit = async (formData, editing) => {
  const form = parseFormData(formData, domainForm, editing.t);
  if (!form.ok) return formAgain(form);
  await removeDomain(editing.context.db, editing.organisation.id, form.value.domain);
  return redirectWithToast(back(editing), "people.toast.domainRemoved", form.value);
};

/** What an admin can do on the edit page, by the form's `intent`. */
export const edits = new Map<unknown, Edit>([
  ["facts", changeFacts],
  ["logo", putLogo],
  ["remove-logo", dropLogo],
  ["add-domain", putDomain],
  ["remove-domain", dropDomain],
]);
