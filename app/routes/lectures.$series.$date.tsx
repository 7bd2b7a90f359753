import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Settings, Timer } from "lucide-react";
import { mayOrganiseSeries } from "~/lectures/access.ts";
import { afterwardsActs } from "~/lectures/afterwards/acts.server.ts";
import { findAfterwards } from "~/lectures/afterwards/find-afterwards.server.ts";
import { LearnedPart } from "~/lectures/afterwards/learned-part.tsx";
import { NotesPart } from "~/lectures/afterwards/notes-part.tsx";
import { QuestionsPart } from "~/lectures/afterwards/questions-part.tsx";
import { ThanksPart } from "~/lectures/afterwards/thanks-part.tsx";
import { AnswerPanel, TopicForm } from "~/lectures/answer-panel.tsx";
import { lecturePath } from "~/lectures/lecture.ts";
import { lectureActs } from "~/lectures/lecture-actions.server.ts";
import { LectureFacts } from "~/lectures/lecture-facts.tsx";
import { openLecture } from "~/lectures/open-lecture.server.ts";
import { findPart } from "~/lectures/part.server.ts";
import { findForMembers } from "~/lectures/turn-page/for-members.server.ts";
import { SwapHint, WeekHistory } from "~/lectures/turn-page/for-members.tsx";
import { answerTo } from "~/people/answered.ts";
import { findText } from "~/people/reader.server.ts";
import { requireViewer } from "~/people/viewer.server.ts";
import { readForm } from "~/platform/http/form.server.ts";
import { useText } from "~/platform/i18n/text.tsx";
import { isBefore } from "~/platform/time.ts";
import { neverKept, titled } from "~/platform/title.ts";
import { findSession } from "~/sessions/sessions.server.ts";
import { openAdmission } from "~/signups/admission.server.ts";
import { findPanel } from "~/signups/panel.server.ts";
import { SignupPanel } from "~/signups/signup-panel.tsx";
import { Card, Disclosure, LinkButton, Notice, Page, Stack } from "~/ui/index.ts";

export const meta = titled;
export const headers = neverKept;

/** For everybody who may see the series. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = args.context;
  const { viewer, series, lecture } = await openLecture(args);
  const [{ t, format, locale }, session, part] = await Promise.all([
    findText(args),
    findSession(db, lecture.sessionId),
    viewer ? findPart(db, lecture, viewer.personId, now()) : ({ is: "none" } as const),
  ]);
  const who = { session: session!, personId: viewer?.personId ?? null, admission: openAdmission };
  return {
    title: lecture.topic || t("lectures.lecture.untitled", { date: format.date(lecture.date) }),
    lecture,
    series: { name: series.name, slug: series.slug, houseRules: series.houseRules },
    band: series.hosts.map(({ colour }) => colour),
    isOver: !isBefore(now(), lecture.endsAt),
    part,
    panel: await findPanel(db, who, now()),
    left: await findAfterwards(db, { viewer, series, lecture }, now()),
    signIn: viewer ? null : `/login?to=${encodeURIComponent(`${lecturePath(lecture)}#thanks`)}`,
    mayOrganise: mayOrganiseSeries(viewer, series),
    seen: await findForMembers(db, { viewer, series, lecture, locale }, now()),
  };
}

/** For who is asked, speaks, volunteers or has listened; each act says so itself. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const { series, lecture } = await openLecture(args);
  const formData = await readForm(args.request);
  const intent = formData.get("intent");
  const act = lectureActs.get(intent) ?? afterwardsActs.get(intent);
  if (!act) throw new Response("Unknown intent", { status: 400 });
  return act(formData, { context: args.context, viewer, series, lecture, text: await findText(args) });
}

export default function LecturePage() {
  const { t } = useText();
  const { title, lecture, series, band, isOver, part, panel, left, signIn, seen, mayOrganise } =
    useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const listens = part.is === "none" || part.is === "may-volunteer";
  const isCalledOff = lecture.status === "cancelled";
  return (
    <Page
      title={title}
      band={band}
      crumbs={[
        { label: t("lectures.list.title"), to: "/lectures" },
        { label: series.name, to: `/lectures/${series.slug}` },
      ]}
      actions={
        <>
          {!isCalledOff && (mayOrganise || left.speaker?.isReader) && (
            <LinkButton to={`${lecturePath(lecture)}/clock`} icon={Timer} variant="quiet" reloadDocument>
              {t("lecture.wallClock.title")}
            </LinkButton>
          )}
          {mayOrganise && (
            <LinkButton to={`/lectures/${series.slug}/organise/turns/${lecture.date}`} icon={Settings}>
              {t("turn.page.manage")}
            </LinkButton>
          )}
        </>
      }
    >
      {isCalledOff && !isOver && (
        <Notice tone="warning" title={t("lectures.lecture.calledOff")}>
          {t("lectures.lecture.calledOffText")}
        </Notice>
      )}
      {isOver && (
        <Notice
          title={t(
            lecture.speaker || lecture.isOpenFloor ? "lectures.lecture.over" : "lectures.lecture.overEmpty",
          )}
        />
      )}
      <SwapHint seen={seen} lecture={lecturePath(lecture)} />
      <AnswerPanel
        part={part}
        date={lecture.date}
        answered={answered}
        swap={`${lecturePath(lecture)}/swap`}
      />
      <ThanksPart left={left} answered={answered} signIn={signIn} />
      <LectureFacts lecture={lecture} rules={series.houseRules} />
      {listens && !isOver && !isCalledOff && (
        <Stack gap="small">
          <p className="text-soft">{t("lecture.come")}</p>
          <SignupPanel panel={panel} here={lecturePath(lecture)} />
        </Stack>
      )}
      <NotesPart left={left} answered={answered} />
      <QuestionsPart left={left} answered={answered} />
      <LearnedPart left={left} answered={answered} />
      {mayOrganise && lecture.speaker && part.is === "none" && (
        <Card>
          <Disclosure
            summary={t("lectures.lecture.changeTopic")}
            open={answerTo("topic", answered) !== undefined}
          >
            <TopicForm topic={lecture.topic} answered={answered} />
          </Disclosure>
        </Card>
      )}
      <WeekHistory seen={seen} />
    </Page>
  );
}
