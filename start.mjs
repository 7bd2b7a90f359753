// Starts Percolate: `node start.mjs` (production, builds when needed), `--dev`, `--worker`.
import { createServer } from "node:http";
import { buildIfNeeded } from "./scripts/build.mjs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Percolate needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

process.env.NODE_ENV ??= process.argv.includes("--dev") ? "development" : "production";
const dev = process.argv.includes("--dev");
const workerOnly = process.argv.includes("--worker");
const say = (text) => console.log(text);
const steps = {
  creating: "Making the database …",
  opening: "Opening the database …",
  migrating: "Bringing the database up to date …",
  demo: "Filling the demo …",
};
const progress = (step) => say(steps[step] ?? step);

const stoppers = [];
let stopping = false;
async function stop(code = 0) {
  if (stopping) return;
  stopping = true;
  const late = setTimeout(() => process.exit(1), 15_000);
  for (const stopper of stoppers.reverse()) await stopper().catch((error) => console.error(error));
  clearTimeout(late);
  process.exit(code);
}

function explain(error) {
  if (error?.name === "LockedError") {
    const where = error.holder ? `, at ${error.holder}` : "";
    return `Percolate is already running on this database (process ${error.pid}${where}). Stop it first, or give this one its own DATA_DIR.`;
  }
  if (error?.code === "EADDRINUSE") return `Port ${error.port} is taken. Choose another: PORT=3001 npm start`;
  if (error?.constructor?.name === "ConfigError")
    return `The configuration cannot be used.\n${error.message}`;
  return null;
}

try {
  const server = createServer();
  let load;
  if (dev) {
    const { createServer: createVite } = await import("vite");
    const vite = await createVite({ appType: "custom", server: { middlewareMode: true, hmr: { server } } });
    stoppers.push(() => vite.close());
    load = async () => ({
      ...(await vite.ssrLoadModule("./app/server/index.ts")),
      middlewares: vite.middlewares,
    });
  } else {
    await buildIfNeeded(say);
    const production = await import("./build/server/index.js");
    load = () => production;
  }
  const started = await (await load()).startUp({ env: process.env, dev, workerOnly, progress });
  stoppers.push(() => started.close());
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop());

  if (workerOnly) {
    await started.startWorker();
    say("The worker is running.");
  } else {
    server.on("request", async (request, response) => {
      try {
        const current = await load();
        await current.handle(request, response, current.middlewares);
      } catch (error) {
        console.error(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      }
    });
    const { config } = started;
    await new Promise((resolve, reject) =>
      server.once("error", reject).listen(config.port, config.host, resolve),
    );
    stoppers.push(
      () =>
        new Promise((resolve) => {
          server.close(resolve);
          server.closeIdleConnections();
          setTimeout(() => server.closeAllConnections(), 8_000).unref();
        }),
    );
    if (started.setupLink)
      say(`\nThis installation is empty. Set it up here, once:\n  ${started.setupLink}\n`);
    say(`Percolate is at ${config.publicUrl}`);
    if (config.outbox) say(`Mail is not sent; it is at ${config.publicUrl}/outbox`);
    await started.startWorker();
  }
} catch (error) {
  console.error(explain(error) ?? error);
  await stop(1);
}
