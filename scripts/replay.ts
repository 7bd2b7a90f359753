import { readFile } from "node:fs/promises";
import { replay } from "~/signups/ballot/replay.ts";

/**
 * Works the allocation of a ballot out again from its file (`/festivals/<festival>/ballot.json`) and says whether it
 * comes to the same. Ends with 1 when it does not.
 */
const [path] = process.argv.slice(2);
if (!path) {
  console.error("Say which file: npm run replay <ballot.json>");
  process.exit(2);
}

const sentences = {
  "no-ballot": "This is no file of a ballot.",
  inputs: "Not the same: the wishes in this file were changed after its fingerprint was taken.",
  result: "Not the same: these wishes and this seed come to other seats.",
  "cut-short":
    "Not the same, and it need not be: the time for looking ran out then, so another run may find other seats that are as good.",
};

const replayed = replay(await readFile(path, "utf8"));
if (replayed.same) console.log(`The same: ${replayed.people} people, ${replayed.seats} seats.`);
else {
  console.error(sentences[replayed.because]);
  process.exitCode = 1;
}
