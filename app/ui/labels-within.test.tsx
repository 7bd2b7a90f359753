import { expect, test } from "vitest";
import { labelsWithin } from "./labels-within.ts";
import { TextField } from "./text-field.tsx";

test("labels are found by the name of their field, however deep they stand", () => {
  const form = (
    <>
      <TextField name="title" label="Title" />
      <div>
        {[1, 2].map((number) => (
          <TextField
            key={number}
            field={{ id: `s-${number}`, name: `speakers[${number}]` }}
            label={`Speaker ${number}`}
          />
        ))}
        {false}
        <TextField name="odd" label={<b>Not a plain text</b>} />
      </div>
    </>
  );
  expect([...labelsWithin(form)]).toEqual([
    ["title", "Title"],
    ["speakers[1]", "Speaker 1"],
    ["speakers[2]", "Speaker 2"],
  ]);
});
