import { Button, Heading, Hr, Link, Text } from "@react-email/components";
import { ClashPart, type InviteProps } from "./invite.tsx";
import { MailLayout, styles } from "./layout.tsx";

export type NewsItem = Pick<InviteProps, "heading" | "title" | "facts" | "url"> & {
  /** Where the heading does not say it all, such as the place in a queue. */
  intro: string | null;
};

export interface NewsProps {
  language: string;
  heading: string;
  intro: string;
  /** What the organisers themselves say. */
  message: string | null;
  items: NewsItem[];
  clash: InviteProps["clash"];
  button: string;
  url: string;
  note: string | null;
  footer: string;
}

/** Everything that is new for one person, in one mail. */
export default function News(props: NewsProps) {
  const preview = props.items.length > 0 ? props.items.map(({ title }) => title).join(" · ") : props.intro;
  return (
    <MailLayout language={props.language} preview={preview} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      {props.message && <Text style={{ ...styles.text, whiteSpace: "pre-line" }}>{props.message}</Text>}
      {props.items.map((item) => (
        <Item key={item.url} {...item} />
      ))}
      {props.clash && <ClashPart {...props.clash} />}
      <Button href={props.url} style={{ ...styles.button, marginTop: 16 }}>
        {props.button}
      </Button>
      {props.note && <Text style={{ ...styles.quiet, marginTop: 24 }}>{props.note}</Text>}
    </MailLayout>
  );
}

function Item({ heading, title, intro, facts, url }: NewsItem) {
  return (
    <>
      <Hr style={{ borderColor: "#e4d8c8", margin: "16px 0" }} />
      <Text style={styles.quiet}>{heading}</Text>
      <Heading as="h2" style={{ fontSize: 18, lineHeight: "24px", fontWeight: 600, margin: "0 0 8px" }}>
        <Link href={url} style={styles.link}>
          {title}
        </Link>
      </Heading>
      {intro && <Text style={styles.text}>{intro}</Text>}
      {facts.map((fact) => (
        <Text key={fact.label} style={{ ...styles.text, margin: "0 0 4px" }}>
          <span style={{ color: styles.quiet.color }}>{fact.label}: </span>
          <strong>{fact.value}</strong>
          {[fact.also, fact.before].map(
            (more) =>
              more && (
                <span key={more} style={{ color: styles.quiet.color }}>
                  <br />
                  {more}
                </span>
              ),
          )}
        </Text>
      ))}
    </>
  );
}

News.PreviewProps = {
  language: "en",
  heading: "Two of your sessions changed",
  intro: "Your calendar takes it over by itself.",
  message: null,
  items: [
    {
      heading: "Something has changed",
      title: "Knitting with code",
      intro: null,
      facts: [
        {
          label: "When",
          value: "Tue 1 Dec, 10:45–11:30",
          also: null,
          before: "before: Tue 1 Dec, 10:30–11:15",
        },
      ],
      url: "http://localhost:3000/festivals/deell-spring/sessions/1",
    },
    {
      heading: "This session is cancelled",
      title: "Asking better questions",
      intro: null,
      facts: [{ label: "When", value: "Tue 1 Dec, 13:45–14:30", also: null, before: null }],
      url: "http://localhost:3000/festivals/deell-spring/sessions/2",
    },
  ],
  clash: null,
  button: "Open my agenda",
  url: "http://localhost:3000/agenda",
  note: null,
  footer: "Percolate mails you what concerns the sessions you give, attend or wait for.",
} satisfies NewsProps;
