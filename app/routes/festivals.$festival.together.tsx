import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findFestival } from "~/festivals/festivals.server.ts";
import { findText } from "~/people/reader.server.ts";
import { requireViewer } from "~/people/viewer.server.ts";
import type { RequestArgs } from "~/platform/context.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { neverKept, titled } from "~/platform/title.ts";
import { mayComeTogether } from "~/signups/parties/access.ts";
import { AskForm } from "~/signups/parties/ask-form.tsx";
import { findOwnParty, listColleagues, listQuestions } from "~/signups/parties/find.server.ts";
import { PartyList } from "~/signups/parties/party-list.tsx";
import { PartyQuestions } from "~/signups/parties/party-questions.tsx";
import { togetherActs } from "~/signups/parties/together-acts.server.ts";
import { ActionForm, Notice, Page, Section } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For whoever is signed in and may see the festival, about themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, festival } = await requireComing(args);
  const { db, now } = args.context;
  const { t } = await findText(args);
  const { personId } = viewer;
  return {
    title: `${t("parties.title")} · ${festival.name}`,
    festival: { slug: festival.slug, name: festival.name },
    party: await findOwnParty(db, festival.id, viewer),
    questions: await listQuestions(db, { personId, festivalId: festival.id }, now()),
    colleagues: await listColleagues(db, viewer),
  };
}

/** The same people, for themselves. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, festival } = await requireComing(args);
  const { t } = await findText(args);
  const formData = await readForm(args.request);
  const intent = String(formData.get("intent"));
  const act = Object.hasOwn(togetherActs, intent) ? togetherActs[intent] : undefined;
  if (!act) throw new Response("Unprocessable", { status: 422 });
  return act(formData, { context: args.context, viewer, festival, t });
}

async function requireComing(args: RequestArgs & { params: { festival?: string } }) {
  const viewer = await requireViewer(args);
  const festival = await findFestival(args.context.db, args.params.festival ?? "");
  if (!festival || !mayComeTogether(viewer, festival, args.context.now()))
    throw new Response("Not found", { status: 404 });
  return { viewer, festival };
}

export default function Together() {
  const { t } = useText();
  const { festival, party, questions, colleagues } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isAlone = party.others.length === 0;
  const began = !isAlone || party.asked.length + party.askedByOthers > 0;
  return (
    <Page
      width="narrow"
      title={t("parties.title")}
      intro={t("parties.intro", { festival: festival.name })}
      crumbs={[{ label: festival.name, to: `/festivals/${festival.slug}` }]}
    >
      <PartyQuestions questions={questions} />
      <Notice>
        <p>{t("parties.meaning")}</p>
        <p className="mt-2">{t("parties.consent")}</p>
      </Notice>
      {began && (
        <Section title={t("parties.yours")}>
          <PartyList party={party} />
          {isAlone ? (
            <p className="text-soft">{t("parties.alone")}</p>
          ) : (
            <ActionForm
              fields={{ intent: "leave" }}
              label={t("parties.leave")}
              variant="secondary"
              confirm={t("parties.leaveAsk")}
            />
          )}
        </Section>
      )}
      <Section title={t("parties.ask.title")}>
        {party.spots > 0 ? (
          <AskForm
            colleagues={colleagues}
            lastResult={answer && "result" in answer ? answer.result : undefined}
          />
        ) : (
          <p className="text-soft">{t("parties.ask.full")}</p>
        )}
      </Section>
    </Page>
  );
}
