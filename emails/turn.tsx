import { Button, Heading, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface TurnProps {
  language: string;
  heading: string;
  intro: string;
  /** What somebody wrote, in their own words; null when nothing. */
  quote: string | null;
  /** When, where, by which rules. */
  facts: { label: string; value: string }[];
  /** What is asked, until when. */
  lines: string[];
  /** The first is the one thing to do next. */
  buttons: { label: string; url: string }[];
  /** What happens when nothing is done, and why this reader. */
  notes: string[];
  footer: string;
}

const quietButton = {
  ...styles.button,
  backgroundColor: "#fffdf9",
  color: styles.link.color,
  border: `1px solid ${styles.link.color}`,
};

/** Every mail about a turn of a lecture series. */
export default function Turn(props: TurnProps) {
  return (
    <MailLayout language={props.language} preview={props.intro} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      {props.quote && <Text style={styles.quote}>{props.quote}</Text>}
      <div style={{ margin: "0 0 16px" }}>
        {props.facts.map(({ label, value }) => (
          <Text key={label} style={{ ...styles.text, margin: "0 0 4px" }}>
            <span style={{ color: styles.quiet.color }}>{label}: </span>
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
      {props.notes.map((note) => (
        <Text key={note} style={styles.quiet}>
          {note}
        </Text>
      ))}
    </MailLayout>
  );
}

Turn.PreviewProps = {
  language: "en",
  heading: "Would you speak, Chloe?",
  intro:
    "It is your turn in Coffee-machine lectures: ten minutes about what you would gladly tell a colleague.",
  quote: null,
  facts: [
    { label: "When", value: "Thu 17 Dec, 10:30–10:40" },
    { label: "Where", value: "by the coffee machine on the second floor" },
    { label: "House rules", value: "No devices and No sitting" },
  ],
  lines: ["Please answer by Thu 3 Dec, 10:30."],
  buttons: [
    { label: "Yes, I'll speak", url: "http://localhost:3000/turns/secret?answer=yes" },
    { label: "No, not this time", url: "http://localhost:3000/turns/secret?answer=no" },
  ],
  notes: [
    "If you do nothing, we remind you and then ask the next in line.",
    "Why you? Share 1.42, given 1, last spoke 14 weeks ago. Has the most still to come.",
  ],
  footer: "You get this mail because you are on the roster of Coffee-machine lectures.",
} satisfies TurnProps;
