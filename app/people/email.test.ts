import { expect, test } from "vitest";
import { domainOf, emailAddress, nameFromEmail } from "./email.ts";
import { isPublicMailDomain } from "./public-mail.ts";

test.each([
  ["jan.de.vries@a.example", "Jan de Vries"],
  ["anna@a.example", "Anna"],
  ["j.smit+news@a.example", "J Smit"],
  ["anne-marie_bos2@a.example", "Anne Marie Bos"],
  ["van.dam@a.example", "Van Dam"],
  ["4711@a.example", "4711"],
])("%s is perhaps called %s", (email, name) => expect(nameFromEmail(email)).toBe(name));

test("an address is one line, lower-case and not too long", () => {
  expect(emailAddress.parse(" Anna@Waterland.Example ")).toBe("anna@waterland.example");
  for (const wrong of [
    "a@b\r\nBcc: c@d.example",
    "a@b.example, c@d.example",
    "<a@b.example>",
    "a@b@c.example",
  ]) {
    expect(emailAddress.safeParse(wrong).success).toBe(false);
  }
  expect(emailAddress.safeParse(`${"a".repeat(250)}@b.example`).success).toBe(false);
});

test("its domain is what stands behind the last at sign", () => {
  expect(domainOf("anna@waterland.example")).toBe("waterland.example");
});

test("public mail providers are known by their exact domain", () => {
  expect(isPublicMailDomain("gmail.com")).toBe(true);
  expect(isPublicMailDomain("mail.gmail.com")).toBe(false);
  expect(isPublicMailDomain("waterland.example")).toBe(false);
});
