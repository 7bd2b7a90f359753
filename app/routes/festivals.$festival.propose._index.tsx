import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { mayPropose } from "~/festivals/call/access.ts";
import { callWindow } from "~/festivals/call/call.ts";
import { CallSentence, ContactSentence } from "~/festivals/call/call-sentence.tsx";
import { answerAsViewer } from "~/festivals/call/co-speaker-answer.server.ts";
import { findMine } from "~/festivals/call/my-proposals.server.ts";
import { AskedToGive, MyProposals, OnlyForHosts } from "~/festivals/call/my-proposals.tsx";
import { findContacts, requireProposing } from "~/festivals/call/proposing.server.ts";
import { startProposal } from "~/festivals/call/start-proposal.server.ts";
import { acceptedHosts } from "~/festivals/festival.ts";
import { requireAllowed } from "~/people/access.ts";
import { findText } from "~/people/reader.server.ts";
import { formAgain, parseForm } from "~/platform/http/form.server.ts";
import { redirectWithToast } from "~/platform/http/toast.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { Paragraphs } from "~/sessions/paragraphs.tsx";
import { ActionForm, EmptyState, Notice, Page, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For who works for a host, or is named as co-speaker; others read why not. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireProposing(args);
  const { t } = await findText(args);
  const { db, now } = args.context;
  const mine = await findMine(db, viewer, festival, now());
  const may = mayPropose(viewer, festival);
  const involved = may || mine.proposals.length + mine.asked.length > 0;
  const hosts = acceptedHosts(festival);
  const { name, slug, language, callText, callOpensAt: opensAt, callClosesAt: closesAt, timeZone } = festival;
  return data(
    {
      title: t("call.propose.of", { festival: name }),
      festival: { name, slug, language, callText },
      call: { window: callWindow(festival, now()), opensAt, closesAt, timeZone },
      may,
      hosts: hosts.map((host) => host.name),
      colours: hosts.map((host) => host.colour),
      email: viewer.email,
      contacts: involved ? await findContacts(db, viewer, festival) : [],
      ...mine,
    },
    { status: involved ? 200 : 403 },
  );
}

const forms = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("new") }),
  z.object({ intent: z.enum(["agreed", "declined"]), id: z.uuid() }),
]);

/** A new proposal by who works for a host; an answer by who is asked to give one. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireProposing(args);
  const { t, locale } = await findText(args);
  const form = await parseForm(args.request, forms, t);
  const { db, now, ids } = args.context;
  const here = `/festivals/${festival.slug}/propose`;
  if (form.ok && form.value.intent !== "new") {
    const { id, intent: answer } = form.value;
    const answered = await answerAsViewer(db, viewer, festival, id, { answer }, { now: now() });
    if (!answered.ok) throw new Response("Not found", { status: 404 });
    return redirectWithToast(here, `call.toast.${answer}`);
  }
  requireAllowed(mayPropose(viewer, festival));
  if (!form.ok) return formAgain(form);
  const started = await startProposal(db, viewer, festival, { language: locale }, { now: now(), ids });
  if (started.ok) return redirect(`${here}/${started.id}`, 303);
  return redirectWithToast(
    here,
    started.reason === "too-many" ? "call.toast.tooMany" : "call.toast.closedNow",
  );
}

export default function Propose() {
  const { t } = useText();
  const { festival, call, may, hosts, colours, email, contacts, proposals, asked } =
    useLoaderData<typeof loader>();
  const open = call.window === "open";
  const home = `/festivals/${festival.slug}`;
  // What is begun comes before something new.
  const writing = proposals.some((proposal) => proposal.standing === "draft");
  const start = may && open && (
    <ActionForm fields={{ intent: "new" }} variant={writing ? "secondary" : "primary"}>
      {t(proposals.length > 0 ? "call.propose.another" : "call.propose.new")}
    </ActionForm>
  );
  return (
    <Page
      title={t("call.propose.title")}
      intro={<CallSentence {...call} />}
      crumbs={[{ label: festival.name, to: home }]}
      band={colours}
      actions={proposals.length > 0 && start}
    >
      {!may && <OnlyForHosts hosts={hosts} email={email} lead={hosts[0] ?? ""} />}
      {festival.callText && may && open && (
        <div lang={festival.language} className="max-w-prose">
          <Paragraphs text={festival.callText} />
        </div>
      )}
      {call.window === "closed" && contacts.length > 0 && (
        <Notice>
          <p>
            <ContactSentence about="closedContact" contacts={contacts} />
          </p>
        </Notice>
      )}
      <AskedToGive asked={asked} />
      {(may || proposals.length > 0) && (
        <Section title={t("call.propose.mine")}>
          {proposals.length > 0 ? (
            <MyProposals proposals={proposals} base={`${home}/propose`} open={open} />
          ) : (
            <EmptyState title={t("call.propose.empty")} action={start}>
              {open && t("call.propose.noneText")}
            </EmptyState>
          )}
        </Section>
      )}
      {open && contacts.length > 0 && (
        <p className="text-soft">
          <ContactSentence about="contact" contacts={contacts} />
        </p>
      )}
    </Page>
  );
}
