import { Button, Heading, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface NominationProps {
  language: string;
  heading: string;
  intro: string;
  /** What the colleague wrote beside it; empty when nothing. */
  message: string;
  what: string;
  button: string;
  url: string;
  how: string;
  footer: string;
}

/** The question to a colleague whether they would like to speak, and its answer to who asked. */
export default function Nomination(props: NominationProps) {
  return (
    <MailLayout language={props.language} preview={props.intro} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      {props.message && <Text style={styles.quote}>{props.message}</Text>}
      {props.what && <Text style={styles.text}>{props.what}</Text>}
      <Button href={props.url} style={styles.button}>
        {props.button}
      </Button>
      {props.how && <Text style={{ ...styles.quiet, marginTop: 24 }}>{props.how}</Text>}
    </MailLayout>
  );
}

Nomination.PreviewProps = {
  language: "en",
  heading: "Chloé Martens would like to hear you",
  intro:
    "Chloé Martens thinks of you for Coffee-machine lectures: ten minutes, every Thursday at 10:30, each time another colleague.",
  message: "You know everything about bees. Ten minutes of that, please!",
  what: "Whether you do is entirely up to you.",
  button: "Answer",
  url: "http://localhost:3000/nominations/secret",
  how: "The button opens a page where you say yes or no. Nothing happens until you do.",
  footer: "You get this mail because Chloé Martens asked for you. No further mail comes about this.",
} satisfies NominationProps;
