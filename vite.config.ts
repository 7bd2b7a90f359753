import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Remix sets the input of the server build itself, so a plugin after it has to have the last word. */
const serverEntry: Plugin = {
  name: "server-entry",
  enforce: "post",
  config: (_config, env) =>
    env.isSsrBuild ? { build: { rollupOptions: { input: "app/server/index.ts" } } } : undefined,
};

/** What runs in a thread of its own stands in a file of its own beside the server. */
const workers: Plugin = {
  name: "workers",
  buildStart() {
    if (this.environment.name !== "ssr" || this.environment.mode !== "build") return;
    for (const [name, file] of [
      ["placing", "./app/festivals/placing/worker.ts"],
      ["allocation", "./app/signups/allocation/worker.ts"],
    ] as const) {
      this.emitFile({ type: "chunk", id: here(file), fileName: `${name}-worker.js` });
    }
  },
};

/** All seven thousand icons would cost a start half a second and 45 MB; bundled, only those in use come along. */
const iconsInUse: Plugin = {
  name: "icons-in-use",
  config: (_config, env) => (env.isSsrBuild ? { ssr: { noExternal: ["lucide-react"] } } : undefined),
};

const driver = "node_modules/postgres/src/connection.js";

/**
 * A connection that is lost in the middle of a transaction must neither end the process nor keep whoever uses it waiting
 * for ever; in postgres 3.4.9 it does both (https://github.com/porsager/postgres/issues/1208). An upgrade that no longer
 * has these lines fails the build, and then this can go.
 */
const mendedDriver: Plugin = {
  name: "mended-driver",
  enforce: "pre",
  transform(code, id) {
    if (!id.includes(driver)) return;
    const forget = "\n    clearImmediate(nextWriteTimer)";
    const mended = code.replaceAll(forget, `${forget}\n    chunk = nextWriteTimer = null`).replace(
      "const x = socket.write(chunk, fn)",
      `if (!socket) {
          chunk = nextWriteTimer = null
          error(Errors.connection('CONNECTION_CLOSED', options))
          return false
        }
        const x = socket.write(chunk, fn)`,
    );
    const places = mended.split("chunk = nextWriteTimer = null").length - 1;
    if (places !== 4) throw new Error(`${driver} has changed: ${places} places instead of 4`);
    return mended;
  },
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), serverEntry, mendedDriver, workers, iconsInUse],
  resolve: {
    alias: {
      "~": here("./app"),
      "#db": here("./db"),
      "#emails": here("./emails"),
      "#tests": here("./tests"),
    },
  },
  ssr: { external: ["@electric-sql/pglite"], noExternal: ["postgres"] },
  build: { target: "es2022" },
  // Scripts of one page that are more than one file: `?worker&url` makes one of them, to be loaded as a module.
  worker: { format: "es" },
  server: { watch: { ignored: ["**/data/**", "**/build/**"] } },
});
