import { createElement } from "react";
import { expect, test } from "vitest";
import { renderMail } from "./render.server.ts";

test("a mail holds no zero byte wherever its characters of several bytes come to stand", async () => {
  for (let offset = 0; offset < 8; offset++) {
    const words = Array.from({ length: 400 }, (_, i) =>
      createElement("p", { key: i }, `–☕${"x".repeat(offset)}`),
    );
    const mail = await renderMail(createElement("div", null, words));
    expect(mail.html).not.toContain("\0");
    expect(mail.html.match(/☕/g)).toHaveLength(400);
  }
});
