import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { makeFormat, makeProposal, makeQuestion } from "#db/demo/factories.ts";
import { callQuestions, events, festivalDecisions, proposals } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { announceFestival, closeCall, openCall, saveCall } from "~/festivals/call/call.server.ts";
import { callWindow } from "~/festivals/call/call.ts";
import { callForms } from "~/festivals/call/call-forms.ts";
import { countProposals } from "~/festivals/call/counts.server.ts";
import {
  countByFormat,
  listFormats,
  mostFormats,
  moveFormat,
  removeFormat,
  saveFormat,
} from "~/festivals/call/formats.server.ts";
import {
  listQuestions,
  mostQuestions,
  moveQuestion,
  removeQuestion,
  saveQuestion,
} from "~/festivals/call/questions.server.ts";
import { deps, handIn, makeCall, now } from "./call.support.ts";

const wish = { opensAt: "2026-11-01T09:00:00Z", closesAt: "2026-12-20T16:00:00Z", text: "Outside!" };

describe("the call", () => {
  const db = testDatabase();
  const decisions = async () =>
    (await db().select().from(festivalDecisions).orderBy(asc(festivalDecisions.id))).map(
      ({ kind, personId, facts }) => ({ kind, personId, facts }),
    );
  const windowOf = async (call: Awaited<ReturnType<typeof makeCall>>) =>
    callWindow(await call.festival(), now);

  test("is the lead's to open, close and change", async () => {
    const call = await makeCall(db());
    for (const viewer of [call.organiser, call.chloe, call.olga]) {
      const festival = await call.festival();
      const refused = { ok: false, reason: "forbidden" };
      expect(await saveCall(db(), viewer, festival, wish, { now })).toEqual(refused);
      expect(await openCall(db(), viewer, festival, { now })).toEqual(refused);
      expect(await closeCall(db(), viewer, festival, { now })).toEqual(refused);
    }
    expect(await decisions()).toEqual([]);
    expect((await call.festival()).callClosesAt).toBe("2026-12-01T16:00:00Z");
  });

  test("of a draft festival is opened together with it, once", async () => {
    const call = await makeCall(db(), { status: "draft", callOpensAt: null });
    for (let press = 0; press < 2; press += 1)
      expect(await openCall(db(), call.lead, await call.festival(), { now })).toEqual({ ok: true });
    expect(await call.festival()).toMatchObject({ status: "calling", callOpensAt: now.toString() });
    expect(await windowOf(call)).toBe("open");
    expect(await decisions()).toEqual([
      {
        kind: "call-opened",
        personId: call.lead.personId,
        facts: { until: "2026-12-01T16:00:00Z" },
      },
    ]);
  });

  test("planned for later opens then, unless it is opened at once", async () => {
    const opensAt = "2026-11-25T09:00:00Z";
    const call = await makeCall(db(), { status: "draft", callOpensAt: opensAt });
    await openCall(db(), call.lead, await call.festival(), { now });
    expect(await call.festival()).toMatchObject({ status: "calling", callOpensAt: opensAt });
    expect(await windowOf(call)).toBe("not-yet");
    await openCall(db(), call.lead, await call.festival(), { now, atOnce: true });
    expect(await windowOf(call)).toBe("open");
    expect((await decisions()).map(({ kind }) => kind)).toEqual(["call-opened", "call-opened"]);
  });

  test("is not opened past its own end", async () => {
    const call = await makeCall(db(), {
      status: "draft",
      callOpensAt: null,
      callClosesAt: "2026-11-22T09:00:00Z",
    });
    const refused = { ok: false, reason: "closes-in-past" };
    expect(await openCall(db(), call.lead, await call.festival(), { now })).toEqual(refused);
    expect(await call.festival()).toMatchObject({ status: "draft", callOpensAt: null });
  });

  test("a festival that is only announced has none", async () => {
    const call = await makeCall(db(), { status: "draft", callOpensAt: null });
    expect(await announceFestival(db(), call.lead, await call.festival(), { now })).toBe(true);
    expect(await windowOf(call)).toBe("none");
    expect(await decisions()).toEqual([]);
  });

  test("put off is written down once, and tells nobody", async () => {
    const call = await makeCall(db());
    for (let press = 0; press < 2; press += 1)
      expect(await saveCall(db(), call.lead, await call.festival(), wish, { now })).toEqual({ ok: true });
    expect(await decisions()).toEqual([
      { kind: "call-opened", personId: call.lead.personId, facts: { until: wish.closesAt } },
    ]);
    expect(await db().select().from(events)).toEqual([]);
  });

  test("with another text alone nothing is decided", async () => {
    const call = await makeCall(db());
    const closesAt = "2026-12-01T16:00:00Z";
    await saveCall(db(), call.lead, await call.festival(), { ...wish, closesAt }, { now });
    expect((await call.festival()).callText).toBe("Outside!");
    expect(await decisions()).toEqual([]);
  });

  test("closed early says how many proposals came in, and opens again with a later end", async () => {
    const call = await makeCall(db());
    await handIn(db(), call);
    const given = { festivalId: call.festivalId, organisationId: call.organisations.kade.id };
    await makeProposal(db(), { ...given, proposedBy: call.ilse.personId, status: "draft" });
    for (let press = 0; press < 2; press += 1)
      await closeCall(db(), call.lead, await call.festival(), { now });
    expect(await windowOf(call)).toBe("closed");
    await saveCall(db(), call.lead, await call.festival(), wish, { now });
    expect(await windowOf(call)).toBe("open");
    expect((await decisions()).map(({ kind, facts }) => [kind, facts])).toEqual([
      ["call-closed", { proposals: 1 }],
      ["call-opened", { until: wish.closesAt }],
    ]);
  });

  test("counts what came in by host, and how many are being written", async () => {
    const call = await makeCall(db());
    await handIn(db(), call);
    await handIn(db(), call, call.ilse);
    await handIn(db(), call, call.lead);
    const given = { festivalId: call.festivalId, organisationId: call.organisations.kade.id };
    const proposedBy = call.ilse.personId;
    await makeProposal(db(), { ...given, proposedBy, status: "draft" });
    await makeProposal(db(), { ...given, proposedBy, status: "withdrawn" });
    const { hosts, ...rest } = await countProposals(db(), call.festivalId);
    expect(hosts.map(({ slug, proposals: number }) => [slug, number])).toEqual([
      ["kade", 2],
      ["waterland", 1],
    ]);
    expect(rest).toEqual({ total: 3, drafts: 1 });
  });
});

describe("formats", () => {
  const db = testDatabase();
  const fields = { name: "Walk", kind: "workshop" as const, durationMinutes: 90 };

  test("are the lead's", async () => {
    const call = await makeCall(db());
    const { id } = await makeFormat(db(), { festivalId: call.festivalId, name: "Talk" });
    const festival = await call.festival();
    expect(await saveFormat(db(), call.organiser, festival, fields, deps)).toEqual({
      ok: false,
      reason: "forbidden",
    });
    expect(await removeFormat(db(), call.organiser, festival, { id })).toBe(false);
    expect(await moveFormat(db(), call.organiser, festival, { id, direction: "up" })).toBe(false);
    expect((await listFormats(db(), call.festivalId)).map(({ name }) => name)).toEqual(["Talk"]);
  });

  test("have a name of their own, an order, and an end to their number", async () => {
    const call = await makeCall(db());
    const festival = await call.festival();
    const save = (given: Partial<Parameters<typeof saveFormat>[3]>) =>
      saveFormat(db(), call.lead, festival, { ...fields, ...given }, deps);
    const names = async () => (await listFormats(db(), call.festivalId)).map(({ name }) => name);
    for (const name of ["Walk", "Talk", "Game"]) expect(await save({ name })).toEqual({ ok: true });
    expect(await save({ name: "Talk" })).toEqual({ ok: false, reason: "name-taken" });
    const [walk, , game] = await listFormats(db(), call.festivalId);
    await moveFormat(db(), call.lead, festival, { id: game!.id, direction: "up" });
    expect(await names()).toEqual(["Walk", "Game", "Talk"]);
    expect(await save({ id: walk!.id, name: "Game" })).toEqual({ ok: false, reason: "name-taken" });
    expect(await save({ id: walk!.id, name: "Stroll", durationMinutes: 45 })).toEqual({ ok: true });
    expect((await listFormats(db(), call.festivalId))[0]).toMatchObject({
      name: "Stroll",
      durationMinutes: 45,
    });
    for (let more = 3; more < mostFormats; more += 1) await save({ name: `More ${more}` });
    expect(await save({ name: "One too many" })).toEqual({ ok: false, reason: "too-many" });
  });

  test("removed, their proposals stay with another one or none, as a version nobody overwrites unseen", async () => {
    const call = await makeCall(db());
    const festival = await call.festival();
    const [walk, talk] = [
      await makeFormat(db(), { festivalId: call.festivalId, name: "Walk" }),
      await makeFormat(db(), { festivalId: call.festivalId, name: "Talk" }),
    ];
    const given = { festivalId: call.festivalId, organisationId: call.organisations.kade.id };
    const { id } = await makeProposal(db(), { ...given, proposedBy: call.ilse.personId, formatId: walk.id });
    const row = async () => (await db().select().from(proposals).where(eq(proposals.id, id)))[0];
    expect(await countByFormat(db(), call.festivalId)).toEqual({ [walk.id]: 1 });
    await removeFormat(db(), call.lead, festival, { id: walk.id, insteadId: talk.id });
    expect(await row()).toMatchObject({ formatId: talk.id, version: 2 });
    await removeFormat(db(), call.lead, festival, { id: talk.id, insteadId: talk.id });
    expect(await row()).toMatchObject({ formatId: null, version: 3 });
  });
});

describe("questions of the organisers' own", () => {
  const db = testDatabase();
  const fields = { kind: "text" as const, label: "Why?", hint: "", required: false, options: [] };

  test("are the lead's", async () => {
    const call = await makeCall(db());
    const { id } = await makeQuestion(db(), { festivalId: call.festivalId });
    const festival = await call.festival();
    const forbidden = { ok: false, reason: "forbidden" };
    expect(await saveQuestion(db(), call.organiser, festival, fields, deps)).toEqual(forbidden);
    expect(await removeQuestion(db(), call.organiser, festival, { id, answers: 0 })).toMatchObject(forbidden);
    expect(await moveQuestion(db(), call.organiser, festival, { id, direction: "up" })).toBe(false);
    expect(await listQuestions(db(), call.festivalId)).toHaveLength(1);
  });

  test("have an order and an end to their number", async () => {
    const call = await makeCall(db());
    const festival = await call.festival();
    const save = (label: string) => saveQuestion(db(), call.lead, festival, { ...fields, label }, deps);
    for (const label of ["Why?", "How?", "With whom?"]) await save(label);
    const [why] = await listQuestions(db(), call.festivalId);
    await moveQuestion(db(), call.lead, festival, { id: why!.id, direction: "down" });
    const labels = (await listQuestions(db(), call.festivalId)).map(({ label }) => label);
    expect(labels).toEqual(["How?", "Why?", "With whom?"]);
    for (let more = 3; more < mostQuestions; more += 1) await save(`More ${more}?`);
    expect(await save("One too many?")).toEqual({ ok: false, reason: "too-many" });
  });

  test("answered keep their kind, and go with their answers only after these were counted out", async () => {
    const call = await makeCall(db());
    const festival = await call.festival();
    const { id } = await makeQuestion(db(), { festivalId: call.festivalId, label: "Outside?" });
    const other = await makeQuestion(db(), { festivalId: call.festivalId });
    const given = { festivalId: call.festivalId, organisationId: call.organisations.kade.id };
    const answers = { [id]: "yes", [other.id]: "rope" };
    await makeProposal(db(), { ...given, proposedBy: call.ilse.personId, answers });
    const change = (more: object) =>
      saveQuestion(db(), call.lead, festival, { ...fields, id, ...more }, deps);
    expect(await change({ kind: "yes-no" })).toEqual({ ok: false, reason: "answered" });
    expect(await change({ label: "Out of doors?" })).toEqual({ ok: true });
    const remove = (known: number) => removeQuestion(db(), call.lead, festival, { id, answers: known });
    expect(await remove(0)).toEqual({ ok: false, reason: "answered", answers: 1 });
    expect(await db().$count(callQuestions)).toBe(2);
    expect(await remove(1)).toEqual({ ok: true });
    expect(await remove(1)).toEqual({ ok: true });
    expect((await db().select().from(proposals))[0]?.answers).toEqual({ [other.id]: "rope" });
  });

  test.each([
    ["one answer is no choice", { kind: "choice", options: "Yes" }, false],
    ["two are", { kind: "choice", options: "Yes\nNo\n\nYes" }, ["Yes", "No"]],
    ["other kinds have none", { kind: "text", options: "Yes\nNo" }, []],
  ])("%s", (_, given, options) => {
    const parsed = callForms.safeParse({ intent: "question", form: "f", label: "Why?", ...given });
    expect(parsed.success && parsed.data.intent === "question" && parsed.data.options).toEqual(options);
  });
});
