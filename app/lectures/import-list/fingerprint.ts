import { createHash } from "node:crypto";
import type { StartingBalance } from "./balances.ts";
import type { ListOrder, UnderstoodList } from "./list-order.ts";
import { choiceValue } from "./speakers.ts";

/** Stands for what an organiser sees: the same for the same outcome, choices and balances, whoever looks. */
export function fingerprintOf(
  { speakers, plan }: UnderstoodList,
  balances: readonly StartingBalance[],
  { joining, moveMembers }: ListOrder,
): string {
  const seen = {
    wish: [joining, moveMembers],
    speakers: speakers.map(({ key, choice }) => [key, choiceValue(choice)]),
    lines: plan.lines.map(({ row, date, topic, outcome }) => [row, date, topic, outcome]),
    balances: balances.map(({ personId, given, share }) => [personId, given, share]),
  };
  return createHash("sha256").update(JSON.stringify(seen)).digest("base64url");
}
