import { connect, type Socket } from "node:net";
import { endOfAnswer, readAnswer, requestFor, type Told } from "./answers.ts";
import { cookieOf } from "./people.ts";

export interface Rush {
  /** Of servers on this machine; callers take turns with them. */
  ports: number[];
  callers: number;
  /** Each of these people asks once: the first for the first session, and so on round. */
  people: { from: number; many: number };
  sessionIds: string[];
  secret: string;
  /** Nobody asks after so many milliseconds; what was asked is waited for. */
  forMs: number;
  accept?: string;
}

export interface RushResult {
  told: Told[];
  /** Nobody was left to ask before the time was over. */
  ranOut: boolean;
}

/**
 * Keep-alive connections that each send the next request as soon as the last is answered. The bytes are prepared and
 * sockets are used bare, because on a small machine a caller that does more slows down whom it measures.
 */
export async function rush(plan: Rush): Promise<RushResult> {
  const { ports, callers, people, sessionIds, secret, forMs, accept = "text/html" } = plan;
  const session = (i: number) => sessionIds[i % sessionIds.length] ?? "";
  const requests = Array.from({ length: people.many }, (_, i) => {
    const host = `localhost:${ports[(i % callers) % ports.length]}`;
    return requestFor(session(i), cookieOf(people.from + i, secret), { host, accept });
  });
  const sockets = await Promise.all(
    Array.from({ length: callers }, (_, i) => open(ports[i % ports.length] ?? 0)),
  );
  const told: Told[] = [];
  const started = performance.now();
  let ranOut = false;

  const callOf = (socket: Socket, caller: number) =>
    new Promise<void>((done) => {
      let next = caller;
      let sentAt = 0;
      let received = "";
      let asking = false;
      const note = (answer: Pick<Told, "place" | "instead">) => {
        asking = false;
        const person = people.from + next - callers;
        told.push({
          person,
          sessionId: session(next - callers),
          sentAt,
          toldAt: performance.now(),
          ...answer,
        });
      };
      const end = (how: string) => {
        if (asking) note({ place: null, instead: how });
        socket.destroy();
        done();
      };
      const ask = () => {
        const request = requests[next];
        if (performance.now() - started > forMs || !request) {
          ranOut ||= !request;
          return end("done");
        }
        next += callers;
        asking = true;
        sentAt = performance.now();
        socket.write(request);
      };
      socket.setEncoding("latin1");
      socket.on("data", (chunk: string) => {
        received += chunk;
        const whole = endOfAnswer(received);
        if (whole < 0) return;
        note(readAnswer(received.slice(0, whole)));
        received = received.slice(whole);
        ask();
      });
      socket.on("error", (error) => end(String((error as NodeJS.ErrnoException).code)));
      socket.on("close", () => end("closed"));
      ask();
    });

  await Promise.all(sockets.map(callOf));
  return { told, ranOut };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => {
      socket.off("error", reject);
      resolve(socket);
    });
    socket.once("error", reject);
  });
}
