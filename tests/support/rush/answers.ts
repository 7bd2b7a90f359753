/** What came of one request, as its caller knows it. */
export interface Told {
  person: number;
  sessionId: string;
  /** Milliseconds on the clock of the process that asked. */
  sentAt: number;
  toldAt: number;
  /** 0 is a seat, from 1 a place in the queue; null where no answer came or one that says neither. */
  place: number | null;
  /** What it was instead: a status, or how the connection ended. */
  instead?: string;
}

/** A request as a browser sends the form of a session's page. */
export function requestFor(
  sessionId: string,
  cookie: string,
  { host, accept }: { host: string; accept: string },
): Buffer {
  return Buffer.from(
    [
      `POST /sessions/${sessionId}/sign-up HTTP/1.1`,
      `Host: ${host}`,
      `Origin: http://${host}`,
      `Accept: ${accept}`,
      "Sec-Fetch-Site: same-origin",
      `Cookie: ${cookie}`,
      "Content-Type: application/x-www-form-urlencoded",
      "Content-Length: 14",
      "",
      "intent=sign-up",
    ].join("\r\n"),
    "latin1",
  );
}

/** Where the first answer in these bytes ends; -1 while it is not all there. */
export function endOfAnswer(text: string): number {
  const body = text.indexOf("\r\n\r\n") + 4;
  if (body < 4) return -1;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, body))?.[1];
  if (length !== undefined) return text.length >= body + Number(length) ? body + Number(length) : -1;
  const end = text.indexOf("0\r\n\r\n", body);
  return end < 0 ? -1 : end + 5;
}

/** What an answer says: to a browser in the sentence shown on the next page, to a program in JSON. */
export function readAnswer(text: string): Pick<Told, "place" | "instead"> {
  const status = text.slice(9, 12);
  const said = /\r\nset-cookie: toast=([^;\r]*)/i.exec(text)?.[1];
  if (said !== undefined) {
    const { key, values } = JSON.parse(decodeURIComponent(said)) as {
      key: string;
      values: { place: number };
    };
    if (key === "signups.toast.confirmed") return { place: 0 };
    if (key === "signups.toast.waiting") return { place: values.place };
    return { place: null, instead: key };
  }
  if (status !== "200") return { place: null, instead: status };
  const json = JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4)) as { status?: string; place?: number };
  if (json.status === "confirmed") return { place: 0 };
  return json.status === "waiting" ? { place: json.place ?? null } : { place: null, instead: "unreadable" };
}
