import { Button, Heading, Link, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface SeatProps {
  language: string;
  heading: string;
  /** The session it is about; null where it is about several. */
  title: string | null;
  intro: string;
  facts: { label: string; value: string; url: string | null }[];
  /** What happens next, a paragraph each. */
  lines: string[];
  /** The first is the one thing to do next. */
  buttons: { label: string; url: string }[];
  note: string | null;
  footer: string;
}

const quietButton = {
  ...styles.button,
  backgroundColor: "#fffdf9",
  color: styles.link.color,
  border: `1px solid ${styles.link.color}`,
};

/** A seat that is held, one that went on, and where the queues stand. */
export default function Seat(props: SeatProps) {
  return (
    <MailLayout language={props.language} preview={props.title ?? props.intro} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      {props.title && <Text style={{ ...styles.text, fontSize: 18, fontWeight: 600 }}>{props.title}</Text>}
      <Text style={styles.text}>{props.intro}</Text>
      <div style={{ margin: "0 0 16px" }}>
        {props.facts.map(({ label, value, url }) => (
          <Text key={label} style={{ ...styles.text, margin: "0 0 4px" }}>
            {url ? (
              <Link href={url} style={styles.link}>
                {label}
              </Link>
            ) : (
              <span style={{ color: styles.quiet.color }}>{label}</span>
            )}
            {": "}
            <strong>{value}</strong>
          </Text>
        ))}
      </div>
      {props.lines.map((line) => (
        <Text key={line} style={styles.text}>
          {line}
        </Text>
      ))}
      {/* Each on a line of its own: in the plain text, beside each other, two addresses would run together. */}
      {props.buttons.map(({ label, url }, index) => (
        <div key={url} style={{ margin: "0 0 12px" }}>
          <Button href={url} style={index === 0 ? styles.button : quietButton}>
            {label}
          </Button>
        </div>
      ))}
      {props.note && <Text style={styles.quiet}>{props.note}</Text>}
    </MailLayout>
  );
}

Seat.PreviewProps = {
  language: "en",
  heading: "A seat is yours until 14:30",
  title: "Knitting with code",
  intro: "You waited for a seat, Daan, and one is held for you now. Please say whether you come.",
  facts: [
    { label: "When", value: "Tue 1 Dec, 16:30–17:15", url: null },
    { label: "Where", value: "Blue room, The Mill", url: null },
  ],
  lines: ["No answer by 14:30 counts as no, and the seat goes to the next in the queue."],
  buttons: [
    { label: "Yes, I take it", url: "http://localhost:3000/offers/secret" },
    { label: "No, give it to the next", url: "http://localhost:3000/offers/secret?answer=no" },
  ],
  note: "Each button opens a page that asks once more; you need not sign in.",
  footer: "Percolate mails you because you joined the queue for this session.",
} satisfies SeatProps;
