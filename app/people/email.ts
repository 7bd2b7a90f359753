import { z } from "zod";

/** A bare, lower-case address of at most 254 characters (RFC 5321); anything to parse is refused. */
export const emailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email());

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1);
}

const particles = new Set([
  "aan",
  "de",
  "den",
  "der",
  "het",
  "in",
  "la",
  "le",
  "op",
  "ten",
  "ter",
  "van",
  "von",
]);

/** A first guess at a name: `jan.de.vries+news@…` becomes `Jan de Vries`. Its owner corrects it. */
export function nameFromEmail(email: string): string {
  const local = email.split("@")[0]!.split("+")[0]!;
  const words = local.split(/[^\p{L}']+/u).filter(Boolean);
  const name = words.map((word, i) => (i > 0 && particles.has(word) ? word : capitalised(word))).join(" ");
  return name || local;
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
