import { desc, eq } from "drizzle-orm";
import { vi } from "vitest";
import type { Database } from "#db/connect.ts";
import { mails } from "#db/schema/index.ts";
import { answerOf, cookieOf, type GivenContext, routeArgs } from "#tests/support/requests.ts";
import { action as giveCode } from "~/routes/login.code.tsx";
import { action as askCode } from "~/routes/login.tsx";

export const ask = (db: Database, form: Record<string, string>, context?: GivenContext) =>
  answerOf(askCode(routeArgs(db, "/login", { form, context })));

export const give = (db: Database, form: Record<string, string>, context?: GivenContext) =>
  answerOf(giveCode(routeArgs(db, "/login/code", { form, context })));

export const mailsTo = (db: Database, email: string) =>
  db.select().from(mails).where(eq(mails.recipient, email)).orderBy(desc(mails.createdAt), desc(mails.id));

/** The code in the latest mail to an address; it is written after the answer has left. */
export async function mailedCode(db: Database, email: string, count = 1): Promise<string> {
  const [mail] = await vi.waitFor(
    async () => {
      const found = await mailsTo(db, email);
      if (found.length < count) throw new Error(`no mail to ${email} yet`);
      return found;
    },
    { timeout: 10_000, interval: 20 },
  );
  const code = mail?.text.match(/code=(\d{6})/)?.[1];
  if (!code) throw new Error("a mail without a code");
  return code;
}

/** Signs in as people do and returns the cookie. */
export async function signInAs(db: Database, email: string, context?: GivenContext): Promise<string> {
  const before = await mailsTo(db, email);
  await ask(db, { email }, context);
  const code = await mailedCode(db, email, before.length + 1);
  return cookieOf(await give(db, { email, code }, context));
}

export const otherThan = (code: string) => (code === "111111" ? "222222" : "111111");
