import { Fragment } from "react";
import type { Locale } from "~/platform/i18n/languages.ts";
import { fitOf } from "./fit.ts";
import type { PosterCode, PosterWords } from "./poster-words.ts";
import { QrCode } from "./qr-code.tsx";

/** One A4 page, measured in `--mm` so that it is the same small on a screen and full on paper. */
export function PosterSheet({ words, locale }: { words: PosterWords; locale: Locale }) {
  return (
    <article className="poster" lang={locale} data-fit={fitOf(words)} aria-label={words.name}>
      <div className="poster-bands" aria-hidden>
        {words.hosts.map(({ name, colour }) => (
          <span key={name} style={{ backgroundColor: colour }} />
        ))}
      </div>
      <header>
        <h2 dir="auto">{words.name}</h2>
        <p className="poster-when">{words.when}</p>
        <p className="poster-where" dir="auto">
          {words.where} · {words.minutes}
        </p>
        {words.rules.length > 0 && (
          <ul className="poster-rules">
            {words.rules.map((rule) => (
              <li key={rule} dir="auto">
                {rule}
              </li>
            ))}
          </ul>
        )}
      </header>
      <section>
        <h3>{words.coming}</h3>
        {words.lines.length === 0 && <p>{words.none}</p>}
        <ol className="poster-lines">
          {words.lines.map(({ date, topic, speaker, aside }) => (
            <li key={date}>
              <p className="poster-date">
                {date}
                {aside && <small dir="auto">{aside}</small>}
              </p>
              <div>
                <p className="poster-topic" dir="auto">
                  {topic}
                </p>
                <p className="poster-speaker" dir="auto">
                  {speaker}
                </p>
              </div>
            </li>
          ))}
        </ol>
      </section>
      <div className="poster-codes">
        {words.codes.map((code) => (
          <Code key={code.address} code={code} />
        ))}
      </div>
      <footer>
        <ul>
          {words.hosts.map(({ name, colour }) => (
            <li key={name} dir="auto">
              <span aria-hidden style={{ backgroundColor: colour }} />
              {name}
            </li>
          ))}
        </ul>
        <p>{words.asOf}</p>
      </footer>
    </article>
  );
}

function Code({ code }: { code: PosterCode }) {
  return (
    <div>
      <QrCode address={code.address} alt={code.alt} />
      <div>
        <h3>{code.title}</h3>
        <p>{code.text}</p>
        <p className="poster-address">
          {[...code.short.matchAll(/[^/.]*[/.]?/g)].map(({ index, 0: part }) => (
            <Fragment key={index}>
              {part}
              <wbr />
            </Fragment>
          ))}
        </p>
      </div>
    </div>
  );
}
