import { describe, expect, test } from "vitest";
import { isPublicAddress, publicOnly, readAddress } from "./public-address.ts";

test.each([
  "1.1.1.1",
  "93.184.216.34",
  "172.15.255.255",
  "172.32.0.1",
  "192.167.1.1",
  "100.63.255.255",
  "2606:4700:4700::1111",
  "2a02:a440::1",
  "::ffff:1.1.1.1",
])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ["this machine", "127.0.0.1"],
  ["this machine, all of it", "127.255.255.254"],
  ["this network", "0.0.0.0"],
  ["private", "10.0.0.1"],
  ["private", "172.16.0.1"],
  ["private", "172.31.255.255"],
  ["private", "192.168.1.1"],
  ["behind a provider's translation", "100.64.0.1"],
  ["metadata of a cloud", "100.100.100.200"],
  ["link-local, metadata", "169.254.169.254"],
  ["metadata of a cloud", "168.63.129.16"],
  ["metadata of a cloud", "192.0.0.192"],
  ["documentation", "192.0.2.1"],
  ["benchmarks", "198.18.0.1"],
  ["multicast", "224.0.0.1"],
  ["reserved", "240.0.0.1"],
  ["broadcast", "255.255.255.255"],
  ["this machine", "::1"],
  ["nothing", "::"],
  ["IPv4 mapped", "::ffff:127.0.0.1"],
  ["IPv4 mapped, in hexadecimal", "::ffff:7f00:1"],
  ["IPv4 mapped metadata", "::ffff:169.254.169.254"],
  ["IPv4 compatible", "::127.0.0.1"],
  ["NAT64", "64:ff9b::7f00:1"],
  ["NAT64 of one's own", "64:ff9b:1::a9fe:a9fe"],
  ["6to4", "2002:7f00:1::"],
  ["Teredo", "2001::1"],
  ["unique local", "fc00::1"],
  ["unique local metadata", "fd00:ec2::254"],
  ["link-local", "fe80::1"],
  ["link-local with a zone", "fe80::1%eth0"],
  ["site-local", "fec0::1"],
  ["multicast", "ff02::1"],
  ["documentation", "2001:db8::1"],
  ["never given out", "4000::1"],
  ["no address", "example.org"],
  ["nothing at all", ""],
])("not public: %s (%s)", (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

describe("an address somebody typed", () => {
  test.each([
    ["http://hooks.example.org/x", "not-https"],
    ["ftp://hooks.example.org/x", "not-https"],
    ["javascript:alert(1)", "no-address"],
    ["file:///etc/passwd", "no-address"],
    ["hooks.example.org/x", "no-address"],
    ["", "no-address"],
    ["https://me:secret@hooks.example.org/x", "credentials"],
    ["https://hooks.example.org@127.0.0.1/x", "credentials"],
    ["https://hooks.example.org:8443/x", "port"],
    ["https://hooks.example.org:22/x", "port"],
    ["https://127.0.0.1/x", "private"],
    ["https://127.1/x", "private"],
    ["https://2130706433/x", "private"],
    ["https://0x7f.0.0.1/x", "private"],
    ["https://017700000001/x", "private"],
    ["https://[::1]/x", "private"],
    ["https://[::ffff:10.0.0.1]/x", "private"],
    ["https://169.254.169.254/latest/meta-data", "private"],
    ["https://localhost/x", "private"],
    ["https://LOCALHOST./x", "private"],
    ["https://printer.local/x", "private"],
    ["https://metadata.google.internal/x", "private"],
  ])("%s is refused: %s", (text, fault) => {
    expect(readAddress(text)).toEqual({ ok: false, fault });
  });

  test.each([
    "https://hooks.slack.com/services/T0/B0/abc",
    "https://hooks.example.org:443/x",
    "https://1.1.1.1/",
  ])("%s is read", (text) => {
    expect(readAddress(text)).toMatchObject({ ok: true });
  });

  test("another port is read where the rules allow it", () => {
    const rules = { ...publicOnly, ports: [443, 8443] };
    expect(readAddress("https://hooks.example.org:8443/x", rules)).toMatchObject({ ok: true });
  });
});
