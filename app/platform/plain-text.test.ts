import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test.each([
  ["plain text\r\nof two lines", "plain text\nof two lines"],
  ["<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree"],
  ["a < b and vector<int> stay", "a < b and vector<int> stay"],
  ["fish &amp; chips &#233; &#x1F41F; &nope;", "fish & chips é 🐟 &nope;"],
  ["&#0;&#xD800;&#1114112;", "&#0;&#xD800;&#1114112;"],
  ["before<script>alert(1)</script>after <style>p{}", "before after"],
  ['<a href="https://a.example">https://a.example</a>', "https://a.example"],
  ['<a href="javascript:alert(1)">click</a>', "click"],
  ["&lt;script&gt;", "<script>"],
])("%j reads as %j", (html, text) => {
  expect(plainText(html)).toBe(text);
});

test.each(["<a ", "<script>", "<p", "&#", "<a href=http://x "])(
  "a text of many %j takes no longer than its length",
  (part) => {
    expect(plainText(part.repeat(50_000)).length).toBeLessThanOrEqual(part.length * 50_000);
  },
);

test("what comes out has no control characters but line ends", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(plainText(text)).not.toMatch(/(?!\n)\p{Cc}/u);
    }),
  );
});
