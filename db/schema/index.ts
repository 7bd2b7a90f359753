export * from "./calendar.ts";
export * from "./festivals.ts";
export * from "./lectures.ts";
export * from "./people.ts";
export * from "./platform.ts";
export * from "./proposals.ts";
export * from "./sessions.ts";
export * from "./signups.ts";
