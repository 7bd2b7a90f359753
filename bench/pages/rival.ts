/**
 * The limit: a bare Node server. `/kept` sends the bytes of the page it was started with; `/made` asks the database for
 * the programme and writes the same cards with a string template, in the same page.
 */
import { createServer } from "node:http";
import postgres from "postgres";

interface Row {
  id: string;
  number: number;
  title: string;
  language: string;
  starts_at: Date;
  ends_at: Date;
  left: number | null;
  host: string;
  track: string | null;
  level: string;
  room: string | null;
  room_position: number;
  speakers: string | null;
}

const [port, databaseUrl, pageUrl] = process.argv.slice(2) as [string, string, string];
const sql = postgres(databaseUrl, { max: 10 });
const slug = new URL(pageUrl).pathname.split("/")[2] ?? "";

const sent = await fetch(pageUrl, { headers: { "accept-encoding": "identity" } });
const html = await sent.text();
const start = html.indexOf('<section id="day-');
const end = html.lastIndexOf("</section></div></div>");
const [before, after] = [html.slice(0, start), html.slice(end)];

const squeezed = await new Promise<{ body: Buffer; headers: Record<string, string> }>((resolve, reject) => {
  import("node:http").then(({ get }) =>
    get(pageUrl, { headers: { "accept-encoding": "gzip" } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => {
        const { date, connection, "keep-alive": _, ...headers } = answer.headers as Record<string, string>;
        resolve({ body: Buffer.concat(chunks), headers });
      });
    }).on("error", reject),
  );
});

const codes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const esc = (text: string) => text.replace(/[&<>"']/g, (character) => codes[character] ?? "");
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Amsterdam",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const long = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Amsterdam",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const languages = new Intl.DisplayNames("en-GB", { type: "language" });
const languageName = new Map(["en", "nl"].map((code) => [code, languages.of(code) ?? code]));

function card(row: Row, hosts: Map<string, number>): string {
  const details = [
    row.host,
    row.track,
    row.level === "beginner" && "For beginners",
    languageName.get(row.language),
  ];
  const times = `${clock.format(row.starts_at)}–${clock.format(row.ends_at)}`;
  return `<article id="s${row.number}" style="--o:var(--h${hosts.get(row.host) ?? 0})" class="session"><p><time datetime="${row.starts_at.toISOString()}">${times}</time><span class="room"> · ${esc(row.room ?? "")}</span></p><h5${row.language === "en" ? "" : ` lang="${row.language}"`}><a href="/festivals/${slug}/sessions/${row.id}">${esc(row.title)}</a></h5><p>${esc(row.speakers ?? "")}</p><p><i></i>${esc(details.filter(Boolean).join(" · "))}</p><p class="state"><span>${row.left} seats left</span></p><button class="favourite" form="favourites" name="session" aria-pressed="false" value="${row.number}" aria-label="Favourite: ${esc(row.title)}">Favourite</button></article>`;
}

async function made(): Promise<string> {
  const rows = await sql<Row[]>`
    select s.id, s.number, s.title, s.language, s.starts_at, s.ends_at, s.capacity - s.seats_taken as left, s.level,
      o.name as host, t.name as track, r.name as room, r.position as room_position,
      (select string_agg(p.name, ', ' order by p.position) from session_speakers p where p.session_id = s.id) as speakers
    from sessions s
    join festivals f on f.id = s.festival_id
    join organisations o on o.id = s.organisation_id
    left join tracks t on t.id = s.track_id
    left join rooms r on r.id = s.room_id
    where f.slug = ${slug}
    order by s.starts_at, r.position`;
  const hosts = new Map([...new Set(rows.map((row) => row.host))].map((name, index) => [name, index]));
  let days = "";
  let day = "";
  let slot = 0;
  let row = 1;
  for (const one of rows) {
    const date = long.format(one.starts_at);
    if (date !== day) {
      if (day) days += "</ul></section></div></div></section>";
      days += `<section class="day"><h3>${date}</h3><div class="frame wide"><div class="times">`;
      day = date;
      slot = 0;
      row = 1;
    }
    if (slot !== one.starts_at.getTime()) {
      if (slot) days += "</ul></section>";
      slot = one.starts_at.getTime();
      row += 1;
      days += `<section class="slot"><div class="rule" aria-hidden="true" style="grid-area:${row}/1/${row + 1}/-1"></div><h4 style="--p:${row}/1/${row + 1}/2"><time datetime="${one.starts_at.toISOString()}">${clock.format(one.starts_at)}</time></h4><ul class="cards">`;
    }
    const column = one.room_position + 2;
    days += `<li style="--p:${row}/${column}/${row + 1}/${column + 1}">${card(one, hosts)}</li>`;
  }
  return `${before}${days}${after}`;
}

createServer(async (request, response) => {
  if (request.url === "/kept") {
    response.writeHead(200, squeezed.headers).end(squeezed.body);
    return;
  }
  const body = await made();
  response.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
  });
  response.end(body);
}).listen(Number(port), "127.0.0.1", () => process.send?.("ready"));
