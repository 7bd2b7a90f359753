import { createHmac, timingSafeEqual } from "node:crypto";

export interface CheckInCode {
  festivalId: string;
  personId: string;
}

const idBytes = 16;
const signatureBytes = 12;

/** The address that a person shows at the doors of a festival; always the same one. */
export function checkInCode(
  code: CheckInCode,
  { secret, publicUrl }: { secret: string; publicUrl: string },
): string {
  return `${publicUrl}/door/${tokenOf(code, secret)}`;
}

/**
 * Festival and person, and a signature that nobody can make who does not know the installation's secret: 96 bits of
 * HMAC-SHA-256. Nothing of it is stored.
 */
export function tokenOf({ festivalId, personId }: CheckInCode, secret: string): string {
  const ids = Buffer.concat([bytesOf(festivalId), bytesOf(personId)]);
  return Buffer.concat([ids, sign(ids, secret)]).toString("base64url");
}

/** Whom a token names; null when it was not made here. */
export function readToken(token: string, secret: string): CheckInCode | null {
  if (!/^[\w-]{59}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const ids = bytes.subarray(0, 2 * idBytes);
  const signature = bytes.subarray(2 * idBytes);
  if (signature.length !== signatureBytes || !timingSafeEqual(signature, sign(ids, secret))) return null;
  return { festivalId: idOf(ids.subarray(0, idBytes)), personId: idOf(ids.subarray(idBytes)) };
}

const sign = (ids: Buffer, secret: string) =>
  createHmac("sha256", secret).update("check-in code ").update(ids).digest().subarray(0, signatureBytes);

const bytesOf = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");

const idOf = (bytes: Buffer) =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
