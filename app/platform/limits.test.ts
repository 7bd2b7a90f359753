import { expect, test } from "vitest";
import { clientNetwork, limitKey } from "./limits.server.ts";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["0:0:0:0:0:ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("the client %s is counted as %s", (ip, network) => expect(clientNetwork(ip)).toBe(network));

test("a counter's key tells nothing of whom it counts", () => {
  const limit = { name: "ask", most: 1, window: { minutes: 1 } };
  const key = limitKey(limit, "anna@waterland.example", "secret");
  expect(key).toMatch(/^ask:[\w-]{43}$/);
  expect(limitKey(limit, "anna@waterland.example", "another")).not.toBe(key);
});
