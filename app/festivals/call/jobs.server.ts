import { eq } from "drizzle-orm";
import { createElement, type ReactElement } from "react";
import type { Database } from "#db/connect.ts";
import { organisations, people, proposalSpeakers, proposals } from "#db/schema/index.ts";
import type { EventHandler, EventRow, HandlerDeps } from "~/platform/events.server.ts";
import { getText, type Text } from "~/platform/i18n/catalogue.ts";
import { isLocale } from "~/platform/i18n/languages.ts";
import { hashSecret } from "~/platform/ids.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { renderMail } from "~/platform/mail/render.server.ts";
import { product } from "~/platform/product.ts";
import { findFestivalById } from "../festivals.server.ts";
import { callWindow } from "./call.ts";
import type { Proposal } from "./proposal.ts";
import { findProposal } from "./proposals.server.ts";
import { momentIn } from "./words.ts";

/** Tells the proposer that it is in and until when it can be changed. */
const mailReceipt: EventHandler = async (tx, event, deps) => {
  const facts = await factsOf(tx, event);
  if (!facts || facts.proposal.status === "draft" || facts.proposal.status === "withdrawn") return;
  const { festival, proposal, names, url } = facts;
  const { default: ProposalReceived } = await import("#emails/proposal-received.tsx");
  const asked = proposal.speakers.filter((speaker) => speaker.status === "invited");
  const open = callWindow(festival, deps.now) === "open";
  await mail(tx, proposal.proposer.email, "proposal-received", { ...deps, festival, proposal }, (text) => {
    const { t, format } = text;
    const moment = festival.callClosesAt && momentIn(format, festival.callClosesAt, festival.timeZone);
    const until = !open ? "closed" : moment ? "until" : "open";
    return {
      subject: t("call.mail.received.subject", names),
      mail: createElement(ProposalReceived, {
        language: text.locale,
        heading: t("call.mail.received.heading"),
        intro: t("call.mail.received.intro", names),
        speakers:
          asked.length > 0
            ? t("call.mail.received.speakers", { names: format.list(asked.map((one) => one.name)) })
            : null,
        until: t(`call.mail.received.${until}`, { moment: moment ?? "" }),
        button: t("call.mail.received.button"),
        url: url(deps),
        next: t("call.mail.received.next"),
        footer: t("call.mail.footer", names),
      }),
    };
  });
};

/** Asks a co-speaker, with a link of their own; only its hash is kept. */
const mailInvitation: EventHandler = async (tx, event, deps) => {
  const facts = await factsOf(tx, event);
  const speaker = facts?.proposal.speakers.find(({ id }) => id === event.payload.speakerId);
  if (!facts || speaker?.status !== "invited" || speaker.invitedAt !== null) return;
  const { festival, proposal, names } = facts;
  if (proposal.status === "draft" || proposal.status === "withdrawn") return;
  const token = deps.ids.secret();
  await tx
    .update(proposalSpeakers)
    .set({ tokenHash: hashSecret(token), invitedAt: deps.now.toString() })
    .where(eq(proposalSpeakers.id, speaker.id));
  const { default: CoSpeakerInvitation } = await import("#emails/co-speaker-invitation.tsx");
  await mail(tx, speaker.email, "co-speaker-invitation", { ...deps, festival, proposal }, (text) => {
    const { t, format } = text;
    const values = {
      ...names,
      organisation: proposal.organisation.name,
      dates: format.dateRange(festival.startsOn, festival.endsOn),
    };
    return {
      subject: t("call.mail.invited.subject", values),
      mail: createElement(CoSpeakerInvitation, {
        language: text.locale,
        heading: t("call.mail.invited.heading", values),
        intro: t("call.mail.invited.intro", values),
        title: proposal.title,
        abstract: proposal.abstract,
        what: t("call.mail.invited.what"),
        button: t("call.mail.invited.button"),
        url: `${deps.config.publicUrl}/speaking/${token}`,
        note: t("call.mail.invited.note"),
        footer: t("call.mail.invited.footer", values),
      }),
    };
  });
};

const answers = ["agreed", "declined"] as const;

/** Tells the proposer what a co-speaker said, unless they say something else by now. */
const mailAnswer: EventHandler = async (tx, event, deps) => {
  const facts = await factsOf(tx, event);
  const speaker = facts?.proposal.speakers.find(({ id }) => id === event.payload.speakerId);
  const answer = answers.find((one) => one === event.payload.answer);
  if (!facts || !speaker || !answer || speaker.status !== answer) return;
  const { proposal, names, url } = facts;
  const values = { ...names, speaker: speaker.name };
  await mailNews(tx, proposal.proposer.email, "co-speaker-answer", { ...deps, ...facts }, ({ t }) => ({
    subject: t(`call.mail.${answer}.subject`, values),
    heading: t(`call.mail.${answer}.heading`, values),
    intro: t(`call.mail.${answer}.intro`, values),
    button: t("call.mail.see"),
    url: url(deps),
    footer: t("call.mail.footer", names),
  }));
};

/** Tells somebody that they are no co-speaker any more, unless they were named anew since. */
const mailRemoved: EventHandler = async (tx, event, deps) => {
  const facts = await factsOf(tx, event);
  const { email } = event.payload;
  if (!facts || typeof email !== "string") return;
  if (facts.proposal.speakers.some((speaker) => speaker.email === email)) return;
  await mailNews(tx, email, "co-speaker-removed", { ...deps, ...facts }, ({ t }) => ({
    subject: t("call.mail.removed.subject", facts.names),
    heading: t("call.mail.removed.heading"),
    intro: t("call.mail.removed.intro", facts.names),
    footer: t("call.mail.footerSpeaker", facts.names),
  }));
};

/** Tells the co-speakers who were asked and did not say no. */
const mailWithdrawn: EventHandler = async (tx, event, deps) => {
  const facts = await factsOf(tx, event);
  if (facts?.proposal.status !== "withdrawn") return;
  const { proposal, names } = facts;
  const told = proposal.speakers.filter(
    ({ email, status, invitedAt }) =>
      email !== proposal.proposer.email && status !== "declined" && invitedAt !== null,
  );
  for (const { email } of told) {
    await mailNews(tx, email, "proposal-withdrawn", { ...deps, ...facts }, ({ t }) => ({
      subject: t("call.mail.withdrawn.subject", names),
      heading: t("call.mail.withdrawn.heading"),
      intro: t("call.mail.withdrawn.intro", names),
      footer: t("call.mail.footerSpeaker", names),
    }));
  }
};

export const callHandlers: Record<string, EventHandler> = {
  "proposal.submitted": mailReceipt,
  "proposal.speaker-invited": mailInvitation,
  "proposal.speaker-answered": mailAnswer,
  "proposal.speaker-removed": mailRemoved,
  "proposal.taken-back": mailWithdrawn,
  // After it was accepted, where the organisers are told too.
  "proposal.withdrawn": mailWithdrawn,
};

async function factsOf(tx: Database, event: EventRow) {
  const [row] = await tx
    .select({ festivalId: proposals.festivalId })
    .from(proposals)
    .where(eq(proposals.id, event.subject));
  const festival = row && (await findFestivalById(tx, row.festivalId));
  const proposal = row && (await findProposal(tx, row.festivalId, event.subject));
  if (!festival || !proposal) return null;
  const names = {
    title: proposal.title,
    festival: festival.name,
    name: proposal.proposer.name,
    product: product.name,
  };
  const url = ({ config }: HandlerDeps) =>
    `${config.publicUrl}/festivals/${festival.slug}/propose/${proposal.id}`;
  return { festival, proposal, names, url };
}

type Facts = HandlerDeps & {
  festival: { language: string; timeZone: string };
  proposal: Pick<Proposal, "language">;
};

type News = {
  subject: string;
  heading: string;
  intro: string;
  button?: string;
  url?: string;
  footer: string;
};

async function mailNews(tx: Database, to: string, kind: string, facts: Facts, write: (text: Text) => News) {
  const { default: ProposalNews } = await import("#emails/proposal-news.tsx");
  await mail(tx, to, kind, facts, (text) => {
    const { subject, ...news } = write(text);
    return { subject, mail: createElement(ProposalNews, { language: text.locale, ...news }) };
  });
}

/** In the reader's own language and zone where they are here; a guest is written to in the proposal's. */
async function mail(
  tx: Database,
  to: string,
  kind: string,
  facts: Facts,
  write: (text: Text) => { subject: string; mail: ReactElement },
): Promise<void> {
  const [reader] = await tx
    .select({
      name: people.name,
      language: people.language,
      timeZone: people.timeZone,
      home: organisations.language,
    })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(people.email, to));
  const languages = [reader?.language, reader?.home, facts.proposal.language, facts.festival.language];
  const locale = languages.find((one) => isLocale(one)) ?? "en";
  const written = write(getText(locale, reader?.timeZone ?? facts.festival.timeZone));
  await queueMail(
    tx,
    { kind, to, toName: reader?.name, subject: written.subject, ...(await renderMail(written.mail)) },
    facts,
  );
}
