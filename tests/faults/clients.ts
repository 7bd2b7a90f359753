import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Told } from "#tests/support/rush/answers.ts";
import { cookieOf } from "#tests/support/rush/people.ts";

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** One request; rejects when the connection ends without an answer. */
export function send(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const body = method === "POST" ? "intent=sign-up" : "";
  const form = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "14" };
  const all = {
    Host: `localhost:${port}`,
    Origin: `http://localhost:${port}`,
    ...(body && form),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    request({ agent, host: "127.0.0.1", port, method, path, headers: all }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
      response.on("error", reject);
    })
      .on("error", reject)
      .end(body);
  });
}

export interface Crowd {
  port: number;
  secret: string;
  sessionId: string;
  people: number;
  callers: number;
  /** Told after every answer how many there are. */
  onAnswer?: (heard: number) => void;
}

export interface CrowdResult {
  told: Told[];
  /** Answers that were neither a yes nor to be tried again, and how often. */
  strange: Record<string, number>;
}

/** Everybody asks until they are told something, with the same request every time. */
export async function everybodyAsks(crowd: Crowd): Promise<CrowdResult> {
  const { port, secret, sessionId, people, callers, onAnswer } = crowd;
  const result: CrowdResult = { told: [], strange: {} };
  let next = 0;
  const call = async () => {
    for (let person = next++; person < people; person = next++) {
      const sentAt = performance.now();
      const place = await askUntilTold({ port, secret, sessionId, person }, result.strange);
      result.told.push({ person, sessionId, sentAt, toldAt: performance.now(), place });
      onAnswer?.(result.told.length);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return result;
}

async function askUntilTold(
  { port, secret, sessionId, person }: { port: number; secret: string; sessionId: string; person: number },
  strange: Record<string, number>,
): Promise<number | null> {
  const headers = { Cookie: cookieOf(person, secret), Accept: "application/json" };
  for (let tries = 0; tries < 2000; tries += 1) {
    const answer = await send(port, "POST", `/sessions/${sessionId}/sign-up`, headers).catch(() => null);
    if (answer?.status === 200) {
      const { status, place } = JSON.parse(answer.body) as { status: string; place?: number };
      return status === "confirmed" ? 0 : (place ?? null);
    }
    if (answer && (answer.status !== 503 || !answer.headers["retry-after"])) {
      const what = `${answer.status} ${answer.body.slice(0, 100)}`;
      strange[what] = (strange[what] ?? 0) + 1;
    }
    await pause(30 + (person % 7) * 10);
  }
  return null;
}
