import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fits } from "../seats/guarantees.ts";
import { explainPlace } from "./explain.ts";
import { type HostSeats, idleOf, reachOf, sameForEach } from "./kept.ts";

const host = (name: string, seats: number, taken: number): HostSeats => ({
  ...{ organisationId: name, name, seats, taken },
});

describe("the seats somebody may take", () => {
  const session = { capacity: 10, seatsTaken: 6 };
  // Two stand empty for Lumen, one for Kade, and one is free for all.
  const kept = { endsAt: null, hosts: [host("Lumen", 3, 1), host("Kade", 1, 0), host("Polder", 2, 2)] };

  test.each([
    ["Lumen", 3],
    ["Kade", 2],
    ["Polder", 1],
    [null, 1],
  ])("of %s are %i", (organisationId, seatsLeft) =>
    expect(reachOf({ session, kept, organisationId, waiters: [] })).toEqual({ seatsLeft, ahead: 0 }),
  );

  test("leave out those who wait for what they may not take", () => {
    const full = { capacity: 9, seatsTaken: 6 };
    const waiters = [
      { organisationId: null, count: 4 },
      { organisationId: "Lumen", count: 1 },
    ];
    expect(reachOf({ session: full, kept, organisationId: "Lumen", waiters })).toEqual({
      seatsLeft: 2,
      ahead: 1,
    });
    expect(reachOf({ session, kept, organisationId: "Lumen", waiters }).ahead).toBe(5);
  });

  test("are some exactly when the rule of seats lets one more of them in", () => {
    const few = fc.nat({ max: 4 });
    fc.assert(
      fc.property(
        fc.nat({ max: 12 }),
        fc.array(fc.tuple(few, few), { maxLength: 3 }),
        few,
        few,
        (...given) => {
          const [capacity, seats, others, wanted] = given;
          const hosts = seats.map(([kept, taken], i) => host(String(i), kept, taken));
          const seatsTaken = others + hosts.reduce((sum, one) => sum + one.taken, 0);
          const guaranteed = hosts.reduce((sum, one) => sum + one.seats, 0);
          fc.pre(seatsTaken <= capacity && guaranteed <= capacity);
          const organisationId = hosts[wanted]?.organisationId ?? null;
          const room = {
            ...{ capacity, seatsTaken },
            guarantees: new Map(hosts.map((one) => [one.organisationId, one.seats])),
            taken: new Map(hosts.map((one) => [one.organisationId, one.taken])),
          };
          const asking = { session: { capacity, seatsTaken }, kept: { endsAt: null, hosts }, waiters: [] };
          const { seatsLeft } = reachOf({ ...asking, organisationId });
          expect((seatsLeft ?? 1) > 0).toBe(fits(room, [organisationId ?? ""]));
        },
      ),
    );
  });
});

describe("seats kept", () => {
  test.each([
    [[4, 4, 4], 4],
    [[4, 2], null],
    [[4], null],
    [[], null],
  ])("of %j are the same for each: %j", (seats, each) =>
    expect(sameForEach(seats.map((one) => ({ seats: one })))).toBe(each),
  );

  test("never stand empty below none", () => expect(idleOf(host("Lumen", 2, 5))).toBe(0));
});

describe("a place in the queue", () => {
  const kept = { endsAt: "2027-05-03T10:00:00Z", hosts: [host("Kade", 2, 2), host("Lumen", 4, 2)] };
  const ahead = [
    { organisationId: "Lumen", count: 1 },
    { organisationId: null, count: 3 },
  ];

  test("names the hosts whose seats stand empty, and who before may take them", () => {
    expect(explainPlace({ place: 5, organisationId: "Kade", kept, free: 2, ahead })).toEqual({
      place: 5,
      isFree: true,
      endsAt: "2027-05-03T10:00:00Z",
      hosts: [{ name: "Lumen", isOwn: false, seats: 2, ahead: 1 }],
    });
  });

  test("says of one's own host that they are one's own", () =>
    expect(explainPlace({ place: 5, organisationId: "Lumen", kept, free: 2, ahead })?.hosts).toEqual([
      { name: "Lumen", isOwn: true, seats: 2, ahead: 1 },
    ]));

  test("tells seats that stand empty from the next that come free", () =>
    expect(explainPlace({ place: 1, organisationId: "Kade", kept, free: 0, ahead: [] })?.isFree).toBe(false));

  test("needs no explanation where nothing kept stands empty", () =>
    expect(
      explainPlace({
        place: 5,
        organisationId: null,
        free: 2,
        ahead,
        kept: { ...kept, hosts: [host("Kade", 2, 3)] },
      }),
    ).toBeNull());
});
