// One server as it runs in production, its sign-ups answered in one of four ways.
import { createServer } from "node:http";
import { handle, startUp } from "../../build/server/index.js";

const { signups, ...env } = JSON.parse(process.argv[2]);
const started = await startUp({ env, signups });
const server = createServer((request, response) => handle(request, response));
server.listen(started.config.port, started.config.host, async () => {
  await started.startWorker();
  process.send?.("listening");
});
