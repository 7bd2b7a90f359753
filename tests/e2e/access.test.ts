import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Database } from "#db/connect.ts";
import { fillDemo } from "#db/demo/demo.server.ts";
import { makeFestival, makeHost, makeOrganisation, makePerson, makeSession } from "#db/demo/factories.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { Temporal } from "~/platform/time.ts";
import { rawRoutes } from "../../app/raw-routes.ts";
import routes from "../../app/routes.ts";

/** "in": let in. "login": sent to sign in. The rest are refusals by their status. */
type Verdict = "in" | "login" | 403 | 404;

/** A stranger, a member of a co-host, its organiser, the lead's admin, and an admin of an organisation outside. */
const visitors = ["stranger", "member", "partner", "lead", "outsider"] as const;
type Row = [Verdict, Verdict, Verdict, Verdict, Verdict];

const all: Row = ["in", "in", "in", "in", "in"];
const signedIn: Row = ["login", "in", "in", "in", "in"];
const organisers: Row = ["login", 403, "in", "in", 403];
const lead: Row = ["login", 403, 403, "in", 403];
const anyOrganiser: Row = ["login", 403, "in", "in", "in"];
const admin: Row = ["login", 403, 403, "in", 403];
const hostsOnly: Row = ["login", "in", "in", "in", 404];

const festival = "/festivals/deell-spring";
const secret = "/festivals/among-ourselves";
const series = "/lectures/coffee-machine";
const session = "SESSION";
const secretSession = "SECRET_SESSION";
const draft = "DRAFT";
const week = "WEEK";

/** Who may read what: every route of the product stands here with an object of the alliance. */
const reading: Record<string, [path: string, who: Row][]> = {
  "/": [["/", all]],
  "/login": [["/login", all]],
  "/login/code": [["/login/code?email=a@b.example", all]],
  "/account": [["/account", signedIn]],
  "/setup/:token": [["/setup/nonsense", [404, 404, 404, 404, 404]]],
  "/outbox": [["/outbox", all]],
  "/outbox.json": [["/outbox.json", all]],
  "/agenda": [["/agenda", signedIn]],
  "/organisations": [["/organisations", all]],
  "/organisations/:organisation": [["/organisations/waterland", all]],
  "/organisations/:organisation/edit": [["/organisations/waterland/edit", admin]],
  "/organisations/:organisation/people": [
    ["/organisations/waterland/people", ["login", 403, 403, "in", 403]],
  ],
  "/organisations/:organisation/logo": [["/organisations/waterland/logo", [404, 404, 404, 404, 404]]],
  "/festivals": [["/festivals", all]],
  "/festivals/new": [["/festivals/new", anyOrganiser]],
  "/festivals/:festival": [
    [festival, all],
    [secret, hostsOnly],
    ["/festivals/nowhere", [404, 404, 404, 404, 404]],
  ],
  "/festivals/:festival/sessions/:session": [
    [`${festival}/sessions/${session}`, all],
    [`${secret}/sessions/${secretSession}`, hostsOnly],
    [`${festival}/sessions/${secretSession}`, [404, 404, 404, 404, 404]],
  ],
  "/festivals/:festival/organise": [[`${festival}/organise`, organisers]],
  "/festivals/:festival/organise/hosts": [[`${festival}/organise/hosts`, organisers]],
  "/festivals/:festival/organise/venue": [[`${festival}/organise/venue`, organisers]],
  "/festivals/:festival/organise/tracks": [[`${festival}/organise/tracks`, organisers]],
  "/festivals/:festival/organise/sessions": [[`${festival}/organise/sessions`, organisers]],
  "/festivals/:festival/organise/sessions/new": [[`${festival}/organise/sessions/new`, organisers]],
  "/festivals/:festival/organise/sessions/:session": [[`${festival}/organise/sessions/${draft}`, organisers]],
  "/festivals/:festival/organise/import": [[`${festival}/organise/import`, organisers]],
  "/festivals/:festival/organise/releases": [[`${festival}/organise/releases`, organisers]],
  "/festivals/:festival/organise/settings": [[`${festival}/organise/settings`, organisers]],
  "/lectures": [["/lectures", all]],
  "/lectures/new": [["/lectures/new", anyOrganiser]],
  "/lectures/:series": [[series, all]],
  "/lectures/:series/:date": [[`${series}/${week}`, all]],
  "/lectures/:series/roster": [[`${series}/roster`, ["login", "in", "in", "in", 403]]],
  "/lectures/:series/organise": [[`${series}/organise`, organisers]],
  "/lectures/:series/organise/members": [[`${series}/organise/members`, organisers]],
  "/lectures/:series/organise/pauses": [[`${series}/organise/pauses`, organisers]],
  "/lectures/:series/organise/settings": [[`${series}/organise/settings`, organisers]],
  "/healthz": [["/healthz", all]],
  "/readyz": [["/readyz", all]],
  "/festivals/:festival.ics": [
    [`${festival}.ics`, all],
    [`${secret}.ics`, [404, 404, 404, 404, 404]],
  ],
  "/festivals/:festival/sessions/:session.ics": [
    [`${festival}/sessions/${session}.ics`, all],
    [`${secret}/sessions/${secretSession}.ics`, [404, 404, 404, 404, 404]],
  ],
  "/lectures/:series.ics": [[`${series}.ics`, all]],
  "/lectures/:series/:date.ics": [[`${series}/${week}.ics`, all]],
  "/organisations/:organisation.ics": [["/organisations/waterland.ics", all]],
  "/calendar/:token.ics": [["/calendar/nonsense.ics", [404, 404, 404, 404, 404]]],
};

/** Routes that only take forms, or that lead nowhere. */
const formsOnly = [
  "/language",
  "/theme",
  "/logout",
  "/agenda/subscriptions",
  "/sessions/:session/sign-up",
  "/*",
];

/** Who may send a form. An empty form that is let in is answered with what is missing in it, or changes nothing. */
const writing: [path: string, who: Row][] = [
  ["/account", signedIn],
  ["/agenda/subscriptions", signedIn],
  ["/organisations/waterland/edit", admin],
  ["/organisations/waterland/people", ["login", 403, 403, "in", 403]],
  ["/festivals/new", anyOrganiser],
  [`${festival}/organise/hosts`, organisers],
  [`${festival}/organise/venue`, organisers],
  [`${festival}/organise/tracks`, lead],
  [`${festival}/organise/sessions/new`, organisers],
  [`${festival}/organise/import`, organisers],
  [`${festival}/organise/settings`, lead],
  ["/lectures/new", anyOrganiser],
  [`${series}/roster`, ["login", "in", "in", "in", 403]],
  [`${series}/organise?index`, organisers],
  [`${series}/organise/members`, organisers],
  [`${series}/organise/pauses`, organisers],
  [`${series}/organise/settings`, organisers],
  [`/sessions/${secretSession}/sign-up`, ["login", "in", "in", "in", 404]],
];

function pathsOf(entries: RouteConfigEntry[], parent = ""): string[] {
  return entries.flatMap((entry) => {
    const path = entry.path ? `${parent}/${entry.path}` : parent || "/";
    return entry.children ? pathsOf(entry.children, path) : [path];
  });
}

describe("who may do what", () => {
  let folder: string;
  let server: RunningServer;
  const cookies = new Map<string, string>();
  const found: Record<string, string> = {};

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "percolate-access-"));
    const connection = await connect({ dataDir: folder });
    await fillDemo(connection.db, { now: Temporal.Now.instant() });
    Object.assign(found, await addOutsiders(connection.db));
    await connection.close();
    server = await startServer({ DATA_DIR: folder });
    for (const [who, email] of [
      ["member", "daan@polder.example"],
      ["partner", "bram@lumen.example"],
      ["lead", "anna@waterland.example"],
      ["outsider", "olga@outside.example"],
    ] as const) {
      cookies.set(who, await signIn(server.url, email));
    }
    const programme = await (await fetch(`${server.url}${festival}`)).text();
    found[session] = /deell-spring\/sessions\/([0-9a-f-]{36})/.exec(programme)?.[1] ?? "";
    found[draft] = found[session];
    const lectures = await (await fetch(`${server.url}${series}`)).text();
    found[week] = /coffee-machine\/(\d{4}-\d\d-\d\d)/.exec(lectures)?.[1] ?? "";
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(path: string, who: string, method: "GET" | "POST"): Promise<Verdict | number> {
    const url = server.url + path.replace(/[A-Z_]{4,}/g, (name) => found[name] ?? name);
    const headers: Record<string, string> = { cookie: cookies.get(who) ?? "" };
    if (method === "POST") headers.origin = server.url;
    const body = method === "POST" ? new URLSearchParams() : undefined;
    const answer = await fetch(url, { method, headers, body, redirect: "manual" });
    if (answer.status >= 300 && answer.status < 400) {
      return answer.headers.get("location")?.startsWith("/login") ? "login" : "in";
    }
    if (answer.status === 403 || answer.status === 404) return answer.status;
    return answer.status < 500 ? "in" : answer.status;
  }

  test("every route has its row", () => {
    const known = [...pathsOf(routes as RouteConfigEntry[]), ...rawRoutes.map((route) => route.path)].sort();
    expect([...Object.keys(reading), ...formsOnly].sort()).toEqual([...new Set(known)]);
  });

  test.each(Object.values(reading).flat())("reading %s", async (path, expected) => {
    const row = [];
    for (const who of visitors) row.push(await ask(path, who, "GET"));
    expect(row).toEqual(expected);
  });

  test.each(writing)("writing %s", async (path, expected) => {
    const row = [];
    for (const who of visitors) row.push(await ask(path, who, "POST"));
    expect(row).toEqual(expected);
  });
});

async function addOutsiders(db: Database) {
  const outside = await makeOrganisation(db, { slug: "outside", name: "Outside" });
  await makePerson(db, { email: "olga@outside.example", organisationId: outside.id, role: "admin" });
  const { organisations } = await import("#db/schema/index.ts");
  const hosts = new Map((await db.select().from(organisations)).map((row) => [row.slug, row.id]));
  const leader = hosts.get("waterland") ?? "";
  const secretFestival = await makeFestival(db, {
    name: "Among ourselves",
    slug: "among-ourselves",
    visibility: "hosts",
    status: "released",
    leadOrganisationId: leader,
  });
  for (const slug of ["lumen", "polder"]) {
    await makeHost(db, {
      festivalId: secretFestival.id,
      organisationId: hosts.get(slug) ?? "",
      status: "accepted",
    });
  }
  const row = await makeSession(db, { festivalId: secretFestival.id, organisationId: leader });
  return { [secretSession]: row.id };
}

async function signIn(url: string, email: string): Promise<string> {
  const post = (path: string, fields: Record<string, string>) =>
    fetch(url + path, {
      method: "POST",
      headers: { origin: url },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  await post("/login", { email });
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const mails = (await (await fetch(`${url}/outbox.json`)).json()) as { to: string; text: string }[];
    const code = /\b\d{6}\b/.exec(mails.find((mail) => mail.to === email)?.text ?? "")?.[0];
    if (code) {
      const answer = await post("/login/code", { email, code });
      return answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(";")[0])
        .join("; ");
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no code for ${email}`);
}
