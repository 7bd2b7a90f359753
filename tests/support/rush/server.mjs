// One server as it runs in production, for whoever measures it or kills it.
import { createServer, ServerResponse } from "node:http";
import { handle, startUp } from "../../../build/server/index.js";

const { signups, hasty, env } = JSON.parse(process.argv[2]);
const started = await startUp({ env, signups });

/** A control: says yes to a sign-up before it is written down. */
function answerHastily(request, response) {
  if (request.method !== "POST") return handle(request, response);
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": 22 });
  response.end('{"status":"confirmed"}');
  setTimeout(() => handle(request, new ServerResponse(request)), 5);
}

const server = createServer(hasty ? answerHastily : (request, response) => handle(request, response));
server.listen(started.config.port, started.config.host, async () => {
  await started.startWorker();
  process.send?.("listening");
});
process.once("SIGTERM", async () => {
  server.close();
  server.closeAllConnections();
  await started.close();
  process.exit(0);
});
