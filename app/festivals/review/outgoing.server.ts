import { eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { organisations, people } from "#db/schema/index.ts";
import { isLocale, type Locale } from "~/platform/i18n/languages.ts";
import { hashSecret } from "~/platform/ids.ts";
import { agreedSpeakers, type Proposal } from "../call/proposal.ts";
import { listProposals } from "../call/proposals.server.ts";
import type { Festival } from "../festival.ts";
import type { Letter } from "./letter.ts";
import { findLetters, type OwnLetters, ownLetter } from "./letters.server.ts";
import { type Decision, decisionOf, type Told, toldOf } from "./row.ts";

export interface Addressee {
  /** Null for a speaker who agreed without being one of ours. */
  personId: string | null;
  name: string;
  email: string;
  locale: Locale;
}

/** What would be sent about one proposal. */
export interface Outgoing {
  proposal: Pick<Proposal, "id" | "title" | "organisation" | "toldStatus" | "toldAt">;
  decision: Decision;
  told: Told;
  addressees: Addressee[];
  /** In the organisers' words; null: our usual text in each reader's language. */
  letter: Letter | null;
  /** The words are for this proposal alone. */
  ownWords: boolean;
}

export interface MailPlan {
  outgoing: Outgoing[];
  letters: OwnLetters;
  /** Not decided, so nothing is sent about them. */
  undecided: Pick<Proposal, "id" | "title">[];
  /** Told something before, and undecided again. */
  reopened: Pick<Proposal, "id" | "title" | "toldStatus">[];
  /** Whose speakers know where they stand. */
  told: number;
  /** Names what is shown, so that what is sent is what was shown. */
  fingerprint: string;
}

/** What is decided and not told, with whom it would be told to and in which words; in five queries. */
export async function planMails(db: Database, festival: Festival): Promise<MailPlan> {
  const statuses = ["submitted", "accepted", "confirmed", "reserve", "declined"] as const;
  const found = await listProposals(db, festival.id, { statuses: [...statuses] });
  const letters = await findLetters(db, festival.id);
  const due = found.flatMap((proposal) => {
    const [decision, told] = [decisionOf(proposal.status), toldOf(proposal)];
    return decision && told && told !== "told" ? { proposal, decision, told } : [];
  });
  const locales = await localesOf(
    db,
    due.flatMap(({ proposal }) => peopleOf(proposal)),
  );
  const outgoing = due.map(({ proposal, decision, told }) => ({
    ...{ proposal: brief(proposal), decision, told },
    addressees: addresseesOf(proposal).map((one) => ({
      ...one,
      locale: locales.get(one.personId ?? "") ?? localeOf(festival.language),
    })),
    letter: ownLetter(letters, proposal.id, decision),
    ownWords: letters.proposals.get(proposal.id)?.[decision] !== undefined,
  }));
  const open = found.filter(({ status }) => status === "submitted");
  return {
    outgoing,
    letters,
    undecided: open.filter(({ toldStatus }) => toldStatus === null).map(({ id, title }) => ({ id, title })),
    reopened: open
      .filter(({ toldStatus }) => toldStatus !== null)
      .map(({ id, title, toldStatus }) => ({ id, title, toldStatus })),
    told: found.filter((proposal) => toldOf(proposal) === "told").length,
    fingerprint: fingerprintOf(outgoing),
  };
}

const brief = ({ id, title, organisation, toldStatus, toldAt }: Proposal) => ({
  ...{ id, title, organisation, toldStatus, toldAt },
});

/** Those who agreed to give it, and who proposed it, each address once. */
export function addresseesOf(proposal: Proposal): Omit<Addressee, "locale">[] {
  const { proposer } = proposal;
  const all = [
    { personId: proposer.id, name: proposer.name, email: proposer.email },
    ...agreedSpeakers(proposal).map(({ personId, name, email }) => ({ personId, name, email })),
  ];
  return all.filter(
    (one, index) =>
      index ===
      all.findIndex(
        ({ personId, email }) => email === one.email || (personId !== null && personId === one.personId),
      ),
  );
}

const peopleOf = (proposal: Proposal) => addresseesOf(proposal).flatMap(({ personId }) => personId ?? []);

async function localesOf(db: Database, ids: string[]): Promise<Map<string, Locale>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, language: people.language, home: organisations.language })
    .from(people)
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(inArray(people.id, [...new Set(ids)]));
  return new Map(
    rows.flatMap(({ id, language, home }) => {
      const locale = [language, home].find(isLocale);
      return locale ? [[id, locale] as const] : [];
    }),
  );
}

export const localeOf = (language: string): Locale => (isLocale(language) ? language : "en");

function fingerprintOf(outgoing: Outgoing[]): string {
  const facts = outgoing.map(({ proposal, decision, addressees, letter }) => [
    ...[proposal.id, proposal.title, decision, letter?.subject, letter?.body],
    addressees.map(({ email }) => email).sort(),
  ]);
  return hashSecret(JSON.stringify(facts.sort())).slice(0, 32);
}
