import type { Database } from "#db/connect.ts";
import type { Alliance, Story } from "./alliance.server.ts";
import { peopleContent } from "./content/organisations.ts";
import {
  autumnFormats,
  autumnQuestions,
  type ProposalContent,
  proposalsContent,
} from "./content/proposals.ts";
import { daysAgo, demoDates } from "./dates.ts";
import { makeFormat, makeProposal, makeProposalSpeaker, makeQuestion } from "./factories/proposals.ts";

interface Place {
  festivalId: string;
  tracks: Map<string, string>;
}

/** The call of the autumn festival and everything that came in since. */
export async function fillProposals(
  db: Database,
  story: Story,
  alliance: Alliance,
  { festivalId, tracks }: Place,
): Promise<void> {
  const formats = new Map<string, string>();
  for (const [position, { key, ...row }] of autumnFormats.entries())
    formats.set(key, (await makeFormat(db, { ...row, festivalId, position }, story)).id);
  const questions = new Map<string, string>();
  for (const [position, { key, options, ...row }] of autumnQuestions.entries()) {
    const question = { ...row, options: [...options], festivalId, position };
    questions.set(key, (await makeQuestion(db, question, story)).id);
  }
  const dates = demoDates(story.now);
  for (const {
    by,
    format,
    track,
    daysAgo: days,
    with: others = [],
    answers,
    ...content
  } of proposalsContent) {
    const at = daysAgo(dates, days, "16:20");
    const { id, organisationId } = alliance.people[by];
    const isDraft = content.status === "draft";
    const row = await makeProposal(
      db,
      {
        ...content,
        ...{ festivalId, organisationId, proposedBy: id, createdAt: at, updatedAt: at },
        formatId: formats.get(format) ?? null,
        trackId: (track && tracks.get(track)) ?? null,
        answers: answersOf(answers, questions),
        version: 3,
        submittedAt: isDraft ? null : at,
        withdrawnAt: content.status === "withdrawn" ? daysAgo(dates, days - 2) : null,
      },
      story,
    );
    for (const [index, { who, status }] of others.entries()) {
      await makeProposalSpeaker(
        db,
        {
          ...{ proposalId: row.id, position: index + 1, status, email: emailOf(who) },
          name: status === "agreed" ? "" : alliance.people[who].name,
          personId: status === "invited" ? null : alliance.people[who].id,
          invitedAt: isDraft ? null : at,
          answeredAt: status === "invited" ? null : daysAgo(dates, days - 1),
        },
        story,
      );
    }
  }
}

function answersOf(answers: ProposalContent["answers"] = {}, questions: Map<string, string>) {
  const before = answers.before === undefined ? undefined : autumnQuestions[0].options[answers.before];
  const given = { before, outside: answers.outside, monday: answers.monday };
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, answer]) => {
      const question = questions.get(key);
      return answer && question ? [[question, answer]] : [];
    }),
  );
}

function emailOf(key: string): string {
  const person = peopleContent.find((one) => one.key === key);
  return `${key}@${person?.organisation}.example`;
}
