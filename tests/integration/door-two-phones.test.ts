import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Database } from "#db/connect.ts";
import { seededDice } from "#db/demo/dice.ts";
import { checkIns, signups } from "#db/schema/index.ts";
import { postgresDatabase, postgresUrl, testDatabase } from "#tests/support/database.ts";
import { randomIds } from "~/platform/ids.ts";
import { plus } from "~/platform/time.ts";
import type { Result } from "~/signups/door/check-in.ts";
import { nextBatch, type Pressed } from "~/signups/door/phone/kept.ts";
import { type DoorScene, doorScene, makeSignups, minute, post, seatsOf } from "./door.support.ts";

/** A phone as the page makes it: keeps what is pressed, sends it, and forgets it when it is answered. */
class Phone {
  readonly said = new Map<string, Result[]>();
  private kept: Pressed[] = [];

  constructor(
    readonly name: string,
    /** Seconds by which its clock is off. */
    readonly off: number,
    private readonly fresh: boolean,
  ) {}

  press(personId: string, kind: "in" | "undo", second: number): void {
    this.kept.push({ id: randomIds.uuid(), kind, personId, happenedAt: this.clock(second) });
  }

  get done(): boolean {
    return this.kept.length === 0;
  }

  /** Sends once; the way there and the way back may each swallow it. */
  async send(
    scene: DoorScene,
    db: Database,
    sessionId: string,
    second: number,
    lost: "asking" | "answer" | null,
  ) {
    const batch = nextBatch(this.kept, this.name, this.clock(second));
    if (batch.checkIns.length === 0 || lost === "asking") return;
    // The control: every try under a new id, so that nobody can tell that it was sent before.
    if (this.fresh) batch.checkIns = batch.checkIns.map((one) => ({ ...one, id: randomIds.uuid() }));
    const answer = await post(db, scene, sessionId, batch, minute(second / 60));
    expect(answer.status).toBe(200);
    if (lost === "answer") return;
    for (const result of answer.results) {
      this.said.set(result.personId!, [...(this.said.get(result.personId!) ?? []), result]);
    }
    const sent = new Set(batch.checkIns.map(({ happenedAt, personId }) => `${happenedAt} ${personId}`));
    this.kept = this.kept.filter(({ happenedAt, personId }) => !sent.has(`${happenedAt} ${personId}`));
  }

  private clock(second: number): string {
    return plus(minute(second / 60), { seconds: this.off });
  }
}

const people = 500;
const opens = -600;
const cut = { from: -360, until: -240 };

/**
 * Ten minutes at the doors of one hall: two phones check in 500 people, sixty of them both, one of them mistakenly and
 * taken back and in again; every answer may be lost, and for two minutes there is no network at all.
 */
async function tenMinutes(db: Database, { freshIds }: { freshIds: boolean }) {
  const scene = await doorScene(db);
  const { id: sessionId } = await scene.session({ capacity: people, kind: "plenary" });
  const names = Array.from({ length: people }, (_, i) => `Person ${String(i).padStart(3, "0")}`);
  const ids = await scene.attendees(names);
  await makeSignups(
    db,
    ids.map((personId) => ({ sessionId, personId })),
  );
  const phones = [new Phone("left", 0, freshIds), new Phone("right", -7 * 60, freshIds)] as const;
  const roll = seededDice(7);
  const pressed = new Map<string, number>();
  const press = (phone: Phone, i: number, second: number) => {
    phone.press(ids[i]!, "in", second);
    pressed.set(ids[i]!, Math.min(second, pressed.get(ids[i]!) ?? Number.POSITIVE_INFINITY));
  };
  const lose = (): "asking" | "answer" | null => (roll() < 0.2 ? "asking" : roll() < 0.3 ? "answer" : null);
  for (let second = opens; second < 120; second += 1) {
    const turn = second - opens;
    const left = Math.floor(turn / 2);
    if (turn % 2 === 0 && left < 280) press(phones[0], left, second);
    if (turn % 2 === 1 && left < 280) press(phones[1], people - 1 - left, second);
    if (turn === 300) phones[0].press(ids[10]!, "undo", second);
    if (turn === 310) phones[1].press(ids[10]!, "in", second);
    if (turn % 5 === 0) {
      const away = second >= cut.from && second < cut.until;
      await Promise.all(
        phones.map((phone) => phone.send(scene, db, sessionId, second, away ? "asking" : lose())),
      );
    }
    if (turn > 560 && phones.every((phone) => phone.done)) break;
  }
  expect(phones.map((phone) => phone.done)).toEqual([true, true]);
  const seated = await db.select().from(signups).where(eq(signups.sessionId, sessionId));
  const told = await db
    .select()
    .from(checkIns)
    .where(eq(checkIns.sessionId, sessionId))
    .orderBy(asc(checkIns.happenedAt));
  return { phones, pressed, seated, told, seats: await seatsOf(db, sessionId), mistaken: ids[10]! };
}

function provesIt(db: () => Database): void {
  test("500 people on two phones, two minutes without a network: every one once", {
    timeout: 120_000,
  }, async () => {
    const { phones, pressed, seated, told, seats, mistaken } = await tenMinutes(db(), { freshIds: false });
    expect(seated.filter(({ status }) => status === "attended")).toHaveLength(people);
    expect(seats).toEqual({ counted: people, held: people, capacity: people, timeAgrees: true });
    // Each by the time at which they came, whichever phone was heard first and however wrong its clock.
    const others = seated.filter(({ personId }) => personId !== mistaken);
    const cameAt = others.map(({ personId, arrivedAt }) => [personId, arrivedAt]);
    expect(cameAt).toEqual(
      others.map(({ personId }) => [personId, minute(pressed.get(personId)! / 60).toString()]),
    );
    const came = told.filter(({ kind, outcome }) => kind === "in" && outcome === "done");
    expect(came).toHaveLength(people + 1);
    expect(told).toHaveLength(562);
    expect(falseConflicts(phones)).toBe(0);
  });

  test("without an id to know them by, phones are told of conflicts that are none", {
    timeout: 120_000,
  }, async () => {
    const { phones, told } = await tenMinutes(db(), { freshIds: true });
    expect(told.length).toBeGreaterThan(562);
    expect(falseConflicts(phones)).toBeGreaterThan(0);
  });
}

/** People one phone alone pressed, once, and heard that they were in already. */
function falseConflicts(phones: readonly Phone[]): number {
  const isConflict = ({ outcome, here }: Result) => outcome === "already" && here;
  return phones.flatMap(({ said }) => [...said.values()]).filter((results) => results.some(isConflict))
    .length;
}

describe("two phones at a door, embedded database", () => provesIt(testDatabase()));
describe.skipIf(!postgresUrl)("two phones at a door, PostgreSQL", () => provesIt(postgresDatabase()));
