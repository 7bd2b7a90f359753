import { z } from "zod";
import { roles } from "#db/schema/people.ts";
import type { RequestContext } from "~/platform/context.ts";
import { formAgain, parseFormData, refuse } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import type { Translate } from "~/platform/i18n/catalogue.ts";
import { emailAddress } from "./email.ts";
import { type InviteRefusal, invite, withdrawInvitation } from "./invitations.server.ts";
import { changeRole } from "./members.server.ts";
import type { Organisation } from "./organisations.server.ts";

export interface Administering {
  context: RequestContext;
  organisation: Organisation;
  /** The admin who acts. */
  personId: string;
  t: Translate;
}

type Act = (formData: FormData, acting: Administering) => Promise<Response | ReturnType<typeof formAgain>>;

const back = ({ organisation }: Administering) => `/organisations/${organisation.slug}/people`;

const inviteErrors = {
  "already-member": "people.errors.alreadyMember",
  elsewhere: "people.errors.elsewhere",
  "already-invited": "people.errors.alreadyInvited",
} as const satisfies Record<InviteRefusal, string>;

const inviteForm = z.object({ email: emailAddress, role: z.enum(roles) });

const sendInvitation: Act = async (formData, acting) => {
  const form = parseFormData(formData, inviteForm, acting.t);
  if (!form.ok) return formAgain(form);
  const { context, organisation, personId } = acting;
  const { email, role } = form.value;
  const invitation = { organisationId: organisation.id, email, role, invitedBy: personId };
  const answer = await invite(context.db, invitation, { ids: context.ids, now: context.now() });
  if (!answer.ok) {
    const values = { email, name: organisation.name };
    return formAgain(refuse(form, { field: "email", key: inviteErrors[answer.reason], values }), 409);
  }
  return redirectWithToast(back(acting), "people.toast.invited", { email });
};

const withdraw: Act = async (formData, acting) => {
  const form = parseFormData(formData, z.object({ invitation: z.uuid() }), acting.t);
  if (!form.ok) return formAgain(form);
  await withdrawInvitation(acting.context.db, acting.organisation.id, form.value.invitation);
  return redirectWithToast(back(acting), "people.toast.withdrawn");
};

const roleForm = z.object({ person: z.uuid(), role: z.enum(roles) });

const giveRole: Act = async (formData, acting) => {
  const form = parseFormData(formData, roleForm, acting.t);
  if (!form.ok) return formAgain(form);
  const { person: personId, role } = form.value;
  const answer = await changeRole(acting.context.db, {
    organisationId: acting.organisation.id,
    personId,
    role,
  });
  if (answer.ok) return redirectWithToast(back(acting), "people.toast.roleChanged", { name: answer.name });
  if (answer.reason === "not-found") throw new Response("Not found", { status: 404 });
  const refusal = { key: "people.errors.lastAdmin", values: { name: answer.name } };
  return formAgain(refuse(form, refusal), 409);
};

/** What an admin can do on the people page, by the form's `intent`. */
export const memberActions = new Map<unknown, Act>([
  ["invite", sendInvitation],
  ["withdraw", withdraw],
  ["role", giveRole],
]);
