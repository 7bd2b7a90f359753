import ipaddr from "ipaddr.js";

/** Addresses that everybody can route to and that still answer for the machine they are asked from. */
const forMachinesThemselves = new Set(["168.63.129.16"]);

/**
 * Whether an IP address is one of the public internet: not this machine, not a neighbour, not a cloud's metadata
 * service, and not an IPv6 spelling of any of these. What is not known to be public is not.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address in IPv6 spelling (::ffff:127.0.0.1) is looked at as what it is.
  const parsed = ipaddr.process(address);
  if (forMachinesThemselves.has(parsed.toString())) return false;
  if (parsed.range() !== "unicast") return false;
  // Global unicast is 2000::/3; what lies outside was deprecated or never given out (RFC 4291 §2.4).
  return !(parsed instanceof ipaddr.IPv6) || (parsed.parts[0]! & 0xe000) === 0x2000;
}

export type AddressFault = "no-address" | "not-https" | "credentials" | "port" | "private";

export interface AddressRules {
  protocols: readonly string[];
  /** Null for any. */
  ports: readonly number[] | null;
  isAllowed(address: string): boolean;
}

/** What we fetch from: https, its own port, the public internet. */
export const publicOnly: AddressRules = { protocols: ["https:"], ports: [443], isAllowed: isPublicAddress };

/**
 * An address somebody typed, read by the rules as far as it can be without asking what its host is called. The rest
 * is checked when it is used, each time: a name can lead elsewhere tomorrow.
 */
export function readAddress(
  text: string,
  rules: AddressRules = publicOnly,
): { ok: true; url: URL } | { ok: false; fault: AddressFault } {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url?.hostname) return { ok: false, fault: "no-address" };
  if (!rules.protocols.includes(url.protocol)) return { ok: false, fault: "not-https" };
  if (url.username || url.password) return { ok: false, fault: "credentials" };
  if (rules.ports && !rules.ports.includes(portOf(url))) return { ok: false, fault: "port" };
  const literal = addressIn(url);
  if (literal !== null && !rules.isAllowed(literal)) return { ok: false, fault: "private" };
  if (/(^|\.)(localhost|local|internal)\.?$/i.test(url.hostname) && !rules.isAllowed("127.0.0.1")) {
    return { ok: false, fault: "private" };
  }
  return { ok: true, url };
}

export function portOf(url: URL): number {
  return url.port ? Number(url.port) : url.protocol === "https:" ? 443 : 80;
}

/** The IP address that stands in place of a name, without brackets; URL has read every odd spelling of one. */
export function addressIn({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(bare) ? bare : null;
}
