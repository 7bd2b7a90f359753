import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { answerByLink, findAsked } from "~/festivals/call/co-speaker-answer.server.ts";
import { CoSpeakerQuestion } from "~/festivals/call/co-speaker-question.tsx";
import { nameFromEmail } from "~/people/email.ts";
import { findText } from "~/people/reader.server.ts";
import { parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Page } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For whoever has the link of the mail, signed in or not. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = await findAsked(args.context.db, args.params.token ?? "");
  const { t } = await findText(args);
  if (!asked) return data({ title: t("call.speaking.gone"), asked: null }, { status: 404 });
  const { festival, proposal, speaker, isHere } = asked;
  const { name, slug, startsOn, endsOn } = festival;
  const { id, title, abstract, language, status, toldStatus } = proposal;
  return data({
    title: t("call.speaking.title"),
    asked: {
      festival: { name, slug, startsOn, endsOn },
      proposal: { id, title, abstract, language, withdrawn: status === "withdrawn" },
      proposer: proposal.proposer.name,
      organisation: proposal.organisation.name,
      speaker: {
        status: speaker.status,
        fixed: speaker.status !== "invited" && toldStatus !== null,
        name: speaker.name === speaker.email ? nameFromEmail(speaker.email) : speaker.name,
        isHere,
      },
    },
  });
}

const forms = z.object({
  answer: z.enum(["agreed", "declined"]),
  name: z.string().trim().max(100).optional(),
});

/** For whoever has the link. Answering twice changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const token = args.params.token ?? "";
  const form = await parseForm(args.request, forms, (await findText(args)).t);
  const here = new URL(args.request.url).pathname;
  // The buttons of the page send nothing else.
  if (!form.ok) throw new Response("Not found", { status: 404 });
  const { db, now } = args.context;
  const answered = await answerByLink(db, token, form.value, { now: now() });
  if (answered.ok) return redirectWithToast(here, `call.toast.${form.value.answer}`);
  if (answered.reason === "not-found") throw new Response("Not found", { status: 404 });
  return redirectWithToast(
    here,
    answered.reason === "decided" ? "call.toast.decided" : "call.toast.closedNow",
  );
}

export default function Speaking() {
  const { t } = useText();
  const { asked } = useLoaderData<typeof loader>();
  if (!asked)
    return <Page width="narrow" title={t("call.speaking.gone")} intro={t("call.speaking.goneText")} />;
  return <CoSpeakerQuestion {...asked} />;
}
