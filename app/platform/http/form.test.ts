import { describe, expect, test } from "vitest";
import { readForm } from "./form.server.ts";
import { readFormWithin } from "./upload.server.ts";

const sent = (body: string, type: string) =>
  new Request("http://localhost/", { method: "POST", body, headers: { "content-type": type } });

const refused = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (thrown: unknown) => thrown instanceof Response && thrown.status,
  );

describe("a body that is no form", () => {
  test.each([
    ["multipart that is none", "garbage", "multipart/form-data; boundary=x"],
    ["multipart without a boundary", "garbage", "multipart/form-data"],
    [
      "multipart that breaks off",
      '--x\r\nContent-Disposition: form-data; name="a"',
      "multipart/form-data; boundary=x",
    ],
    ["JSON", "{}", "application/json"],
  ])("%s is answered with 400", async (_what, body, type) => {
    expect(await refused(readForm(sent(body, type)))).toBe(400);
    expect(await refused(readFormWithin(sent(body, type), 1000))).toBe(400);
  });

  test("a form is read", async () => {
    const form = await readForm(sent("a=1", "application/x-www-form-urlencoded"));
    expect(form.get("a")).toBe("1");
  });
});
