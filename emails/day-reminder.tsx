import { Button, Heading, Hr, Link, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface DayReminderProps {
  language: string;
  heading: string;
  preview: string;
  intro: string;
  /** In order of time. */
  items: {
    /** Empty for what lasts all day. */
    time: string;
    title: string;
    url: string;
    where: string;
    part: string;
    notComing: { words: string; url: string } | null;
  }[];
  /** What the links do that say so. */
  notComing: string | null;
  way: { heading: string; venues: { name: string; address: string }[] };
  code: { heading: string; text: string; button: string; url: string };
  agenda: { words: string; url: string };
  footer: string;
}

const line = { ...styles.text, margin: "0 0 4px" };
const second = { ...styles.heading, fontSize: 20, lineHeight: "26px", margin: "24px 0 8px" };

/** One person's own day at a festival, the day before. */
export default function DayReminder(props: DayReminderProps) {
  const { items, way, code, agenda } = props;
  return (
    <MailLayout language={props.language} preview={props.preview} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      {items.map((item) => (
        <Item key={item.url} {...item} />
      ))}
      {props.notComing && <Text style={{ ...styles.quiet, marginTop: 16 }}>{props.notComing}</Text>}
      <Heading as="h2" style={second}>
        {code.heading}
      </Heading>
      <Text style={styles.text}>{code.text}</Text>
      <Button href={code.url} style={styles.button}>
        {code.button}
      </Button>
      {way.venues.length > 0 && (
        <Heading as="h2" style={second}>
          {way.heading}
        </Heading>
      )}
      {way.venues.map(({ name, address }) => (
        <Text key={name} style={line}>
          <strong>{name}</strong>
          <br />
          {address}
        </Text>
      ))}
      <Text style={{ ...styles.text, margin: "24px 0 0" }}>
        <Link href={agenda.url} style={styles.link}>
          {agenda.words}
        </Link>
      </Text>
    </MailLayout>
  );
}

function Item({ time, title, url, where, part, notComing }: DayReminderProps["items"][number]) {
  return (
    <>
      <Hr style={{ borderColor: "#e4d8c8", margin: "16px 0" }} />
      <Text style={{ ...line, fontSize: 18, lineHeight: "26px" }}>
        {time && <strong>{time} </strong>}
        <Link href={url} style={styles.link}>
          {title}
        </Link>
      </Text>
      <Text style={line}>{where}</Text>
      <Text style={{ ...styles.quiet, margin: "0 0 4px" }}>{part}</Text>
      {notComing && (
        <Text style={styles.quiet}>
          <Link href={notComing.url} style={{ color: styles.quiet.color, textDecoration: "underline" }}>
            {notComing.words}
          </Link>
        </Text>
      )}
    </>
  );
}

DayReminder.PreviewProps = {
  language: "en",
  heading: "Your day at DEELL Spring",
  preview: "Begins 09:30: Knitting with code",
  intro: "Hi Daan, this is what you have on Tuesday 1 December 2026.",
  items: [
    {
      time: "09:30–10:30",
      title: "Knitting with code",
      url: "http://localhost:3000/festivals/deell-spring/sessions/1",
      where: "Garden room, Main building",
      part: "You have a seat",
      notComing: { words: "I am not coming to this", url: "http://localhost:3000/not-coming/secret" },
    },
    {
      time: "11:00–12:00",
      title: "Asking better questions",
      url: "http://localhost:3000/festivals/deell-spring/sessions/2",
      where: "Loft, Harbour house",
      part: "You wait: place 2 in the queue",
      notComing: null,
    },
  ],
  notComing: "Cannot come after all? Say so, and your seat goes to the next in the queue.",
  way: {
    heading: "How to get there",
    venues: [
      { name: "Main building", address: "Kade 1, Waterstad" },
      { name: "Harbour house", address: "Havenstraat 12, Waterstad" },
    ],
  },
  code: {
    heading: "At the door",
    text: "Show this code on your phone and you are checked in. It is yours alone.",
    button: "Show my code",
    url: "http://localhost:3000/door/code",
  },
  agenda: { words: "Open my agenda", url: "http://localhost:3000/agenda" },
  footer: "You get this mail because you signed up for or give something at DEELL Spring, on Percolate.",
} satisfies DayReminderProps;
