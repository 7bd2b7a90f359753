import { Button, Heading, Hr, Link, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface LectureLine {
  key: string;
  when: string;
  title: string;
  /** Who, and what they left behind. */
  also: string;
  url: string;
}

interface SeriesPart {
  name: string;
  url: string;
  pastHeading: string;
  past: LectureLine[];
  thanks: string;
  comingHeading: string;
  coming: LectureLine[];
  open: string;
  button: string;
  joinUrl: string;
  how: string;
}

interface FestivalPart {
  name: string;
  url: string;
  when: string;
  what: string;
  propose: { words: string; url: string } | null;
}

export interface DigestProps {
  language: string;
  heading: string;
  intro: string;
  series: SeriesPart[];
  festivalsHeading: string;
  festivals: FestivalPart[];
  footer: string;
}

const part = { fontSize: 20, lineHeight: "28px", fontWeight: 600, margin: "0 0 8px" };
const small = { fontSize: 16, lineHeight: "24px", fontWeight: 600, margin: "16px 0 8px" };
const rule = { borderColor: "#e4d8c8", margin: "24px 0" };

/** A month of lectures and what comes, for one person. */
export default function Digest(props: DigestProps) {
  const titles = props.series.flatMap(({ past, coming }) => [...past, ...coming].map(({ title }) => title));
  const names = props.festivals.map(({ name }) => name);
  return (
    <MailLayout
      language={props.language}
      preview={[...titles, ...names].slice(0, 6).join(" · ")}
      footer={props.footer}
    >
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      {props.series.map((series) => (
        <Series key={series.url} {...series} />
      ))}
      {props.festivals.length > 0 && <Hr style={rule} />}
      {props.festivals.length > 0 && (
        <Heading as="h2" style={part}>
          {props.festivalsHeading}
        </Heading>
      )}
      {props.festivals.map((festival) => (
        <Festival key={festival.url} {...festival} />
      ))}
    </MailLayout>
  );
}

function Series(series: SeriesPart) {
  return (
    <>
      <Hr style={rule} />
      <Heading as="h2" style={part}>
        <Link href={series.url} style={styles.link}>
          {series.name}
        </Link>
      </Heading>
      <Lectures heading={series.pastHeading} lectures={series.past} />
      {series.thanks && <Text style={styles.text}>{series.thanks}</Text>}
      <Lectures heading={series.comingHeading} lectures={series.coming} />
      {series.open && <Text style={styles.text}>{series.open}</Text>}
      <Button href={series.joinUrl} style={styles.button}>
        {series.button}
      </Button>
      <Text style={{ ...styles.quiet, marginTop: 16 }}>{series.how}</Text>
    </>
  );
}

function Lectures({ heading, lectures }: { heading: string; lectures: LectureLine[] }) {
  if (lectures.length === 0) return null;
  return (
    <>
      <Heading as="h3" style={small}>
        {heading}
      </Heading>
      {lectures.map(({ key, when, title, also, url }) => (
        <Text key={key} style={{ ...styles.text, margin: "0 0 8px" }}>
          <span style={{ color: styles.quiet.color }}>{when}: </span>
          <Link href={url} style={styles.link}>
            {title}
          </Link>
          {also && <span> · {also}</span>}
        </Text>
      ))}
    </>
  );
}

function Festival({ name, url, when, what, propose }: FestivalPart) {
  return (
    <>
      <Text style={{ ...styles.text, margin: "0 0 4px" }}>
        <Link href={url} style={styles.link}>
          {name}
        </Link>
        <span style={{ color: styles.quiet.color }}> · {when}</span>
      </Text>
      <Text style={styles.text}>
        {what}{" "}
        {propose && (
          <Link href={propose.url} style={styles.link}>
            {propose.words}
          </Link>
        )}
      </Text>
    </>
  );
}

Digest.PreviewProps = {
  language: "en",
  heading: "Chloe, here is what your colleagues tell",
  intro: "Last month, and what comes. Once a month, everything in one mail.",
  series: [
    {
      name: "Coffee-machine lectures",
      url: "http://localhost:3000/lectures/coffee-machine",
      pastHeading: "In October 2026",
      past: [
        {
          key: "1",
          when: "Thu 1 Oct",
          title: "What bees know about meetings",
          also: "Chloe Kramer, with notes",
          url: "http://localhost:3000/lectures/coffee-machine/2026-10-01",
        },
      ],
      thanks: "14 thank-yous were said for these lectures.",
      comingHeading: "In the coming weeks",
      coming: [
        {
          key: "2",
          when: "Thu 5 Nov, 10:30–10:40",
          title: "Asking better questions",
          also: "Daan Visser",
          url: "http://localhost:3000/lectures/coffee-machine/2026-11-05",
        },
      ],
      open: "2 weeks still look for a speaker.",
      button: "I would like to speak",
      joinUrl: "http://localhost:3000/lectures/coffee-machine/join",
      how: "The button opens the roster of Coffee-machine lectures. You are on it only after you have confirmed there.",
    },
  ],
  festivalsHeading: "Festivals",
  festivals: [
    {
      name: "DEELL autumn",
      url: "http://localhost:3000/festivals/deell-autumn",
      when: "8–9 December 2026",
      what: "You can propose a workshop until Thu 12 Nov, 17:00.",
      propose: { words: "Propose a workshop", url: "http://localhost:3000/festivals/deell-autumn/propose" },
    },
  ],
  footer: "You get this once a month as a colleague of Kade. Months with nothing to tell have no mail.",
} satisfies DigestProps;
