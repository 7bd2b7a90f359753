import type { Database } from "#db/connect.ts";
import type { Config } from "~/platform/config.ts";
import { getText } from "~/platform/i18n/catalogue.ts";
import { isLocale, type Locale } from "~/platform/i18n/languages.ts";
import type { Instant } from "~/platform/time.ts";
import { mayLeadFestival } from "../access.ts";
import type { Festival } from "../festival.ts";
import { mayDecide, maySendDecisions, type Reviewer } from "./access.ts";
import { renderDecision, usualLetter } from "./decision-mail.server.ts";
import { type Letter, unknownWords } from "./letter.ts";
import { localeOf, type MailPlan, type Outgoing, planMails } from "./outgoing.server.ts";
import { listUnconfirmed } from "./remind.server.ts";
import { type Decision, decisions } from "./row.ts";

/** Everything that is to be seen before the mails of decisions go out. */
export async function findMailsPage(
  db: Database,
  viewer: Reviewer,
  festival: Festival,
  query: URLSearchParams,
  { now, config }: { now: Instant; config: Pick<Config, "publicUrl"> },
) {
  const plan = await planMails(db, festival);
  const maySend = maySendDecisions(viewer, festival);
  return {
    maySend,
    lead: festival.hosts.find((host) => host.leads)?.organisation.name ?? "",
    mails: plan.outgoing.reduce((sum, { addressees }) => sum + addressees.length, 0),
    proposals: plan.outgoing.length,
    groups: decisions
      .map((decision) => ({
        decision,
        own: plan.letters.festival[decision] !== undefined,
        mayEdit: mayLeadFestival(viewer, festival),
        outgoing: plan.outgoing
          .filter((one) => one.decision === decision)
          .map((one) => ({ ...one, mayEdit: mayDecide(viewer, festival, one.proposal) })),
      }))
      .filter(({ outgoing }) => outgoing.length > 0),
    changed: plan.outgoing.filter(({ told }) => told === "changed"),
    undecided: plan.undecided.length,
    reopened: plan.reopened,
    told: plan.told,
    fingerprint: plan.fingerprint,
    editing: editingOf(plan, festival, query),
    preview: await previewOf(plan, festival, query, config),
    unconfirmed: await listUnconfirmed(db, festival, { now }),
  };
}

export interface Editing {
  decision: Decision;
  /** Null: the words for all that are decided so. */
  proposal: { id: string; title: string } | null;
  letter: Letter;
  /** There are words of their own here that can be given up. */
  own: boolean;
}

/** The words somebody wants to change, as they are now or as one of our texts has them. */
function editingOf(
  { outgoing, letters }: MailPlan,
  festival: Festival,
  query: URLSearchParams,
): Editing | null {
  const decision = decisions.find((one) => one === query.get("edit"));
  if (!decision) return null;
  const about = outgoing.find((one) => one.proposal.id === query.get("of"))?.proposal ?? null;
  const from = query.get("from");
  const kept = (about && letters.proposals.get(about.id)?.[decision]) ?? letters.festival[decision];
  const usual = (locale: Locale) => usualLetter(decision, getText(locale).t);
  return {
    decision,
    proposal: about && { id: about.id, title: about.title },
    letter: isLocale(from) ? usual(from) : (kept ?? usual(localeOf(festival.language))),
    own: about
      ? letters.proposals.get(about.id)?.[decision] !== undefined
      : letters.festival[decision] !== undefined,
  };
}

/** One mail as its reader gets it: the one asked for, or the first. */
async function previewOf(
  { outgoing }: MailPlan,
  festival: Festival,
  query: URLSearchParams,
  config: Pick<Config, "publicUrl">,
) {
  const one: Outgoing | undefined =
    outgoing.find(({ proposal }) => proposal.id === query.get("preview")) ?? outgoing[0];
  const to = one?.addressees[Number(query.get("to") ?? 0)] ?? one?.addressees[0];
  if (!one || !to) return null;
  const { proposal, decision, letter } = one;
  const { html, subject } = await renderDecision({ festival, proposal, decision, letter, to }, config);
  return {
    name: to.name,
    email: to.email,
    locale: to.locale,
    subject,
    html,
    unknown: letter ? unknownWords(letter) : [],
  };
}
