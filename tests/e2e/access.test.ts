import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "#db/connect.ts";
import { type RunningServer, startServer } from "#tests/support/server.ts";
import { rawRoutes } from "../../app/raw-routes.ts";
import routes from "../../app/routes.ts";
import { declared, declaredRaw } from "./access/declared.ts";
import { addressOf, kindsOf, type ObjectKind } from "./access/objects.ts";
import { type Row, type Verdict, type Visitor, visitors } from "./access/visitors.ts";
import { fillWorld, type World } from "./access/world.ts";

type Verb = "loader" | "action" | "raw" | "raw form";

interface Route {
  /** The name of its file without folder and ending. */
  name: string;
  id: string;
  path: string;
  index: boolean;
}

interface Cell {
  route: Route;
  verb: Verb;
  kind: ObjectKind;
  row: Row | undefined;
  query: string;
  form: Record<string, string>;
}

/** A form that no action knows: who is let in reads what is wrong with it, and nothing changes. */
const unknown = { intent: "nothing-known", form: "nothing-known" };

function routesIn(entries: RouteConfigEntry[], parent = ""): Route[] {
  return entries.flatMap((entry) => {
    const path = entry.path ? `${parent}/${entry.path}` : parent || "/";
    const id = entry.file.replace(/\.tsx?$/, "");
    const route = { name: id.replace(/^routes\//, ""), id, path, index: entry.index ?? false };
    return [route, ...routesIn(entry.children ?? [], path === "/" ? "" : path)];
  });
}

const known = routesIn(routes as RouteConfigEntry[]);
const modules = import.meta.glob<Record<string, unknown>>("../../app/routes/*.{ts,tsx}");

/** Every cell there is: each loader and action a route really has, for each kind of object its address can name. */
const cells: Cell[] = [];
for (const route of known) {
  const load = modules[`../../app/${route.id}.tsx`] ?? modules[`../../app/${route.id}.ts`];
  const module = (await load?.()) ?? {};
  const { query = "", form = unknown, ...rows } = declared[route.name] ?? {};
  for (const verb of ["loader", "action"] as const) {
    if (!(verb in module)) continue;
    for (const kind of kindsOf(route.path))
      cells.push({ route, verb, kind, row: rows[verb]?.[kind], query, form });
  }
}
for (const { path, methods } of rawRoutes) {
  const route = { name: path, id: "", path, index: false };
  const verb = methods.includes("POST") ? "raw form" : "raw";
  for (const kind of kindsOf(path))
    cells.push({ route, verb, kind, row: declaredRaw[path]?.[kind], query: "", form: unknown });
}

const nameOf = ({ route, verb, kind }: Cell) => `${route.name}: ${verb} of ${kind}`;

test("every cell of the matrix is declared, and nothing else is", () => {
  expect(cells.filter((cell) => !cell.row).map(nameOf)).toEqual([]);
  const there = new Set(cells.map(nameOf));
  const said = Object.entries(declared).flatMap(([name, { loader = {}, action = {} }]) => [
    ...Object.keys(loader).map((kind) => `${name}: loader of ${kind}`),
    ...Object.keys(action).map((kind) => `${name}: action of ${kind}`),
  ]);
  const saidRaw = Object.entries(declaredRaw).flatMap(([path, rows]) =>
    Object.keys(rows).flatMap((kind) => [`${path}: raw of ${kind}`, `${path}: raw form of ${kind}`]),
  );
  expect(said.filter((name) => !there.has(name))).toEqual([]);
  // An address is read or sent a form to; which of them, its route says.
  expect(saidRaw.filter((name) => there.has(name))).toHaveLength(saidRaw.length / 2);
});

describe("who may do what", () => {
  let folder: string;
  let server: RunningServer;
  let world: World;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "percolate-access-"));
    const connection = await connect({ dataDir: folder });
    world = await fillWorld(connection.db);
    await connection.close();
    server = await startServer({ DATA_DIR: folder });
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(address: string, visitor: Visitor, form?: URLSearchParams): Promise<Verdict | number> {
    const headers: Record<string, string> = { cookie: world.cookies[visitor] };
    if (form) headers.origin = server.url;
    const init = { method: form ? "POST" : "GET", headers, body: form, redirect: "manual" as const };
    const answer = await fetch(server.url + address, init);
    const text = await answer.text();
    // A loader asked for alone tells a redirect in its body.
    const away = answer.headers.get("location") ?? (answer.status === 202 ? text : null);
    if (away !== null && /(^|")\/login\b/.test(away)) return "login";
    // Some refusals are a sentence on the page where the button was.
    if (answer.headers.get("set-cookie")?.includes("notYours")) return 403;
    if (away !== null) return "in";
    if ([403, 404, 405].includes(answer.status)) return answer.status as Verdict;
    return answer.status < 500 ? "in" : answer.status;
  }

  async function rowOf(address: string, form?: URLSearchParams): Promise<Record<string, Verdict | number>> {
    const row: Record<string, Verdict | number> = {};
    for (const visitor of visitors) row[visitor] = await ask(address, visitor, form);
    return row;
  }

  const lastOfAll = ({ route }: Cell) => Number(route.name === "logout");
  const named = cells
    .filter((cell) => cell.row)
    .sort((a, b) => lastOfAll(a) - lastOfAll(b))
    .map((cell) => [nameOf(cell), cell] as const);

  test.each(named)("%s", async (_, { route, verb, kind, row, query, form }) => {
    const path = addressOf(route.path.replace("*", "no-such-page"), kind, world.things);
    if (verb === "action" || verb === "raw form") {
      const address = path + (route.index ? "?index" : query);
      expect(await rowOf(address, new URLSearchParams(form))).toEqual(row);
      return;
    }
    expect(await rowOf(path + query)).toEqual(row);
    // A page is guarded by each of its loaders, not by the frame around it: asked for alone, it says the same.
    if (verb === "loader" && (await isPage(route))) {
      const alone = path === "/" ? "/_root.data" : `${path}.data`;
      const separator = query ? `${query}&` : "?";
      expect(await rowOf(`${alone}${separator}_routes=${encodeURIComponent(route.id)}`)).toEqual(row);
    }
  });
});

async function isPage(route: Route): Promise<boolean> {
  const load = modules[`../../app/${route.id}.tsx`];
  return "default" in ((await load?.()) ?? {});
}
