import { Button, Heading, Text } from "@react-email/components";
import { MailLayout, styles } from "./layout.tsx";

export interface TurnOfferedProps {
  language: string;
  heading: string;
  intro: string;
  what: string;
  /** Empty where the series has none. */
  rules: string;
  why: string;
  button: string;
  url: string;
  how: string;
  footer: string;
}

export default function TurnOffered(props: TurnOfferedProps) {
  return (
    <MailLayout language={props.language} preview={props.intro} footer={props.footer}>
      <Heading style={styles.heading}>{props.heading}</Heading>
      <Text style={styles.text}>{props.intro}</Text>
      <Text style={styles.text}>{props.what}</Text>
      {props.rules && <Text style={styles.text}>{props.rules}</Text>}
      <Button href={props.url} style={styles.button}>
        {props.button}
      </Button>
      <Text style={{ ...styles.quiet, marginTop: 24 }}>{props.how}</Text>
      <Text style={styles.quiet}>{props.why}</Text>
    </MailLayout>
  );
}

TurnOffered.PreviewProps = {
  language: "en",
  heading: "Would you speak, Chloe?",
  intro:
    "It is your turn in Coffee-machine lectures: Thu 17 Dec, 10:30–10:40, by the coffee machine on the second floor.",
  what: "Ten minutes is enough. Tell what you would gladly tell a colleague; you need nothing prepared but yourself.",
  rules: "House rules: No devices, No sitting.",
  why: "Why you? Share 1.42, given 1, last spoke 14 weeks ago. Has the most still to come.",
  button: "Answer",
  url: "http://localhost:3000/lectures/coffee-machine/2026-12-17",
  how: "The button opens the page of your week, where you say yes or no. Nothing is decided until you do.",
  footer: "You get this mail because you are on the roster of Coffee-machine lectures.",
} satisfies TurnOfferedProps;
