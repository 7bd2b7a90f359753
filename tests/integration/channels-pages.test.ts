import { beforeEach, describe, expect, test } from "vitest";
import { makeOrganisation, makePerson } from "#db/demo/factories.ts";
import { channelAnnouncements, seriesChannels } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { testReceiver, toThisMachine } from "#tests/support/receiver.ts";
import { answerOf, routeArgs } from "#tests/support/requests.ts";
import * as channelsPage from "../../app/routes/lectures.$series.organise.channels.tsx";
import { itsHour, startChannel } from "./channels.support.ts";
import { loginOf } from "./organisations.support.ts";

const db = testDatabase();
const chat = testReceiver();
let scene: Awaited<ReturnType<typeof startChannel>>;
let olga: string;

beforeEach(async () => {
  scene = await startChannel(db(), chat.address());
  const { id } = await makePerson(db(), { organisationId: scene.organisationId, role: "organiser" });
  olga = await loginOf(db(), id);
});

function ask(form?: Record<string, string>, cookie = olga, outbound = toThisMachine) {
  return routeArgs(db(), "/lectures/coffee-machine/organise/channels", {
    cookie,
    ...(form ? { form } : {}),
    params: { series: "coffee-machine" },
    context: { now: () => itsHour, outbound },
  }) as never;
}

const send = (form: Record<string, string>) => answerOf(channelsPage.action(ask(form)));
const typed = {
  intent: "add-channel",
  kind: "slack",
  name: "#coffee",
  url: "http://chat.example/services/another-secret-of-forty-letters-abcd",
  language: "nl",
  hoursBefore: "3",
};

test("nobody reads an address again, and organisers recognise it by its host and its last letters", async () => {
  const page = JSON.stringify((await answerOf(channelsPage.loader(ask()))).data);
  expect(page).not.toContain("a-secret-of-forty-letters");
  expect(page).toContain(`${new URL(chat.address()).host}/…wxyz`);
});

test("an organiser adds a channel, once however often it is pressed", async () => {
  expect((await send(typed)).status).toBe(303);
  expect((await send(typed)).status).toBe(303);
  const rows = (await db().select().from(seriesChannels)).filter(({ name }) => name === "#coffee");
  expect(rows).toMatchObject([
    { kind: "slack", url: typed.url, language: "nl", hoursBefore: 3, active: true },
  ]);
});

test.each([
  ["an address that is none", { url: "not an address at all" }],
  ["another chat's address", { kind: "teams", url: "http://hooks.slack.com/services/T0/B0/x" }],
  ["a name with a password", { url: "http://me:secret@chat.example/hooks/x" }],
])("%s is refused at its field, and what was typed comes back", async (_, wrong) => {
  const answer = await send({ ...typed, ...wrong });
  expect(answer.status).toBe(422);
  const { result } = answer.data as { result: { error: Record<string, string[]>; initialValue: object } };
  expect(Object.keys(result.error)).toEqual(["url"]);
  expect(result.initialValue).toMatchObject({ name: "#coffee", ...wrong });
});

test("without what a test injects, plain http and this machine are refused", async () => {
  for (const url of [
    chat.address(),
    "https://127.0.0.1/hooks/aaaaaaaaaaaa",
    "https://localhost/hooks/aaaaaa",
  ]) {
    const answer = await answerOf(channelsPage.action(ask({ ...typed, url }, olga, {})));
    expect(answer.status).toBe(422);
  }
});

describe("a trial", () => {
  const trial = () => send({ intent: "trial", channelId: scene.channelId });

  test("arrives while one watches", async () => {
    expect((await trial()).headers.get("set-cookie")).toContain("toast.arrived");
    expect(chat.received.map(({ body }) => (body as { text: string }).text.split("\n")[0])).toEqual([
      "**This is a trial message**",
    ]);
    expect(await db().select().from(channelAnnouncements)).toMatchObject([
      { about: "trial", status: "sent" },
    ]);
  });

  test("that does not arrive says so, with its reason beside it, and is tried once", async () => {
    chat.answers(404);
    const answer = await trial();
    expect(answer.status).toBe(422);
    expect(answer.data).toEqual({ notArrived: { name: "Coffee", fault: "gone" } });
    const { channels } = (await answerOf(channelsPage.loader(ask()))).data as {
      channels: { announcements: object[] }[];
    };
    expect(channels[0]!.announcements).toMatchObject([{ about: "trial", status: "failed", fault: "gone" }]);
  });

  test("can be sent ten times an hour", async () => {
    for (let count = 0; count < 10; count += 1) await trial();
    expect((await trial()).headers.get("set-cookie")).toContain("toast.trialsUsed");
    expect(chat.received).toHaveLength(10);
  });
});

test("a channel is paused, taken up again and removed with everything it was told", async () => {
  const state = async () => (await db().select().from(seriesChannels)).map(({ active }) => active);
  const act = (intent: string) => send({ intent, channelId: scene.channelId });
  await act("pause");
  expect(await state()).toEqual([false]);
  await act("resume");
  expect(await state()).toEqual([true]);
  await act("trial");
  await act("remove");
  expect(await state()).toEqual([]);
  expect(await db().$count(channelAnnouncements)).toBe(0);
  expect((await act("remove")).status).toBe(404);
});

test("organisers of another series cannot touch it, nor read of it", async () => {
  const far = await makeOrganisation(db(), { slug: "far" });
  const { id } = await makePerson(db(), { organisationId: far.id, role: "admin" });
  const stranger = await loginOf(db(), id);
  expect((await answerOf(channelsPage.loader(ask(undefined, stranger)))).status).toBe(403);
  const remove = { intent: "remove", channelId: scene.channelId };
  expect((await answerOf(channelsPage.action(ask(remove, stranger)))).status).toBe(403);
  expect(await db().$count(seriesChannels)).toBe(1);
});
