import { Button, Heading, Link, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface InviteFact {
  label: string;
  value: string;
  /** The same in the reader's own zone. */
  also: string | null;
  /** What it was when the reader was last told. */
  before: string | null;
}

export interface InviteClash {
  lines: string[];
  label: string;
  url: string;
}

export interface InviteProps {
  language: string;
  heading: string;
  title: string;
  intro: string;
  facts: InviteFact[];
  /** What is at the same time now, and where to choose; null when nothing is. */
  clash: InviteClash | null;
  button: string;
  url: string;
  note: string | null;
  /** For listeners of a lecture: a way to give one. */
  speak: { label: string; url: string } | null;
  footer: string;
}

export default function Invite(props: InviteProps) {
  const preview = [props.title, ...props.facts.map((fact) => fact.value)].join(" · ");
  return (
    <MailLayout language={props.language} preview={preview} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={{ ...styles.text, fontSize: 18, fontWeight: 600 }}>{props.title}</Text>
      <Text style={styles.text}>{props.intro}</Text>
      {props.facts.map((fact) => (
        <Text key={fact.label} style={{ ...styles.text, margin: "0 0 8px" }}>
          <span style={{ color: styles.quiet.color }}>{fact.label}: </span>
          <strong>{fact.value}</strong>
          {fact.also && (
            <>
              <br />
              {fact.also}
            </>
          )}
          {fact.before && (
            <>
              <br />
              <span style={{ color: styles.quiet.color }}>{fact.before}</span>
            </>
          )}
        </Text>
      ))}
      {props.clash && <ClashPart {...props.clash} />}
      <Button href={props.url} style={{ ...styles.button, marginTop: 16 }}>
        {props.button}
      </Button>
      {props.note && <Text style={{ ...styles.quiet, marginTop: 24 }}>{props.note}</Text>}
      {props.speak && (
        <Text style={styles.quiet}>
          <Link href={props.speak.url} style={styles.link}>
            {props.speak.label}
          </Link>
        </Text>
      )}
    </MailLayout>
  );
}

/** Two sessions at the same time: said before anything else is asked. */
export function ClashPart({ lines, label, url }: InviteClash) {
  return (
    <div style={{ margin: "16px 0 0" }}>
      {lines.map((line) => (
        <Text key={line} style={{ ...styles.text, fontWeight: 600, margin: "0 0 8px" }}>
          {line}
        </Text>
      ))}
      <Text style={{ ...styles.text, margin: 0 }}>
        <Link href={url} style={styles.link}>
          {label}
        </Link>
      </Text>
    </div>
  );
}

Invite.PreviewProps = {
  language: "en",
  heading: "Something has changed",
  title: "Knitting with code",
  intro: "Your calendar takes it over by itself. Here is what was, and what is now.",
  facts: [
    { label: "When", value: "Tue 1 Dec, 10:45–11:30", also: null, before: "before: Tue 1 Dec, 10:30–11:15" },
    { label: "Where", value: "Blue room, The Mill", also: null, before: null },
    { label: "With", value: "Anna de Boer and Bram Visser", also: null, before: null },
  ],
  clash: null,
  button: "Open the session",
  url: "http://localhost:3000/festivals/deell-spring",
  note: "Can't make it after all? Give up your seat on the session's page, so that somebody else can come.",
  speak: null,
  footer: "Percolate mails you what concerns the sessions you give, attend or wait for.",
} satisfies InviteProps;
