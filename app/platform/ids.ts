import { createHash, randomBytes, randomUUID } from "node:crypto";

/** Where ids and secrets come from; passed in, so that tests and the demo can repeat themselves. */
export interface Ids {
  uuid(): string;
  /** A URL-safe secret of 192 bits. */
  secret(): string;
}

export const randomIds: Ids = {
  uuid: () => randomUUID(),
  secret: () => randomBytes(24).toString("base64url"),
};

/** What is stored of a secret. Plain SHA-256 is enough for 192 random bits; never use it for short codes. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Whether a text from outside can be the id of a row; the database throws on anything else. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** The same id for the same text, always: for rows that must not be written twice. A UUID of version 8 (RFC 9562). */
export function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
