import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { mails } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { freePort } from "#tests/support/postgres.ts";
import { requestContext } from "#tests/support/requests.ts";
import { findBounce, listBouncedPeople } from "~/people/bounced.server.ts";
import { listBounces, markBounced } from "~/platform/mail/bounces.server.ts";
import { queueMail } from "~/platform/mail/queue.server.ts";
import { closeTransport, sweepMail } from "~/platform/mail/send.server.ts";

const db = testDatabase();
const now = at("2026-11-23T09:00:00Z");
const daan = "daan@polder.example";

/** A mail server that answers each address with a code of its own; 0 takes the mail. */
async function serverSaying(codes: Record<string, number>) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo({ address }, _, done) {
      const code = codes[address] ?? 0;
      if (code === 0) return done();
      done(Object.assign(new Error("5.1.1 no such colleague"), { responseCode: code }));
    },
    onData(stream, _, done) {
      stream.resume();
      stream.on("end", () => done());
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const env = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "percolate@learn.example" };
  return { env, close: () => new Promise<void>((done) => server.close(() => done())) };
}

describe("mail that comes back", () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await closeTransport();
    for (const close of closers.splice(0)) await close();
  });

  async function send(codes: Record<string, number>, moment = now) {
    const { env, close } = await serverSaying(codes);
    closers.push(close);
    const platform = requestContext(db(), { env });
    for (const to of Object.keys(codes)) {
      const mail = { kind: "login-code", to, subject: "Hello", text: "Hi", html: "<p>Hi</p>" };
      await queueMail(db(), mail, { ...platform, now: moment });
    }
    await sweepMail(platform, moment);
    await closeTransport();
    return db().select().from(mails).orderBy(mails.recipient);
  }

  test("is not tried again where it is refused for good, and is tried again where it is not", async () => {
    const rows = await send({ [daan]: 550, "full@polder.example": 452, "well@polder.example": 0 });
    expect(rows.map(({ status, bouncedAt, attempts }) => [status, bouncedAt, attempts])).toEqual([
      ["failed", "2026-11-23T09:00:00Z", 1],
      ["queued", null, 1],
      ["sent", null, 0],
    ]);
    expect(rows[0]?.lastError).toContain("550 5.1.1 no such colleague");
  });

  test("is told with its reason until a mail gets through", async () => {
    await send({ [daan]: 550 });
    const known = await listBounces(db(), [daan, "well@polder.example"]);
    expect(known).toMatchObject([{ address: daan, at: "2026-11-23T09:00:00Z" }]);
    expect(known[0]?.reason).toMatch(/^Can't send mail.*no such colleague/);
    await send({ [daan]: 550 }, now.add({ hours: 1 }));
    expect(await listBounces(db(), [daan])).toMatchObject([{ at: "2026-11-23T10:00:00Z" }]);
    await send({ [daan]: 0 }, now.add({ hours: 2 }));
    expect(await listBounces(db(), [daan])).toEqual([]);
    expect(await listBounces(db(), [])).toEqual([]);
  });

  test("later, after it was taken, marks that mail, or the last one to the address, once", async () => {
    await send({ [daan]: 0 });
    await send({ [daan]: 0 }, now.add({ hours: 1 }));
    const [first] = (await db().select().from(mails).orderBy(mails.createdAt))!;
    const came = { at: now.add({ minutes: 90 }), reason: "552 mailbox full" };
    expect(await markBounced(db(), { address: daan.toUpperCase() }, came)).toBe(true);
    expect(await markBounced(db(), { address: daan }, { ...came, at: now.add({ hours: 3 }) })).toBe(false);
    expect(await markBounced(db(), { mailId: first!.id }, came)).toBe(true);
    expect(await markBounced(db(), { address: "nobody@polder.example" }, came)).toBe(false);
    const rows = await db().select().from(mails).orderBy(mails.createdAt);
    expect(rows.map(({ bouncedAt, status }) => [bouncedAt, status])).toEqual([
      ["2026-11-23T10:30:00Z", "sent"],
      ["2026-11-23T10:30:00Z", "sent"],
    ]);
    expect(await listBounces(db(), [daan])).toEqual([
      { address: daan, at: "2026-11-23T10:30:00Z", reason: "552 mailbox full" },
    ]);
  });

  test("is told to their own organisers by name, and to nobody of another organisation", async () => {
    const polder = await makeOrganisation(db(), { slug: "polder" });
    const kade = await makeOrganisation(db(), { slug: "kade" });
    await makePerson(db(), { name: "Daan", email: daan, organisationId: polder.id });
    await makePerson(db(), { name: "Well", email: "well@polder.example", organisationId: polder.id });
    await makePerson(db(), { name: "Kim", email: "kim@kade.example", organisationId: kade.id });
    await send({ [daan]: 550, "kim@kade.example": 554, "well@polder.example": 0 });
    const names = async (id: string) => (await listBouncedPeople(db(), id)).map(({ name }) => name);
    expect(await names(polder.id)).toEqual(["Daan"]);
    expect(await names(kade.id)).toEqual(["Kim"]);
    expect(await findBounce(db(), daan)).toMatchObject({ address: daan });
    expect(await findBounce(db(), "well@polder.example")).toBeNull();
  });
});
