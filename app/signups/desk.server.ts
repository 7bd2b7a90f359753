import { type Database, isDatabaseAway } from "#db/connect.ts";
import { findViewersByTokens } from "~/people/viewer.server.ts";
import type { Platform } from "~/platform/context.ts";
import { isUuid } from "~/platform/ids.ts";
import type { Session } from "~/sessions/session.ts";
import { listSessions } from "~/sessions/sessions.server.ts";
import { admissionsOf } from "./admission.server.ts";
import { type SignupAnswer, type SignupRequest, signUpMany } from "./signups.server.ts";

/** Somebody who asks for a seat, by the token of their login. */
export interface Caller extends Omit<SignupRequest, "personId"> {
  token: string | null;
}

export type DeskReply =
  /** Not signed in, or not to be seen by whoever is. */
  { is: "anonymous" } | { is: "not-found" } | { is: "answered"; session: Session; answer: SignupAnswer };

type DeskPlatform = Pick<Platform, "db" | "ids" | "now">;

interface Waiting {
  caller: Caller;
  resolve(reply: DeskReply): void;
  reject(error: unknown): void;
}

export interface DeskOptions {
  /** Callers answered in one transaction, at most. */
  batch?: number;
  /** Transactions at the same time. */
  atOnce?: number;
}

/**
 * Where all sign-ups of this process are made: callers line up in one queue for all sessions and those at its head are
 * answered together, in order, by one transaction, while the next ones gather. Several processes have a desk each; the
 * locks of the database keep them apart.
 */
export class Desk {
  private readonly line: Waiting[] = [];
  private running = 0;

  constructor(
    private readonly platform: DeskPlatform,
    private readonly options: Required<DeskOptions>,
  ) {}

  ask(caller: Caller): Promise<DeskReply> {
    return new Promise((resolve, reject) => {
      this.line.push({ caller, resolve, reject });
      if (this.running < this.options.atOnce) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.running += 1;
    // Whoever arrives in this turn of the event loop comes along.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.line.length > 0) await this.answer(this.line.splice(0, this.options.batch));
    this.running -= 1;
  }

  private async answer(batch: Waiting[]): Promise<void> {
    try {
      const replies = await answerAll(
        this.platform,
        batch.map((one) => one.caller),
      );
      for (const [i, { resolve }] of batch.entries()) resolve(replies[i] as DeskReply);
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1) return only?.reject(error);
      if (isDatabaseAway(error)) {
        for (const one of batch) one.reject(error);
        return;
      }
      // What fails for one must not fail for the others.
      for (const one of batch) await this.answer([one]);
    }
  }
}

async function answerAll({ db, ids, now: clock }: DeskPlatform, callers: Caller[]): Promise<DeskReply[]> {
  const now = clock();
  const tokens = [...new Set(callers.flatMap(({ token }) => token ?? []))];
  const sessionIds = [...new Set(callers.map(({ sessionId }) => sessionId).filter(isUuid))];
  const [viewers, sessions] = await Promise.all([
    findViewersByTokens(db, tokens, now),
    listSessions(db, { ids: sessionIds }),
  ]);
  const admission = await admissionsOf(db, sessions, now);
  const found = callers.map((caller) => {
    const viewer = viewers.get(caller.token ?? "") ?? null;
    const session = sessions.find((one) => one.id === caller.sessionId) ?? null;
    const terms = session && admission(viewer, session);
    return { caller, viewer, session: terms ? session : null, terms };
  });
  const requests = found.flatMap(({ caller: { token: _, ...request }, viewer, terms }) =>
    viewer && terms ? [{ ...request, personId: viewer.personId, window: terms.window }] : [],
  );
  const answers = requests.length > 0 ? await signUpMany(db, requests, { now, ids }) : [];
  let next = 0;
  return found.map(({ viewer, session }): DeskReply => {
    if (!viewer) return { is: "anonymous" };
    if (!session) return { is: "not-found" };
    const answer = answers[next];
    next += 1;
    if (!answer) throw new Error("a request without an answer");
    return { is: "answered", session, answer };
  });
}

const desks = new WeakMap<Database, Desk>();

/** The desk of this process. */
export function deskOf(platform: DeskPlatform): Desk {
  const known = desks.get(platform.db);
  return known ?? openDesk(platform);
}

/** Opens it in another way than usual: a benchmark asks what each part of it gives. */
export function openDesk(platform: DeskPlatform, { batch = 500, atOnce = 1 }: DeskOptions = {}): Desk {
  const { db, ids, now } = platform;
  const desk = new Desk({ db, ids, now }, { batch, atOnce });
  desks.set(db, desk);
  return desk;
}
