import { inArray } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { makePerson } from "#db/demo/factories.ts";
import { mails, rosterMembers } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { at } from "#tests/support/ids.ts";
import { answerOf, routeArgs } from "#tests/support/requests.ts";
import { addAbsence } from "~/lectures/members.server.ts";
import { loadRoster } from "~/lectures/roster.server.ts";
import { findSeries } from "~/lectures/series.server.ts";
import { askSwap } from "~/lectures/swaps/ask-swap.server.ts";
import { expireSwaps } from "~/lectures/swaps/end-swap.server.ts";
import { swapFor } from "~/lectures/swaps/swap-for.server.ts";
import { findSlip, slipTurn } from "~/lectures/turn-page/slip.server.ts";
import { nameSlip } from "~/lectures/turn-page/slip.ts";
import type { Instant } from "~/platform/time.ts";
import * as swapPage from "../../app/routes/swaps.$token.tsx";
import { depsAt, monday, weeksOf } from "./lectures.support.ts";
import { speakersOf, startSpeakers } from "./swaps.support.ts";
import { sweep } from "./turn-mails.support.ts";

const db = testDatabase();
const deps = depsAt(monday);
let roster: Awaited<ReturnType<typeof startSpeakers>>;
let weeks: Awaited<ReturnType<typeof weeksOf>>;

beforeEach(async () => {
  roster = await startSpeakers(db(), { 5: "Ada", 6: "Bo" });
  weeks = await weeksOf(db(), roster.seriesId);
  await sweep(db(), monday);
  await db().delete(mails);
});

const turnId = (week: number) => weeks[week]!.id;
const memberId = async (name: string) =>
  (await db().select().from(rosterMembers)).find(({ personId }) => personId === roster.people[name])!.id;
const people = async () => {
  const { members } = await loadRoster(db(), (await findSeries(db(), "coffee-machine"))!);
  return members;
};

/** Who got which mail about turns changing hands. */
async function told(when: Instant = monday) {
  await sweep(db(), when);
  const kinds = ["asked", "open", "taken", "ended"].map((kind) => `swap-${kind}`);
  const sent = await db()
    .select()
    .from(mails)
    .where(inArray(mails.kind, [...kinds, "turn-arranged", "turn-slipped"]));
  return sent.map(({ kind, recipientName, text }) => ({ kind, to: recipientName, text }));
}
const names = (list: { kind: string; to: string }[]) =>
  list.map(({ kind, to }) => `${kind} ${to}`).toSorted();
const linkIn = (text: string) => /\/swaps\/([\w-]{20,})/.exec(text)?.[1] ?? "";

async function ask(to: string | null) {
  const toMemberId = to ? await memberId(to) : null;
  const wish = { seriesId: roster.seriesId, turnId: turnId(5), personId: roster.people.Ada! };
  const asked = await askSwap(db(), { ...wish, toMemberId, message: "I'd love to be at home." }, deps);
  if (!asked.ok) throw new Error(asked.reason);
  return asked.swapId;
}

const open = (token: string, form?: Record<string, string>) =>
  routeArgs(db(), `/swaps/${token}`, {
    params: { token },
    context: { now: () => monday },
    ...(form ? { form } : {}),
  }) as never;
const page = async (token: string) => (await answerOf(swapPage.loader(open(token)))).data;

describe("by mail and without a login", () => {
  test("the colleague named is asked alone, takes the turn and gives one in return; the other is told", async () => {
    await ask("Bo");
    const [asked, ...others] = await told();
    expect(others).toEqual([]);
    expect(asked).toMatchObject({ kind: "swap-asked", to: "Bo" });
    expect(asked?.text).toContain("I'd love to be at home.");
    const token = linkIn(asked!.text);
    expect(await page(token)).toMatchObject({
      swap: { requester: "Ada", refusal: null, isNamed: true, returns: [{ turnId: turnId(6) }] },
    });
    const answer = await answerOf(
      swapPage.action(open(token, { intent: "take", returnTurnId: turnId(6), topic: "" })),
    );
    expect(answer.status).toBe(303);
    expect(await speakersOf(db(), roster.seriesId, roster.people)).toEqual({
      5: "Bo: Bo's topic",
      6: "Ada: Ada's topic",
    });
    expect(await page(token)).toMatchObject({ swap: { refusal: "mine" } });
    expect(names(await told())).toEqual(["swap-asked Bo", "swap-taken Ada"]);
  });

  test("opening the link, however often, changes nothing; one that was never sent opens nothing", async () => {
    await ask("Bo");
    const token = linkIn((await told())[0]!.text);
    await page(token);
    await page(token);
    expect(await page(token)).toMatchObject({ swap: { refusal: null } });
    expect((await answerOf(swapPage.loader(open(`${token}x`)))).status).toBe(404);
    expect((await answerOf(swapPage.action(open("nonsense", { intent: "take" })))).status).toBe(404);
  });

  test("a no is told kindly, and the mail of one colleague takes no other one's turn", async () => {
    await ask("Bo");
    const token = linkIn((await told())[0]!.text);
    expect((await answerOf(swapPage.action(open(token, { intent: "decline" })))).status).toBe(303);
    expect(names(await told())).toEqual(["swap-asked Bo", "swap-ended Ada"]);
    expect((await told()).find(({ to }) => to === "Ada")?.text).toContain("Bo cannot this time");
    expect(await page(token)).toMatchObject({ swap: { refusal: "ended" } });
  });

  test("whoever wants: all who are there that day are asked, and the second is told somebody was quicker", async () => {
    const day = weeks[5]!.date;
    const away = { seriesId: roster.seriesId, personId: roster.people.Dee!, note: "" };
    await addAbsence(db(), { ...away, startsOn: day, endsOn: day }, deps);
    await ask(null);
    const asked = await told();
    expect(names(asked)).toEqual(["swap-open Bo", "swap-open Cas"]);
    const take = (name: string) => {
      const { text } = asked.find(({ to }) => to === name)!;
      const form = { intent: "take", returnTurnId: "", topic: "Tides" };
      return answerOf(swapPage.action(open(linkIn(text), form)));
    };
    expect((await take("Cas")).status).toBe(303);
    expect((await take("Bo")).status).toBe(409);
    expect(await speakersOf(db(), roster.seriesId, roster.people)).toMatchObject({ 5: "Cas: Tides" });
  });

  test("whom nobody answered in time is told that the turn is theirs, and can give it back", async () => {
    await ask(null);
    const late = at("2026-12-29T09:30:00Z");
    await expireSwaps(db(), roster.seriesId, { now: late });
    const sent = (await told(late)).filter(({ kind }) => kind === "swap-ended");
    expect(sent.map(({ to }) => to)).toEqual(["Ada"]);
    expect(sent[0]?.text).toContain(`/lectures/coffee-machine/${weeks[5]!.date}#answer`);
  });
});

test("both hear of what an organiser arranged, with the organiser's sentence", async () => {
  const olga = await makePerson(db(), { name: "Olga" });
  const wish = { seriesId: roster.seriesId, turnId: turnId(5), organiserId: olga.id };
  const takerId = await memberId("Bo");
  await swapFor(db(), { ...wish, takerId, returnTurnId: turnId(6), message: "Ada is ill." }, deps);
  const sent = await told();
  expect(names(sent)).toEqual(["turn-arranged Ada", "turn-arranged Bo"]);
  for (const { text } of sent) expect(text).toMatch(/Olga arranged[\s\S]*Ada is ill\./);
});

test("each who slips a week hears of it once, and nobody else does", async () => {
  const series = (await findSeries(db(), "coffee-machine"))!;
  const all = await loadRoster(db(), series);
  const turn = all.turns.find(({ id }) => id === turnId(5))!;
  const slip = (await findSlip(db(), all, turn, deps))!;
  const wish = { seriesId: series.id, turnId: turn.id, organiserId: roster.people.Dee! };
  await slipTurn(db(), { ...wish, shown: nameSlip(slip), week: "off" }, deps);
  const sent = await told();
  expect(names(sent)).toEqual(["turn-slipped Ada", "turn-slipped Bo"]);
  expect((await people()).length).toBe(4);
  expect((await told()).length).toBe(2);
});
