import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";

/** How long this process takes to answer a request, asked every ten milliseconds while something goes on. */
export async function latencyWhile(work: () => Promise<unknown>): Promise<{ p50: number; p99: number }> {
  const server = createServer((_request, response) => response.end(page));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const took: number[] = [];
  let over = false;
  const asking = (async () => {
    while (!over) {
      const began = performance.now();
      await ask(port);
      took.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  await work();
  over = true;
  await asking;
  server.close();
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

const page = "x".repeat(50_000);

function ask(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1" }, (response) => response.resume().once("end", resolve)).once(
      "error",
      reject,
    );
  });
}
