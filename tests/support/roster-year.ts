import { eq } from "drizzle-orm";
import type { Database } from "#db/connect.ts";
import { seededDice } from "#db/demo/dice.ts";
import { mails, turnMails } from "#db/schema/index.ts";
import { eventHandlers, jobs } from "~/jobs.ts";
import { sweepEvents } from "~/platform/events.server.ts";
import { createLog } from "~/platform/log.server.ts";
import { dateIn, type Instant, type IsoDate, plus, Temporal } from "~/platform/time.ts";
import { action } from "~/routes/turns.$token.tsx";
import { answerOf, requestContext, routeArgs } from "./requests.ts";

/** A mail about a turn, as its reader got it. */
export interface TurnMail {
  recipient: string;
  kind: string;
  turnId: string;
  /** In the zone of the series. */
  day: IsoDate;
}

/** What the organiser does when a mail asks for it. */
export interface Organiser {
  /** Nobody took a turn. */
  decide(turnId: string, now: Instant): Promise<void>;
  /** Somebody declined three times in a row, and a human asks why. */
  talkToPaused(now: Instant): Promise<void>;
}

interface Plan {
  at: Instant;
  token: string;
  answer: "yes" | "no";
}

/** How likely it is that a colleague says yes, or no, to a mail of a kind; else they say nothing. */
const habits: Record<string, { yes: number; no: number }> = {
  "turn-offered": { yes: 0.55, no: 0.2 },
  "turn-reminded": { yes: 0.4, no: 0.1 },
  "turn-lapsed": { yes: 0.1, no: 0 },
  "turn-open-call": { yes: 0.06, no: 0 },
  "turn-stand-in": { yes: 0.4, no: 0.3 },
  "turn-soon": { yes: 0, no: 0.08 },
};

/** Colleagues who answer their mails by the links in them, or do not; the clock goes on and the real jobs run. */
export class RosterYear {
  readonly sent: TurnMail[] = [];
  readonly failures: unknown[] = [];
  private readonly seen = new Set<string>();
  private readonly dice: () => number;
  private plans: Plan[] = [];

  constructor(
    private readonly db: Database,
    private readonly timeZone: string,
    seed: number,
    private readonly organiser: Organiser,
  ) {
    this.dice = seededDice(seed);
  }

  /** What happens by one moment: answers whose time has come, jobs, mails, and their readers' thoughts. */
  async reach(now: Instant): Promise<void> {
    const due = this.plans.filter(({ at }) => Temporal.Instant.compare(at, now) <= 0);
    this.plans = this.plans.filter((plan) => !due.includes(plan));
    for (const plan of due) await this.answer(plan, now);
    const log = Object.assign(createLog("silent"), { error: (one: unknown) => this.failures.push(one) });
    const platform = requestContext(this.db, { now: () => now, log });
    for (const job of jobs) await job.run(platform);
    await sweepEvents(platform, eventHandlers, now);
    await this.readMails(now);
  }

  private async answer({ token, answer }: Plan, now: Instant): Promise<void> {
    const form: Record<string, string> =
      answer === "yes" ? { intent: "yes", topic: "Bread" } : { intent: "no", reason: "Busy" };
    const context = { now: () => now };
    const args = routeArgs(this.db, `/turns/${token}`, { form, params: { token }, context });
    await answerOf(action(args as never));
  }

  private async readMails(now: Instant): Promise<void> {
    const fresh = (await this.db.select().from(mails)).filter(({ id }) => !this.seen.has(id));
    for (const mail of fresh) {
      this.seen.add(mail.id);
      if (!mail.kind.startsWith("turn-")) continue;
      if (mail.kind === "turn-paused") {
        await this.organiser.talkToPaused(now);
        const { recipient, kind, subject } = mail;
        this.sent.push({ recipient, kind, turnId: subject, day: dateIn(now, this.timeZone) });
        continue;
      }
      const token = /\/turns\/([\w-]{20,})/.exec(mail.text)?.[1];
      const turnId = await this.turnOf(mail.id);
      const { recipient, kind } = mail;
      this.sent.push({ recipient, kind, turnId, day: dateIn(now, this.timeZone) });
      if (kind === "turn-organisers") await this.organiser.decide(turnId, now);
      if (token) this.think(kind, token, now);
    }
  }

  private think(kind: string, token: string, now: Instant): void {
    const { yes, no } = habits[kind] ?? { yes: 0, no: 0 };
    const thrown = this.dice();
    const at = Temporal.Instant.from(plus(now, { hours: 2 + Math.floor(this.dice() * 60) }));
    if (thrown < yes) this.plans.push({ at, token, answer: "yes" });
    else if (thrown < yes + no) this.plans.push({ at, token, answer: "no" });
  }

  private async turnOf(mailId: string): Promise<string> {
    const [row] = await this.db.select().from(turnMails).where(eq(turnMails.mailId, mailId));
    if (!row) throw new Error(`a mail about no turn: ${mailId}`);
    return row.turnId;
  }
}

/** Who got how many mails of which kind. */
export function mailsPerPerson(sent: readonly TurnMail[]): Record<string, Record<string, number>> {
  const table: Record<string, Record<string, number>> = {};
  for (const { recipient, kind } of sent) {
    const row = table[recipient] ?? {};
    row[kind] = (row[kind] ?? 0) + 1;
    row.total = (row.total ?? 0) + 1;
    table[recipient] = row;
  }
  return table;
}

/** The mails of which somebody had another about the same turn on the same day. */
export function tooMany(sent: readonly TurnMail[]): TurnMail[] {
  const first = new Map<string, TurnMail>();
  return sent.filter((mail) => {
    const key = `${mail.recipient} ${mail.turnId} ${mail.day}`;
    if (first.has(key)) return true;
    first.set(key, mail);
    return false;
  });
}
