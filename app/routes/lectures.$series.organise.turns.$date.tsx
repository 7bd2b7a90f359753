import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findLecture, findMovedDate } from "~/lectures/lectures.server.ts";
import { openOrganising } from "~/lectures/page.server.ts";
import { DecideCard } from "~/lectures/turn-page/decide-card.tsx";
import { HistoryList } from "~/lectures/turn-page/history-list.tsx";
import { MoreActs } from "~/lectures/turn-page/more-acts.tsx";
import { turnPageActs } from "~/lectures/turn-page/turn-actions.server.ts";
import { viewTurn } from "~/lectures/turn-page/view.server.ts";
import { findText } from "~/people/reader.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { isDate } from "~/platform/time.ts";
import { neverKept, titled } from "~/platform/title.ts";
import { Section, TextLink } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For organisers of the hosts. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, series, lecture } = await openTurn(args);
  const { db, now } = args.context;
  const { locale } = await findText(args);
  const text = getText(locale, series.timeZone);
  const asked = { series, turnId: lecture.turnId, viewerId: viewer.personId };
  const page = await viewTurn(db, asked, text, now());
  if (!page) throw new Response("Not found", { status: 404 });
  return {
    title: text.format.dateLong(page.date),
    slug: series.slug,
    page,
    partners: series.hosts.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** For organisers of the hosts. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, series, lecture } = await openTurn(args);
  const formData = await readForm(args.request);
  const act = turnPageActs.get(formData.get("intent"));
  if (!act) throw new Response("Unknown intent", { status: 400 });
  const turn = { id: lecture.turnId, date: lecture.date };
  return act(formData, { context: args.context, viewer, series, turn, text: await findText(args) });
}

async function openTurn(args: LoaderFunctionArgs) {
  const { viewer, series } = await openOrganising(args);
  const { db } = args.context;
  const date = args.params.date ?? "";
  const lecture = isDate(date) ? await findLecture(db, series.id, date) : null;
  if (lecture) return { viewer, series, lecture };
  const movedTo = await findMovedDate(db, series.id, date);
  if (movedTo) throw redirect(`/lectures/${series.slug}/organise/turns/${movedTo}`);
  throw new Response("Not found", { status: 404 });
}

export default function OrganiseTurn() {
  const { t } = useText();
  const { title, slug, page, partners } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const links = (
    <>
      <TextLink to={`/lectures/${slug}/${page.date}`}>{t("turn.page.lecture")}</TextLink>
      <TextLink to={`/lectures/${slug}/organise`}>{t("turn.page.back")}</TextLink>
    </>
  );
  return (
    <>
      <Section title={title} intro={`${page.time}, ${page.place}`} actions={links}>
        <DecideCard page={page} />
      </Section>
      {page.isToCome && (
        <Section title={t("turn.page.more")}>
          <MoreActs page={page} partners={partners} answered={answered} />
        </Section>
      )}
      <Section title={t("turn.page.history")}>
        <HistoryList lines={page.history} zone={page.zone} />
      </Section>
    </>
  );
}
