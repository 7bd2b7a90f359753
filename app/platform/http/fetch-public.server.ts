import { lookup as lookupByDns } from "node:dns";
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { type AddressFault, type AddressRules, publicOnly, readAddress } from "./public-address.ts";

export interface PublicRequest {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
}

export interface FetchOptions {
  /** From the name's resolution to the last byte. */
  timeoutMs?: number;
  /** Of the answer's body. */
  maxBytes?: number;
  /** What becomes of a body that is larger: the beginning of it, or nothing at all. */
  whenLarger?: "cut" | "refuse";
  /** For tests, which have no public internet. */
  rules?: AddressRules;
  resolve?: Resolve;
}

/** All addresses of a name, as node:dns gives them. */
export type Resolve = (hostname: string) => Promise<{ address: string; family: number }[]>;

export type FetchFault = AddressFault | "unknown-host" | "timeout" | "too-large" | "unreachable" | "insecure";

/** An answer of whatever status: a redirect is one too, and is not followed. */
export type PublicAnswer =
  | { ok: true; status: number; headers: IncomingHttpHeaders; body: Buffer }
  | { ok: false; fault: FetchFault };

class Refused extends Error {
  constructor(readonly fault: FetchFault) {
    super(fault);
  }
}

/**
 * Fetches an address that somebody typed. The host's addresses are looked at as the connection is made, by the very
 * look-up it uses, so that a name cannot mean one thing to a check and another to the connection; every one of them
 * has to be public. No redirect is followed, no cookie or proxy used, nothing thrown for what may happen.
 */
export async function fetchPublic(
  address: string,
  { method = "GET", headers = {}, body }: PublicRequest = {},
  options: FetchOptions = {},
): Promise<PublicAnswer> {
  const { timeoutMs = 10_000, rules = publicOnly, resolve = resolveByDns } = options;
  const read = readAddress(address, rules);
  if (!read.ok) return read;
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((done) => {
    const fail = (error: unknown) => done({ ok: false, fault: faultOf(error, signal.aborted) });
    const send = read.url.protocol === "http:" ? requestHttp : requestHttps;
    const request = send(
      read.url,
      {
        method,
        headers: { ...headers, "accept-encoding": "identity", ...lengthOf(body) },
        lookup: checkedLookup(resolve, rules),
        agent: false,
        signal,
      },
      (response) => readBody(response, options).then(done, fail),
    );
    request.on("error", fail);
    request.end(body);
  });
}

const lengthOf = (body: string | undefined): Record<string, string> =>
  body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };

const resolveByDns: Resolve = (hostname) =>
  new Promise((found, fail) => {
    lookupByDns(hostname, { all: true, verbatim: true }, (error, addresses) =>
      error ? fail(error) : found(addresses),
    );
  });

/** What a socket asks for its host's addresses: all of them allowed, or none given. */
function checkedLookup(resolve: Resolve, { isAllowed }: AddressRules): LookupFunction {
  return (hostname, { all }, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (!first) return callback(new Refused("unknown-host"), "", 0);
        if (!addresses.every(({ address }) => isAllowed(address))) {
          return callback(new Refused("private"), "", 0);
        }
        if (all) return callback(null, addresses, 0);
        callback(null, first.address, first.family);
      },
      () => callback(new Refused("unknown-host"), "", 0),
    );
  };
}

async function readBody(
  response: IncomingMessage,
  { maxBytes = 65_536, whenLarger = "cut" }: FetchOptions,
): Promise<PublicAnswer> {
  const { statusCode: status = 0, headers } = response;
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop ends the connection, so that no more of it comes.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= maxBytes) continue;
    if (whenLarger === "refuse") return { ok: false, fault: "too-large" };
    break;
  }
  return { ok: true, status, headers, body: Buffer.concat(chunks).subarray(0, maxBytes) };
}

function faultOf(error: unknown, timedOut: boolean): FetchFault {
  if (error instanceof Refused) return error.fault;
  if (timedOut) return "timeout";
  const code = (error as NodeJS.ErrnoException | null)?.code ?? "";
  return /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)
    ? "insecure"
    : "unreachable";
}
