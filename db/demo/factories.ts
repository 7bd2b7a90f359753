/** Rows with plausible defaults, every field of which can be given: what the tests and the demo are built from. */
export * from "./factories/festivals.ts";
export * from "./factories/lectures.ts";
export * from "./factories/messages.ts";
export * from "./factories/people.ts";
export * from "./factories/proposals.ts";
export * from "./factories/sessions.ts";
export * from "./factories/signups.ts";
